import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import {
  StreamReplacer,
  allowFraming,
  redirectTarget,
  replacements,
} from "../../sandbox/proxy/rewrite.ts";
import { startProxy } from "../../sandbox/proxy/server.ts";
import type { RunningServer } from "../../sandbox/loopback-server.ts";

const ADMIN = "http://127.0.0.1:4100";
const PINTEREST = "http://127.0.0.1:4102";
const PAGE = `<!doctype html><head>
<link rel="stylesheet" href="https://cdn.shopify.com/static/fonts/inter/v4/styles.css">
<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="k"></script>
<script src="https://cdn.shopify.com/shopifycloud/app-bridge.jsx"></script></head>Grüße`;

let proxy: RunningServer;
let seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string };
let answer: (response: ServerResponse) => void;

const app = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
  request.on("end", () => {
    const { method = "", url = "", headers } = request;
    seen = { method, url, headers, body };
    answer(response);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const address = app.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  proxy = await startProxy({
    port: 0,
    upstreamUrl: `http://127.0.0.1:${address.port}`,
    adminOrigin: ADMIN,
    pinterestUrl: PINTEREST,
  });
});
afterAll(async () => {
  await proxy.close();
  app.closeAllConnections();
  app.close();
});

it("lets the admin page frame the app, and gives App Bridge and the font another address", async () => {
  answer = (response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-length": Buffer.byteLength(PAGE),
      "content-security-policy": "frame-ancestors https://demo.myshopify.com; img-src 'self'",
      link: '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"; as="script";',
    });
    response.end(PAGE);
  };
  const response = await fetch(`${proxy.url}/app?shop=demo.myshopify.com`, {
    headers: { accept: "text/html", "accept-encoding": "gzip" },
  });
  const page = await response.text();

  // A compressed page could not be rewritten.
  expect(seen).toMatchObject({ headers: { "accept-encoding": "identity" } });
  expect(response.headers.get("content-security-policy")).toBe(
    `frame-ancestors https://demo.myshopify.com ${ADMIN}; img-src 'self'`,
  );
  expect(response.headers.get("link")).toBe(
    `<${ADMIN}/app-bridge.js>; rel="preload"; as="script";`,
  );
  expect(page).toContain(`<script src="${ADMIN}/app-bridge.js" data-api-key="k">`);
  expect(page).toContain(`href="${ADMIN}/blocked-fonts/inter/v4/styles.css"`);
  expect(page).toContain("Grüße");
});

it("passes everything else through as it is", async () => {
  const script = 'load("https://cdn.shopify.com/shopifycloud/app-bridge.js")';
  answer = (response) => {
    response.writeHead(201, {
      "content-type": "text/javascript",
      "x-own": "1",
      "set-cookie": ["a=1", "b=2"],
    });
    response.end(script);
  };
  const response = await fetch(`${proxy.url}/webhooks/orders?x=%20y`, {
    method: "POST",
    body: '{ "id": 1 }',
    headers: { "x-shopify-hmac-sha256": "abc=", "accept-encoding": "gzip" },
  });

  expect(seen).toMatchObject({
    method: "POST",
    url: "/webhooks/orders?x=%20y",
    body: '{ "id": 1 }',
    headers: {
      host: new URL(proxy.url).host,
      "x-shopify-hmac-sha256": "abc=",
      "accept-encoding": "gzip",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": new URL(proxy.url).host,
      "x-forwarded-proto": "http",
    },
  });
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await response.text()).toBe(script);
});

it("hands on each part of a stream before the next one exists", async () => {
  let stream: ServerResponse | undefined;
  answer = (response) => {
    stream = response;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: 1\n\n");
  };
  const response = await fetch(`${proxy.url}/live`);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  stream?.write("data: 2\n\n");
  const second = await reader?.read();
  await reader?.cancel();

  expect([first, second].map((part) => Buffer.from(part?.value ?? []).toString())).toEqual([
    "data: 1\n\n",
    "data: 2\n\n",
  ]);
});

it("passes redirects on without following them", async () => {
  answer = (response) => response.writeHead(302, { location: "/auth/session-token" }).end();
  const response = await fetch(`${proxy.url}/app`, { redirect: "manual" });

  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("/auth/session-token");
});

it("answers 502 when the web process is not there", async () => {
  const alone = await startProxy({
    port: 0,
    upstreamUrl: "http://127.0.0.1:9",
    adminOrigin: ADMIN,
    pinterestUrl: PINTEREST,
  });
  const response = await fetch(`${alone.url}/app`);
  await alone.close();

  expect(response.status).toBe(502);
});

describe("StreamReplacer", () => {
  it("finds an address wherever the chunks are cut", () => {
    const page = Buffer.from(PAGE);
    const outputs = Array.from({ length: page.length }, (_, cut) => {
      const replacer = new StreamReplacer(replacements(ADMIN));
      return Buffer.concat([
        replacer.push(page.subarray(0, cut)),
        replacer.push(page.subarray(cut)),
        replacer.end(),
      ]).toString();
    });

    expect(new Set(outputs).size).toBe(1);
    expect(outputs[0]).toContain(`${ADMIN}/app-bridge.js`);
  });

  it("holds nothing back that cannot become a match", () => {
    const replacer = new StreamReplacer(replacements(ADMIN));
    expect(replacer.push(Buffer.from("<p>hello</p>")).toString()).toBe("<p>hello</p>");
  });
});

describe("allowFraming", () => {
  test.each([
    { policy: "frame-ancestors 'none';", framed: `frame-ancestors ${ADMIN};` },
    { policy: "default-src 'self'", framed: "default-src 'self'" },
    {
      policy: "default-src 'self'; frame-ancestors https://a.example;",
      framed: `default-src 'self'; frame-ancestors https://a.example ${ADMIN};`,
    },
  ])("$policy", ({ policy, framed }) => {
    expect(allowFraming(policy, ADMIN)).toBe(framed);
  });
});

test.each([
  {
    location: "https://www.pinterest.com/oauth/?client_id=1&state=a",
    target: `${PINTEREST}/oauth/?client_id=1&state=a`,
  },
  {
    location: "https://demo.myshopify.com/admin/apps/the-key/app/settings",
    target: `${ADMIN}/?open=%2Fapp%2Fsettings`,
  },
  { location: "/app?shop=demo.myshopify.com", target: "/app?shop=demo.myshopify.com" },
  { location: "https://pinterest.example/oauth/", target: "https://pinterest.example/oauth/" },
])("leads a redirect to $location to $target", ({ location, target }) => {
  expect(redirectTarget(location, { adminOrigin: ADMIN, pinterestUrl: PINTEREST })).toBe(target);
});
