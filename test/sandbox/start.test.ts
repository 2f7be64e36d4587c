import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startSandboxProcesses } from "../../sandbox/start.ts";

const TOML = `
[access_scopes]
scopes = "read_products"
[[webhooks.subscriptions]]
topics = ["orders/create"]
uri = "/webhooks/orders"
`;

it("starts the three processes on free ports, joins them, and ends them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  const tomlPath = join(folder, "shopify.app.toml");
  await writeFile(tomlPath, TOML);
  const sandbox = await startSandboxProcesses({
    apiKey: "test-key",
    apiSecret: "test-secret-that-no-log-holds",
    tomlPath,
    ports: { shopify: 0, proxy: 0, pinterest: 0 },
    appUrl: "http://127.0.0.1:9",
    logDir: join(folder, "log"),
  });
  const call = (path: string, method = "GET", body?: string) =>
    fetch(`${sandbox.adminUrl}${path}`, { method, ...(body && { body }) });

  const admin = await call("/");
  await call("/sandbox/install", "POST");
  const frame: { url: string } = await (await call("/sandbox/app-url?path=/app")).json();
  const order = await call("/sandbox/orders", "POST", '{"seed":"a"}');
  const deliveries: object = await order.json();
  const pinterest = await call("/sandbox/pinterest/events");
  const logs = await Promise.all(
    (await readdir(join(folder, "log"))).map((file) => readFile(join(folder, "log", file), "utf8")),
  );
  await sandbox.close();

  expect(admin.headers.get("content-type")).toMatch(/^text\/html/);
  expect(frame.url).toMatch(new RegExp(`^${sandbox.proxyUrl}/app\\?embedded=1&host=.+&id_token=`));
  // There is no web process: the proxy says so, and Shopify keeps the delivery as failed.
  expect(deliveries).toMatchObject({
    deliveries: [{ state: "failed", attempts: [{ status: 502 }] }],
  });
  expect(await pinterest.json()).toMatchObject({ counts: { received: 0 }, events: [] });
  expect(logs.join("")).not.toMatch(/secret-that|eyJ|@example|pina_/);
  await expect(fetch(`${sandbox.pinterestUrl}/healthz`)).rejects.toThrow(TypeError);
  await rm(folder, { recursive: true });
});

it("ends what has started when a later process cannot start", async () => {
  const starting = startSandboxProcesses({
    apiKey: "test-key",
    apiSecret: "test-secret",
    tomlPath: "/nowhere/shopify.app.toml",
    ports: { shopify: 0, proxy: 0, pinterest: 0 },
    logDir: await mkdtemp(join(tmpdir(), "sandbox-")),
  });
  await expect(starting).rejects.toThrow(/shopify ended with code 1/);
});
