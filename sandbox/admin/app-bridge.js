/**
 * A stand-in for Shopify's App Bridge, loaded inside the app's frame. It speaks with the admin page
 * by postMessage; the origin of this file is the only origin it speaks with.
 *
 * Every message is `{ sandbox: "app-bridge", kind, ... }`. A question carries `requestId`, and its
 * answer is of kind `answer` with the same id.
 */
(() => {
  if (window.shopify) return;
  const script = document.currentScript;
  const adminOrigin = new URL(script.src).origin;
  const isFramed = window.parent !== window;
  const ANSWER_MS_MAX = 10_000;
  const TOKEN_SPARE_SECONDS = 5;

  // Talking with the admin page ------------------------------------------------------------------

  const waiting = new Map();
  let questions = 0;

  const tell = (kind, details = {}) => {
    if (isFramed)
      window.parent.postMessage({ sandbox: "app-bridge", kind, ...details }, adminOrigin);
  };

  const ask = (kind, details = {}) =>
    new Promise((resolve, reject) => {
      questions += 1;
      const requestId = questions;
      const timer = setTimeout(
        () => {
          waiting.delete(requestId);
          reject(new Error(`The admin page did not answer ${kind}.`));
        },
        details.patient ? 2 ** 31 - 1 : ANSWER_MS_MAX,
      );
      waiting.set(requestId, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      tell(kind, { ...details, requestId });
    });

  const handlers = {
    answer: ({ requestId, value }) => {
      waiting.get(requestId)?.(value);
      waiting.delete(requestId);
    },
    navigate: ({ href }) => navigate(href),
    "save-bar-click": ({ button }) => visibleBar()?.press(button),
    "title-bar-click": ({ index }) => titleButtons()[index]?.click(),
    "toast-action": ({ id }) => toasts.get(id)?.onAction?.(),
    "toast-dismiss": ({ id }) => toasts.get(id)?.onDismiss?.(),
  };

  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== adminOrigin || source !== window.parent || data?.sandbox !== "app-bridge")
      return;
    handlers[data.kind]?.(data);
  });

  // A new document: whatever the last one had shown is gone.
  tell("ready");

  // Session tokens -------------------------------------------------------------------------------

  let cached = null;

  const claims = (token) => {
    const text = atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(text);
  };

  async function idToken({ fresh = false } = {}) {
    const now = Date.now() / 1000;
    if (!fresh && cached && claims(cached).exp - TOKEN_SPARE_SECONDS > now) return cached;
    const token = await ask("id-token");
    if (!token) throw new Error("The app is not installed in this shop.");
    cached = token;
    return token;
  }

  // fetch ----------------------------------------------------------------------------------------

  const plainFetch = window.fetch.bind(window);

  window.fetch = async function fetchWithIdToken(input, init) {
    const request = new Request(input, init);
    const isOwn = new URL(request.url).origin === window.location.origin;
    if (!isFramed || !isOwn || request.headers.has("authorization")) return plainFetch(request);
    const retry = request.clone();
    let response = await plainFetch(authorized(request, await idToken()));
    if (
      response.status === 401 &&
      response.headers.has("X-Shopify-Retry-Invalid-Session-Request")
    ) {
      response = await plainFetch(authorized(retry, await idToken({ fresh: true })));
    }
    const elsewhere = response.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
    if (elsewhere) leaveFrame(elsewhere);
    return response;
  };

  function authorized(request, token) {
    request.headers.set("authorization", `Bearer ${token}`);
    return request;
  }

  // Leaving the frame ----------------------------------------------------------------------------

  const leaveFrame = (url) => tell("redirect", { url: String(new URL(url, window.location.href)) });
  const plainOpen = window.open.bind(window);

  window.open = function openOrLeave(url, target, features) {
    const leaves = ["_top", "_parent"].includes(target) || String(url).startsWith("shopify:");
    if (!isFramed || !leaves) return plainOpen(url, target, features);
    leaveFrame(url);
    return null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!isFramed || !link || event.defaultPrevented) return;
    const isStore = new URL(link.href).hostname.endsWith(".myshopify.com");
    const leaves = ["_top", "_parent"].includes(link.target) || link.href.startsWith("shopify:");
    if (!leaves && !isStore) return;
    event.preventDefault();
    leaveFrame(link.href);
  });

  // Where the app is -----------------------------------------------------------------------------

  const tellLocation = () =>
    tell("location", { path: window.location.pathname, search: window.location.search });
  for (const method of ["pushState", "replaceState"]) {
    const plain = window.history[method].bind(window.history);
    window.history[method] = (...args) => {
      plain(...args);
      tellLocation();
      tellMenu();
    };
  }
  window.addEventListener("popstate", tellLocation);

  // The app's router listens once the page is alive. A click in the menu before that waits for it.
  let isRouterThere = false;
  let earlyHref = null;
  const plainListen = window.addEventListener.bind(window);
  window.addEventListener = (type, ...rest) => {
    plainListen(type, ...rest);
    if (type !== "shopify:navigate" || isRouterThere) return;
    isRouterThere = true;
    // Once the page is drawn: until then the router itself lets nobody navigate.
    setTimeout(() => earlyHref !== null && navigate(earlyHref));
  };

  /** The app's router listens for this event; its target's `href` says where to go. */
  function navigate(href) {
    if (!isRouterThere) {
      earlyHref = href;
      return;
    }
    const link =
      [...document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link")].find(
        (candidate) => candidate.getAttribute("href") === href,
      ) ??
      document.body.appendChild(Object.assign(document.createElement("a"), { href, hidden: true }));
    link.dispatchEvent(new Event("shopify:navigate", { bubbles: true, cancelable: true }));
    if (!link.closest("ui-nav-menu, s-app-nav")) link.remove();
  }

  // Navigation menu and title bar ----------------------------------------------------------------

  const tellMenu = () => {
    const links = document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link");
    const items = [...links].map((link) => ({
      href: link.getAttribute("href"),
      label: link.textContent.trim(),
      isHome: link.getAttribute("rel") === "home",
      isCurrent:
        new URL(link.getAttribute("href"), window.location.href).pathname ===
        window.location.pathname,
    }));
    tell("nav-menu", { items });
  };

  const titleBar = () => document.querySelector("ui-title-bar:not(ui-modal *)");
  const titleButtons = () => [...(titleBar()?.querySelectorAll("button, a") ?? [])];
  const tellTitle = () =>
    tell("title-bar", {
      title: titleBar()?.getAttribute("title") ?? "",
      buttons: titleButtons().map((button) => ({
        label: button.textContent.trim(),
        isPrimary: button.getAttribute("variant") === "primary",
        isDisabled: button.hasAttribute("disabled"),
      })),
    });

  /** An element that only tells the admin page what it holds, now and on every change. */
  const telling = (tellAll) =>
    class extends HTMLElement {
      #observer = new MutationObserver(tellAll);
      connectedCallback() {
        this.#observer.observe(this, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        tellAll();
      }
      disconnectedCallback() {
        this.#observer.disconnect();
        tellAll();
      }
    };

  // Save bar -------------------------------------------------------------------------------------

  /** Bars that want to be seen, the latest last; the admin page shows one. */
  const shownBars = [];
  const visibleBar = () => shownBars.at(-1);

  const tellSaveBar = () => {
    const bar = visibleBar();
    tell("save-bar", bar ? { visible: true, ...bar.looks() } : { visible: false });
  };

  const setShown = (bar, shown) => {
    const index = shownBars.indexOf(bar);
    if (shown === index >= 0) return false;
    if (shown) shownBars.push(bar);
    else shownBars.splice(index, 1);
    tellSaveBar();
    return true;
  };

  const isOn = (element, name) =>
    element?.hasAttribute(name) && element.getAttribute(name) !== "false";

  class SaveBarElement extends HTMLElement {
    #observer = new MutationObserver(() => this.showing && tellSaveBar());
    connectedCallback() {
      this.#observer.observe(this, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    }
    disconnectedCallback() {
      this.#observer.disconnect();
      setShown(this, false);
    }
    get showing() {
      return shownBars.includes(this);
    }
    get discardConfirmation() {
      return isOn(this, "discardconfirmation");
    }
    set discardConfirmation(wanted) {
      this.toggleAttribute("discardconfirmation", Boolean(wanted));
    }
    async show() {
      if (setShown(this, true)) this.dispatchEvent(new Event("show"));
    }
    async hide() {
      if (setShown(this, false)) this.dispatchEvent(new Event("hide"));
    }
    async toggle() {
      await (this.showing ? this.hide() : this.show());
    }
    #button(which) {
      const primary = this.querySelector("button[variant=primary]");
      if (which === "save") return primary;
      return [...this.querySelectorAll("button")].find((button) => button !== primary);
    }
    looks() {
      const look = (button, label) => ({
        label: button?.textContent.trim() || label,
        isDisabled: isOn(button, "disabled") ?? false,
        isLoading: isOn(button, "loading") ?? false,
      });
      return {
        save: look(this.#button("save"), "Save"),
        discard: look(this.#button("discard"), "Discard"),
        confirmsDiscard: this.discardConfirmation,
      };
    }
    press(which) {
      this.#button(which)?.click();
    }
  }

  /** A form that asks for a bar by `data-save-bar`: shown by a change, gone with submit or reset. */
  const formBars = new WeakMap();
  const formBar = (form) => {
    const plainLook = { isDisabled: false, isLoading: false };
    const bar = formBars.get(form) ?? {
      looks: () => ({
        save: { label: "Save", ...plainLook },
        discard: { label: "Discard", ...plainLook },
        confirmsDiscard: form.hasAttribute("data-discard-confirmation"),
      }),
      press: (which) => (which === "save" ? form.requestSubmit() : form.reset()),
    };
    formBars.set(form, bar);
    return bar;
  };
  const onForm = (type, shown) =>
    document.addEventListener(type, ({ target }) => {
      const form = target instanceof Element ? target.closest("form[data-save-bar]") : null;
      if (form) setShown(formBar(form), shown);
    });
  onForm("input", true);
  onForm("change", true);
  onForm("submit", false);
  onForm("reset", false);

  // Modal ----------------------------------------------------------------------------------------

  class ModalElement extends HTMLElement {
    content = document.createElement("div");
    #overlay = null;
    get open() {
      return this.#overlay !== null;
    }
    disconnectedCallback() {
      this.#overlay?.remove();
      this.#overlay = null;
    }
    async show() {
      if (this.#overlay) return;
      const bar = this.querySelector("ui-title-bar");
      const title = bar?.getAttribute("title") ?? "";
      const dialog = element("div", { className: "sandbox-modal" });
      dialog.setAttribute("role", "dialog");
      dialog.setAttribute("aria-modal", "true");
      dialog.setAttribute("aria-label", title);
      const close = element("button", { type: "button", textContent: "Close" });
      close.addEventListener("click", () => void this.hide());
      const header = element("header", {}, element("h2", { textContent: title }), close);
      const buttons = [...(bar?.querySelectorAll("button") ?? [])].map((original) => {
        const copy = element("button", { type: "button", textContent: original.textContent });
        if (original.getAttribute("variant") === "primary") copy.className = "primary";
        copy.disabled = original.disabled;
        copy.addEventListener("click", () => original.click());
        return copy;
      });
      const source = this.getAttribute("src");
      const body = source ? element("iframe", { src: source, title }) : this.content;
      dialog.append(header, body, element("footer", {}, ...buttons));
      this.#overlay = element("div", { className: "sandbox-modal-overlay" }, dialog);
      document.body.append(this.#overlay);
      this.dispatchEvent(new Event("show"));
    }
    async hide() {
      if (!this.#overlay) return;
      this.#overlay.remove();
      this.#overlay = null;
      this.dispatchEvent(new Event("hide"));
    }
    async toggle() {
      await (this.open ? this.hide() : this.show());
    }
  }

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  // The global -----------------------------------------------------------------------------------

  const toasts = new Map();
  const byId = (id) => document.getElementById(id);
  const parameters = new URLSearchParams(window.location.search);
  const missing = (name) => () => Promise.reject(new Error(`The sandbox has no ${name}.`));

  window.shopify = {
    config: {
      apiKey: script.dataset.apiKey ?? "",
      shop: parameters.get("shop") ?? undefined,
      host: parameters.get("host") ?? undefined,
      locale: parameters.get("locale") ?? "en",
      appOrigins: [],
      disabledFeatures: [],
    },
    origin: adminOrigin,
    ready: Promise.resolve(),
    setSignals: () => {},
    environment: { mobile: false, embedded: isFramed, pos: false },
    idToken: () => idToken({ fresh: true }),
    user: async () => ({ accountAccess: "full" }),
    toast: {
      show(message, options = {}) {
        const id = crypto.randomUUID();
        toasts.set(id, options);
        const { isError = false, duration = 5000, action } = options;
        tell("toast", { id, message, isError, duration, action });
        return id;
      },
      hide: (id) => tell("toast-hide", { id }),
    },
    saveBar: {
      show: async (id) => byId(id)?.show(),
      hide: async (id) => byId(id)?.hide(),
      toggle: async (id) => byId(id)?.toggle(),
      /** Resolves when nothing is unsaved, or when the merchant chose to leave. */
      async leaveConfirmation() {
        if (!visibleBar()) return;
        const leaves = await ask("leave-confirmation", { patient: true });
        if (!leaves) throw new Error("The merchant stays on the page.");
      },
    },
    modal: {
      show: async (id) => byId(id)?.show(),
      hide: async (id) => byId(id)?.hide(),
      toggle: async (id) => byId(id)?.toggle(),
    },
    loading: (isLoading = true) => tell("loading", { isLoading }),
    scopes: {
      query: () => ask("scopes-query"),
      request: (scopes) => ask("scopes-request", { scopes, patient: true }),
      revoke: (scopes) => ask("scopes-revoke", { scopes }),
    },
    webVitals: { onReport: async () => {} },
    app: { extensions: async () => [] },
    support: { registerHandler: async () => {} },
    reviews: { request: async () => ({ success: false, code: "not-available", message: "" }) },
    resourcePicker: missing("resource picker"),
    picker: missing("picker"),
    scanner: { capture: missing("scanner") },
    pos: {},
    intents: { invoke: missing("intents") },
    tools: { register: () => () => {}, unregister: () => {}, clear: () => {} },
    shopifyQL: { query: missing("ShopifyQL") },
  };

  const style = document.createElement("style");
  style.textContent = `
    ui-save-bar, ui-nav-menu, ui-title-bar, ui-modal, s-app-nav { display: none; }
    .sandbox-modal-overlay { position: fixed; inset: 0; z-index: 1000; display: grid;
      place-items: center; background: rgb(0 0 0 / 0.5); font: 14px/1.5 system-ui, sans-serif; }
    .sandbox-modal { background: #fff; border-radius: 12px; width: min(620px, 92vw); max-height: 90vh;
      overflow: auto; }
    .sandbox-modal header, .sandbox-modal footer { display: flex; gap: 8px; padding: 12px 16px;
      align-items: center; }
    .sandbox-modal header { justify-content: space-between; background: #f3f3f3; }
    .sandbox-modal footer { justify-content: flex-end; }
    .sandbox-modal h2 { font-size: 14px; margin: 0; }
    .sandbox-modal iframe { border: 0; width: 100%; height: 60vh; }
    .sandbox-modal button { font: inherit; padding: 6px 12px; border-radius: 8px; cursor: pointer;
      border: 1px solid #8a8a8a; background: #fff; color: #303030; }
    .sandbox-modal button.primary { background: #303030; border-color: #303030; color: #fff; }
  `;
  document.head.append(style);

  customElements.define("ui-save-bar", SaveBarElement);
  customElements.define("ui-modal", ModalElement);
  customElements.define("ui-nav-menu", telling(tellMenu));
  customElements.define("s-app-nav", telling(tellMenu));
  customElements.define("ui-title-bar", telling(tellTitle));

  // The bounce page loads only this script: it goes back to the app with a fresh token.
  const reload = parameters.get("shopify-reload");
  if (reload && isFramed) {
    const target = new URL(reload, window.location.href);
    if (target.origin === window.location.origin) {
      void idToken({ fresh: true }).then((token) => {
        target.searchParams.set("id_token", token);
        window.location.replace(target);
      });
    }
    return;
  }
  tellLocation();
})();
