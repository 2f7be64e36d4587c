// The admin page: the controls, the frame with the app, and what Pinterest received. It speaks only
// with its own origin; the frame's side of the conversation is app-bridge.js.

const POLL_MS = 1000;
const byId = (id) => document.getElementById(id);
const frame = byId("app-frame");

let state = null;
let appOrigin = "";

// The server ---------------------------------------------------------------------------------------

async function call(method, path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok)
    throw new Error(answer.error?.message ?? `The sandbox answered ${response.status}.`);
  return answer;
}

const shop = () => state.shops[0];

/** Runs what a button asks for, shows a failure in words, and brings the page up to date. */
function act(work) {
  return async (event) => {
    event?.preventDefault();
    try {
      await work();
      await refresh();
    } catch (error) {
      showToast({ id: crypto.randomUUID(), message: error.message, isError: true, duration: 8000 });
    }
  };
}

// Small pieces of page -----------------------------------------------------------------------------

function make(tag, properties = {}, ...children) {
  const { dataset = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return made;
}

const badge = (text, tone = "") => make("span", { className: `badge ${tone}`, textContent: text });

/** Replaces a list's rows only when they changed, so that a click never loses its target. */
const drawn = new Map();
function draw(id, rows, row) {
  const text = JSON.stringify(rows);
  if (drawn.get(id) === text) return;
  drawn.set(id, text);
  byId(id).replaceChildren(...rows.map(row));
}

// The app: install, open, leave ----------------------------------------------------------------------

async function openApp(path = "/app") {
  const { url } = await call("GET", `app-url?path=${encodeURIComponent(path)}`);
  forgetApp();
  frame.src = url;
  frame.hidden = false;
  byId("stage-note").hidden = true;
}

function closeApp() {
  forgetApp();
  frame.removeAttribute("src");
  frame.hidden = true;
  byId("stage-note").hidden = false;
}

function forgetApp() {
  showSaveBar({ visible: false });
  showMenu({ items: [] });
  showTitle({ title: "", buttons: [] });
  byId("loading-bar").hidden = true;
  byId("app-path").textContent = "";
}

/** What the app wants to open outside its frame: the admin knows some of these places. */
async function leaveTo(address) {
  const url = new URL(address);
  const isAdmin =
    url.protocol === "shopify:" || ["admin.shopify.com", shop().domain].includes(url.hostname);
  if (isAdmin && url.pathname.includes("/oauth/install")) return askForScopes(url.searchParams);
  if (isAdmin && url.pathname.includes(`/apps/${state.apiKey}`)) {
    return openApp(url.pathname.split(`/apps/${state.apiKey}`)[1] || "/app");
  }
  if (url.hostname === shop().domain) return window.open(storefrontAddress(url.hostname), "_blank");
  if (["127.0.0.1", "localhost"].includes(url.hostname)) return window.open(url, "_blank");
  showToast({
    id: crypto.randomUUID(),
    message: `The app asks to open ${url.hostname}${url.pathname}, which the sandbox does not have.`,
    duration: 8000,
  });
}

async function askForScopes(parameters) {
  const wanted = ["scope", "optional_scopes"].flatMap(
    (name) => parameters.get(name)?.split(",") ?? [],
  );
  if (await grantScopes(wanted.filter(Boolean))) await openApp();
}

/** Asks the merchant; a scope that `shopify.app.toml` does not declare cannot be granted. */
async function grantScopes(wanted) {
  const scopes = wanted.filter((scope) => state.declaredScopes.includes(scope));
  if (scopes.length === 0) return false;
  const agreed = await question(
    "Grant access?",
    `The app asks for: ${scopes.join(", ")}.`,
    "Grant",
    "Cancel",
  );
  if (!agreed) return false;
  await call("PUT", "scopes", { scopes: [...new Set([...shop().grantedScopes, ...scopes])] });
  return true;
}

// What the app draws outside its frame ---------------------------------------------------------------

function showMenu({ items }) {
  byId("app-nav").replaceChildren(
    ...items.map(({ href, label, isHome, isCurrent }) => {
      const button = make("button", {
        type: "button",
        textContent: isHome ? "Home" : label,
        dataset: { href },
      });
      if (isCurrent) button.setAttribute("aria-current", "page");
      button.addEventListener("click", () =>
        saveBarVisible() ? shakeSaveBar() : tell("navigate", { href }),
      );
      return button;
    }),
  );
}

function showTitle({ title, buttons }) {
  byId("app-title").textContent = title || "App";
  byId("title-buttons").replaceChildren(
    ...buttons.map(({ label, isPrimary, isDisabled }, index) => {
      const button = make("button", { type: "button", textContent: label, disabled: isDisabled });
      if (isPrimary) button.className = "primary";
      button.addEventListener("click", () => tell("title-bar-click", { index }));
      return button;
    }),
  );
}

let confirmsDiscard = false;
const saveBarVisible = () => !byId("save-bar").hidden;

function showSaveBar({ visible, save, discard, confirmsDiscard: confirms = false }) {
  byId("save-bar").hidden = !visible;
  confirmsDiscard = confirms;
  if (!visible) return;
  for (const [id, look] of [
    ["save-bar-save", save],
    ["save-bar-discard", discard],
  ]) {
    const button = byId(id);
    button.textContent = look.isLoading ? `${look.label} …` : look.label;
    button.disabled = look.isDisabled || look.isLoading;
    button.setAttribute("aria-busy", String(look.isLoading));
  }
}

function shakeSaveBar() {
  const bar = byId("save-bar");
  bar.classList.add("shaking");
  bar.addEventListener("animationend", () => bar.classList.remove("shaking"), { once: true });
}

function showToast({ id, message, isError = false, duration = 5000, action }) {
  const toast = make(
    "div",
    { className: isError ? "toast bad" : "toast", dataset: { toastId: id } },
    message,
  );
  const gone = () => {
    toast.remove();
    tell("toast-dismiss", { id });
  };
  if (action) {
    const button = make("button", { type: "button", textContent: action });
    button.addEventListener("click", () => tell("toast-action", { id }));
    toast.append(button);
  }
  const dismiss = make("button", { type: "button", textContent: "×", ariaLabel: "Dismiss" });
  dismiss.addEventListener("click", gone);
  toast.append(dismiss);
  byId("toasts").append(toast);
  setTimeout(() => toast.isConnected && gone(), duration);
}

function question(title, text, yes, no) {
  const dialog = byId("question");
  byId("question-title").textContent = title;
  byId("question-text").textContent = text;
  byId("question-yes").textContent = yes;
  byId("question-no").textContent = no;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

// The conversation with app-bridge.js ----------------------------------------------------------------

function tell(kind, details = {}) {
  if (frame.hidden || !appOrigin) return;
  frame.contentWindow?.postMessage({ sandbox: "app-bridge", kind, ...details }, appOrigin);
}

const told = {
  ready: forgetApp,
  "nav-menu": showMenu,
  "title-bar": showTitle,
  "save-bar": showSaveBar,
  toast: showToast,
  "toast-hide": ({ id }) => document.querySelector(`[data-toast-id="${CSS.escape(id)}"]`)?.remove(),
  loading: ({ isLoading }) => (byId("loading-bar").hidden = !isLoading),
  location: ({ path }) => (byId("app-path").textContent = path),
  redirect: ({ url }) => leaveTo(url),
};

const asked = {
  "id-token": async () => (await call("POST", "id-token", {})).idToken,
  "leave-confirmation": () =>
    question("Leave this page?", "Changes that are not saved are lost.", "Leave", "Stay"),
  "scopes-query": () => ({
    granted: shop().grantedScopes,
    required: shop().grantedScopes,
    optional: [],
  }),
  "scopes-request": async ({ scopes }) => ({
    result: (await grantScopes(scopes)) ? "granted-all" : "declined-all",
  }),
  "scopes-revoke": async ({ scopes }) => {
    await call("PUT", "scopes", {
      scopes: shop().grantedScopes.filter((scope) => !scopes.includes(scope)),
    });
    return { detail: scopes };
  },
};

window.addEventListener("message", async ({ origin, source, data }) => {
  if (origin !== appOrigin || source !== frame.contentWindow || data?.sandbox !== "app-bridge")
    return;
  await told[data.kind]?.(data);
  if (asked[data.kind])
    tell("answer", { requestId: data.requestId, value: await asked[data.kind](data) });
});

// What Pinterest received ----------------------------------------------------------------------------

function eventRow({ eventName, eventId, result, deduplicated, offline, event, latencyMs }) {
  const {
    value,
    currency,
    contents = [],
    num_items: count,
    opt_out_type: optOut,
  } = event.custom_data ?? {};
  const items = contents.map(
    ({ item_name: name, id, quantity = 1 }) => `${quantity} × ${name ?? id}`,
  );
  const failed = result.status === "failed";
  const marks = [
    badge(failed ? "failed" : "accepted", failed ? "bad" : "good"),
    ...(deduplicated ? [badge("merged")] : []),
    ...(offline ? [badge("offline", "warn")] : []),
    ...(optOut ? [badge(optOut, "warn")] : []),
  ];
  const amount = value ? `${value} ${currency ?? ""}` : "";
  const timing = latencyMs === null ? "" : `${latencyMs} ms after the order`;
  return make(
    "li",
    { dataset: { eventId, eventName, status: result.status } },
    make(
      "div",
      { className: "line" },
      make("strong", { textContent: eventName }),
      ...marks,
      make("span", { className: "end", textContent: amount }),
    ),
    make("div", { className: "quiet" }, make("code", { textContent: eventId })),
    make("div", {
      className: "quiet",
      textContent: items.length > 0 ? items.join(", ") : count ? `${count} items` : "",
    }),
    make(
      "div",
      { className: "line quiet" },
      make("span", { textContent: new Date(event.event_time * 1000).toLocaleTimeString() }),
      make("span", { className: "end latency", textContent: timing }),
    ),
    ...(failed ? [make("div", { className: "fault", textContent: result.errorMessage })] : []),
  );
}

/** From the order's placement to Pinterest's answer, found by the order id; null without an order. */
function latency({ event, receivedAt }) {
  const order = shop().orders.find(({ id }) => id === event.custom_data?.order_id);
  return order ? Date.parse(receivedAt) - Date.parse(order.placedAt) : null;
}

function deliveryRow({ id, topic, state: outcome, attempts }) {
  const last = attempts.at(-1);
  const status = last?.status ?? (last ? "no answer" : "…");
  const row = make(
    "li",
    { className: "line", dataset: { deliveryId: id, topic, state: outcome } },
    make("span", { textContent: topic }),
    badge(String(status), outcome === "delivered" ? "good" : "bad"),
    make("span", {
      className: "end quiet",
      textContent: last ? `${last.durationMs} ms, try ${attempts.length}` : "",
    }),
  );
  if (outcome === "failed") {
    const again = make("button", { type: "button", textContent: "Redeliver" });
    again.addEventListener(
      "click",
      act(() => call("POST", `deliveries/${id}/redeliver`)),
    );
    row.append(again);
  }
  return row;
}

// Keeping the page up to date ------------------------------------------------------------------------

async function refresh() {
  state = await call("GET", "state");
  appOrigin = new URL(state.addresses.appUrl).origin;
  const { domain, installed, protectedFields } = shop();
  byId("shop-domain").textContent = domain;
  byId("app-status").textContent = installed ? "installed" : "not installed";
  byId("app-status").className = installed ? "badge good" : "badge";
  byId("install-app").disabled = installed;
  byId("open-app").disabled = !installed;
  byId("open-storefront").href = storefrontAddress(domain);
  byId("open-pinterest").href = state.addresses.pinterestUrl;
  byId("uninstall-app").disabled = !installed;
  for (const box of document.querySelectorAll("[data-field]"))
    box.checked = protectedFields[box.dataset.field];
  draw("order-topic", [...new Set(state.topics)], (topic) =>
    make("option", { value: topic, textContent: topic }),
  );
  await Promise.all([refreshDeliveries(), refreshPinterest()]);
}

/** As a shopper comes from a pin: each shop has a host of its own on this machine. */
function storefrontAddress(domain) {
  const host = domain.replace(".myshopify.com", ".localhost");
  return `${location.protocol}//${host}:${location.port}/?epik=dj0yJnU9demo`;
}

async function refreshDeliveries() {
  const { deliveries } = await call("GET", "deliveries?last=100");
  draw("deliveries", deliveries.toReversed(), deliveryRow);
}

async function refreshPinterest() {
  const { events, counts } = await call("GET", "pinterest/events?last=200");
  const { failures } = await call("GET", "pinterest/failures");
  const { accounts, tags, tokens } = await call("GET", "pinterest/access");
  const rows = events.toReversed().map((event) => ({ ...event, latencyMs: latency(event) }));
  draw("received-events", rows, eventRow);
  byId("received-summary").textContent =
    counts.received === 0
      ? "No event yet."
      : `${counts.received - counts.failed} accepted, ${counts.failed} failed, ${counts.deduplicated} merged with an earlier report`;
  const shown = failures.map((failure) => ({ kind: failure.kind, calls: failure.calls ?? null }));
  draw(
    "failure-list",
    tokens.length > 0 ? shown : [...shown, { kind: "revoke", calls: null }],
    ({ kind, calls }) =>
      make("li", { dataset: { kind } }, calls ? `${label(kind)}, ${calls} calls` : label(kind)),
  );
  byId("demo-tag").textContent = tags[0]?.tagId ?? "";
  byId("demo-ad-account").textContent = tokens[0]?.accounts[0] ?? accounts[0] ?? "";
  if (tokens[0]) byId("demo-token").textContent = tokens[0].token;
}

const label = (kind) =>
  byId("failure-kind").querySelector(`[value="${kind}"]`)?.textContent ?? kind;

async function poll() {
  try {
    if (!document.hidden) await refresh();
  } catch {
    byId("received-summary").textContent = "The sandbox does not answer; it may have been stopped.";
  }
  setTimeout(poll, POLL_MS);
}

// Buttons --------------------------------------------------------------------------------------------

const on = (id, type, work) => byId(id).addEventListener(type, act(work));

on("install-app", "click", async () => {
  await call("POST", "install", {});
  await openApp();
});
on("open-app", "click", () => openApp());
on("uninstall-app", "click", async () => {
  await call("POST", "uninstall", {});
  closeApp();
});
on("order-form", "submit", async () => {
  const count = Number(byId("order-count").value) || 1;
  const country = byId("order-country").value || undefined;
  for (let placed = 0; placed < count; placed += 1) {
    const { order, deliveries } = await call("POST", "orders", { country });
    const note = deliveries.length > 0 ? "" : "; no webhook went out, the app is not installed";
    byId("order-note").textContent = `${order.name} placed${note}.`;
  }
});
on("send-body", "click", async () => {
  const topic = byId("order-topic").value;
  const body = byId("order-body").value;
  const isOrder = topic.startsWith("orders/");
  const { deliveries } = await call("POST", isOrder ? "orders" : "webhooks", { topic, body });
  byId("order-note").textContent =
    `Sent ${deliveries.length} webhook${deliveries.length === 1 ? "" : "s"}.`;
});
on("protected-fields", "change", () => {
  const boxes = [...document.querySelectorAll("[data-field]")];
  return call(
    "PUT",
    "protected-fields",
    Object.fromEntries(boxes.map((box) => [box.dataset.field, box.checked])),
  );
});

const FAILURES = {
  rate_limit: { resetSeconds: 5 },
  slow: { delayMs: 3000 },
  partial: { everyNth: 2 },
};
on("failure-form", "submit", async () => {
  const kind = byId("failure-kind").value;
  if (kind === "revoke") {
    const { tokens } = await call("GET", "pinterest/access");
    for (const { token } of tokens)
      await call("DELETE", `pinterest/tokens/${encodeURIComponent(token)}`);
    return;
  }
  const calls = Number(byId("failure-calls").value);
  await call("POST", "pinterest/failures", {
    kind,
    ...FAILURES[kind],
    ...(calls > 0 && { calls }),
  });
});
on("failure-clear", "click", async () => {
  await call("DELETE", "pinterest/failures");
  const { tokens, accounts } = await call("GET", "pinterest/access");
  const token = byId("demo-token").textContent;
  if (tokens.length === 0 && token)
    await call("POST", "pinterest/tokens", { token, accounts: accounts.slice(0, 1) });
});

byId("save-bar-save").addEventListener("click", () => tell("save-bar-click", { button: "save" }));
byId("save-bar-discard").addEventListener("click", async () => {
  const sure =
    !confirmsDiscard ||
    (await question(
      "Discard all changes?",
      "Changes that are not saved are lost.",
      "Discard",
      "Keep editing",
    ));
  if (sure) tell("save-bar-click", { button: "discard" });
});
byId("question-yes").addEventListener("click", () => byId("question").close("yes"));
byId("question-no").addEventListener("click", () => byId("question").close("no"));

await poll();
// Back from another site: the app is opened where it sent the merchant.
const wanted = new URLSearchParams(location.search).get("open");
if (wanted?.startsWith("/app") && shop().installed) await openApp(wanted);
