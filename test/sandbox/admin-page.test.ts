import { existsSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { build } from "esbuild";
import { type Browser, type FrameLocator, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningServer } from "../../sandbox/loopback-server.ts";
import { startPinterest } from "../../sandbox/pinterest/server.ts";
import { startProxy } from "../../sandbox/proxy/server.ts";
import { type RunningShopify, startShopify } from "../../sandbox/shopify/server.ts";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const CDN = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

/** A page that uses App Bridge through Shopify's own React components. */
const APP_SOURCE = `
  import { createElement as h, useState } from "react";
  import { createRoot } from "react-dom/client";
  import { Modal, NavMenu, SaveBar, TitleBar, useAppBridge } from "@shopify/app-bridge-react";

  function App() {
    const shopify = useAppBridge();
    const [dirty, setDirty] = useState(false);
    const [open, setOpen] = useState(false);
    const [said, setSaid] = useState("");
    const finish = (word) => () => { setDirty(false); setSaid(word); };
    return h("main", null,
      h(NavMenu, null, h("a", { href: "/app", rel: "home" }, "Home"), h("a", { href: "/app/settings" }, "Settings")),
      h(TitleBar, { title: "Overview" }, h("button", { variant: "primary", onClick: finish("connected") }, "Connect")),
      h(SaveBar, { id: "bar", open: dirty },
        h("button", { variant: "primary", onClick: finish("saved") }),
        h("button", { onClick: finish("discarded") })),
      h(Modal, { open, onHide: () => setOpen(false) },
        h("p", null, "Inside the modal"),
        h(TitleBar, { title: "Sure?" }, h("button", { onClick: () => { setSaid("agreed"); setOpen(false); } }, "Agree"))),
      h("label", null, "Note ", h("input", { onChange: () => setDirty(true) })),
      h("button", { onClick: () => shopify.toast.show("Tag saved") }, "Show toast"),
      h("button", { onClick: () => setOpen(true) }, "Open modal"),
      h("button", { onClick: () => fetch("/data").then((r) => r.text()).then(setSaid) }, "Load data"),
      h("button", { onClick: () => shopify.saveBar.leaveConfirmation().then(finish("left"), () => setSaid("stayed")) }, "Leave"),
      h("output", null, said));
  }
  addEventListener("shopify:navigate", ({ target }) => history.pushState({}, "", target.getAttribute("href")));
  createRoot(document.getElementById("root")).render(h(App));
`;

let bundle = "";
let dataCalls: IncomingMessage[] = [];
let servers: RunningServer[] = [];
let shopify: RunningShopify;
let browser: Browser;
let page: Page;
let frame: FrameLocator;

/** The least of an embedded app: a bounce page, a page, and data that wants a session token. */
const app = createServer((request, response) => {
  const url = new URL(request.url ?? "/", servers[2]?.url);
  const script = `<script data-api-key="test-key" src="${CDN}"></script>`;
  if (request.method === "POST") return response.end();
  if (url.pathname === "/bundle.js") return response.end(bundle);
  if (url.pathname === "/data") {
    dataCalls.push(request);
    const isFirst = dataCalls.length === 1;
    if (isFirst) response.writeHead(401, { "X-Shopify-Retry-Invalid-Session-Request": "1" });
    return response.end(isFirst ? "" : "data for the merchant");
  }
  const csp = "frame-ancestors https://demo.myshopify.com https://admin.shopify.com;";
  response.setHeader("content-type", "text/html");
  response.setHeader("content-security-policy", csp);
  if (url.pathname === "/auth/session-token") return response.end(script);
  if (!url.searchParams.has("id_token")) {
    const query = new URLSearchParams({ "shopify-reload": url.href });
    return response.writeHead(302, { location: `/auth/session-token?${query}` }).end();
  }
  response.end(`<!doctype html>${script}<div id="root"></div><script src="/bundle.js"></script>`);
  return undefined;
});

describe.skipIf(!existsSync(CHROMIUM))("the admin page", () => {
  beforeAll(async () => {
    const built = await build({
      stdin: { contents: APP_SOURCE, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      define: { "process.env.NODE_ENV": '"production"' },
    });
    bundle = built.outputFiles[0]?.text ?? "";
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    const address = app.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const appUrl = `http://127.0.0.1:${address.port}`;
    const pinterest = await startPinterest({ port: 0 });
    shopify = await startShopify({
      apiKey: "test-key",
      apiSecret: "test-secret",
      port: 0,
      pinterestUrl: pinterest.url,
      toml: {
        scopes: ["read_orders"],
        subscriptions: [{ topic: "orders/create", uri: "/webhooks/orders", name: null }],
      },
    });
    const proxy = await startProxy({ port: 0, upstreamUrl: appUrl, adminOrigin: shopify.url });
    shopify.setAddresses({ appUrl: proxy.url });
    servers = [shopify, pinterest, proxy];
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.close()));
    app.closeAllConnections();
    app.close();
  });
  beforeEach(async () => {
    await page?.close();
    await fetch(`${shopify.url}/sandbox/reset`, { method: "POST" });
    dataCalls = [];
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(shopify.url);
    await page.getByRole("button", { name: "Install app" }).click();
    frame = page.frameLocator("#app-frame");
    await frame.getByRole("button", { name: "Show toast" }).waitFor();
  });

  const said = (word: string) => frame.locator("output", { hasText: word }).waitFor();

  it("draws the app's menu, title and toasts, and hands clicks back into the frame", async () => {
    await page.locator("#title-bar").getByRole("button", { name: "Connect" }).click();
    await said("connected");
    await page.getByRole("navigation").getByRole("button", { name: "Settings" }).click();
    await page.locator("#app-path", { hasText: "/app/settings" }).waitFor();
    await page.locator('#app-nav [aria-current="page"]', { hasText: "Settings" }).waitFor();
    await frame.getByRole("button", { name: "Show toast" }).click();
    await page.locator(".toast", { hasText: "Tag saved" }).waitFor();

    expect(await page.locator("#app-title").textContent()).toBe("Overview");
  });

  it("shows the save bar for unsaved changes, and keeps the merchant from leaving by accident", async () => {
    const note = frame.getByLabel("Note");
    const bar = page.locator("#save-bar");
    await note.fill("a");
    await bar.waitFor();
    await page.getByRole("navigation").getByRole("button", { name: "Settings" }).click();
    expect(await page.locator("#app-path").textContent()).toBe("/app");

    await page.locator("#save-bar-save").click();
    await said("saved");
    await bar.waitFor({ state: "hidden" });
    await note.fill("b");
    await page.locator("#save-bar-discard").click();
    await said("discarded");
    await note.fill("c");
    await frame.getByRole("button", { name: "Leave" }).click();
    await page.locator("#question-no").click();
    await said("stayed");
    await frame.getByRole("button", { name: "Leave" }).click();
    await page.locator("#question-yes").click();
    await said("left");
  });

  it("gives requests a session token, and a new one when the app asks for it", async () => {
    await frame.getByRole("button", { name: "Load data" }).click();
    await said("data for the merchant");

    const tokens = dataCalls.map(({ headers }) => headers.authorization);
    expect(tokens).toEqual([
      expect.stringMatching(/^Bearer ey/),
      expect.stringMatching(/^Bearer ey/),
    ]);
    expect(new Set(tokens).size).toBe(2);
  });

  it("opens a modal and closes it with its own button", async () => {
    await frame.getByRole("button", { name: "Open modal" }).click();
    const dialog = frame.getByRole("dialog", { name: "Sure?" });
    await dialog.getByText("Inside the modal").waitFor();
    await dialog.getByRole("button", { name: "Agree" }).click();
    await said("agreed");
    await dialog.waitFor({ state: "detached" });
  });

  it("brings a frame without a token back to its page through the bounce page", async () => {
    const back = page.waitForRequest((request) =>
      request.url().includes("/app?shop=demo.myshopify.com&id_token="),
    );
    const address = "/app?shop=demo.myshopify.com";
    await frame.locator("body").evaluate((_body, to) => window.location.assign(to), address);
    await back;
    await frame.getByRole("button", { name: "Load data" }).click();
    await said("data for the merchant");
  });

  it("leads to the shop, and to what browser and server reported", async () => {
    const popup = async (link: string) => {
      const opened = page.waitForEvent("popup");
      await page.getByRole("link", { name: link }).click();
      return opened;
    };
    const shop = await popup("Go shopping");
    await shop.getByRole("heading", { name: "Made slowly, kept long" }).waitFor();
    expect(new URL(shop.url()).searchParams.has("epik")).toBe(true);
    const events = await popup("Browser and server, side by side");
    await events.getByRole("heading", { name: "Events at the local Pinterest" }).waitFor();
    await Promise.all([shop.close(), events.close()]);
  });

  it("asks no other machine for anything, in the page and in the frame", async () => {
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).hostname));
    await page.reload();
    await page.getByRole("button", { name: "Open app" }).click();
    await frame.getByRole("button", { name: "Show toast" }).waitFor();

    expect([...hosts]).toEqual(["127.0.0.1"]);
  });

  it("lists placed orders' webhooks, and leaves the app when it is uninstalled", async () => {
    await page.locator("#order-count").fill("2");
    await page.getByRole("button", { name: "Place random order" }).click();
    await page.locator('#deliveries li[data-topic="orders/create"]').nth(1).waitFor();
    await page.getByRole("button", { name: "Uninstall" }).click();
    await page.locator("#app-status", { hasText: "not installed" }).waitFor();

    expect(await page.locator("#app-frame").isVisible()).toBe(false);
  });
});
