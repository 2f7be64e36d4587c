import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it, test } from "vitest";

const PRELOAD = new URL("../../sandbox/preload.mjs", import.meta.url).href;
const run = promisify(execFile);

let localUrl = "";
const local = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
  request.on("end", () => {
    const { method, url, headers } = request;
    const own = headers["x-own"] ?? null;
    response.end(
      JSON.stringify({ method, url, shop: headers["x-sandbox-shop"] ?? null, own, body }),
    );
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => local.listen(0, "127.0.0.1", resolve));
  const address = local.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  localUrl = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  local.closeAllConnections();
  local.close();
});

/** Runs one expression in a process of its own with the preload, and prints what it resolves to. */
async function fetchInProcess(expression: string, shopifyUrl = localUrl): Promise<string> {
  const script = `${expression}.then((r) => r.text(), (e) => e.message).then((t) => process.stdout.write(t))`;
  const { stdout } = await run(process.execPath, ["--import", PRELOAD, "--eval", script], {
    env: { NODE_ENV: "test", SANDBOX_SHOPIFY_URL: shopifyUrl, LOCAL: localUrl },
  });
  return stdout;
}

const SHOP_URL = "https://demo.myshopify.com/admin/x?a=%20b";

test.each([
  {
    form: "text",
    call: `fetch("${SHOP_URL}", { method: "POST", body: "hi", headers: { "x-own": "1" } })`,
  },
  {
    form: "URL",
    call: `fetch(new URL("${SHOP_URL}"), { method: "POST", body: "hi", headers: [["x-own", "1"]] })`,
  },
  {
    form: "Request",
    call: `fetch(new Request("${SHOP_URL}", { method: "POST", body: "hi", headers: { "x-own": "1" } }))`,
  },
  {
    form: "Request and init",
    call: `fetch(new Request("${SHOP_URL}", { body: "no", method: "POST" }), { body: "hi", headers: { "x-own": "1" } })`,
  },
])("a shop's address given as $form goes to the local Shopify", async ({ call }) => {
  expect(JSON.parse(await fetchInProcess(call))).toEqual({
    method: "POST",
    url: "/admin/x?a=%20b",
    shop: "demo.myshopify.com",
    own: "1",
    body: "hi",
  });
});

it("leaves calls to this machine alone", async () => {
  expect(JSON.parse(await fetchInProcess("fetch(process.env.LOCAL + '/v5')"))).toMatchObject({
    url: "/v5",
    shop: null,
  });
});

test.each([
  "https://api.pinterest.com/v5",
  "https://demo.myshopify.com.evil.example/",
  "https://myshopify.com/",
  "http://10.0.0.1/",
])("refuses to call %s", async (url) => {
  expect(await fetchInProcess(`fetch("${url}")`)).toMatch(/^The sandbox does not call /);
});

it("refuses a local Shopify that is on another machine", async () => {
  const said = await fetchInProcess(`fetch("${SHOP_URL}")`, "https://shopify.example");
  expect(said).toMatch(/must be an address of this machine/);
});
