import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";

import { parse } from "smol-toml";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { toPixelFields } from "~/conversions/shop-pixel";
import { readEnv } from "~/env.server";
import { webhooksBefore } from "~/http/webhooks.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { INSTALLATION_DIR } from "~/paths.server";
import { startQueue, stopQueue } from "~/queue.server";
import { API_VERSION } from "~/shopify/admin.server";
import { MARKET_SCOPES } from "~/shopify/markets.server";
import { DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { topicClass } from "~/shops/topic-class";

import { emptyDatabase } from "#test/support/database";
import { shopifyOrderBody } from "#test/support/orders";
import { shopSettings } from "#test/support/settings";
import { appTomlSchema, COMPLIANCE_TOPICS, pixelTomlSchema } from "#test/support/shopify-toml";
import { connectedShop, SHOP_DOMAIN } from "#test/support/shops";
import { webhookRequest } from "#test/support/webhooks";

const appText = readFileSync(path.join(INSTALLATION_DIR, "shopify.app.toml"), "utf8");
const app = appTomlSchema.parse(parse(appText));

const extensionsDir = path.join(INSTALLATION_DIR, "extensions");
const extensions = readdirSync(extensionsDir).map((folder) => ({
  folder,
  toml: parse(readFileSync(path.join(extensionsDir, folder, "shopify.extension.toml"), "utf8")),
}));

/** Every topic with the address that it is sent to. */
const subscriptions = app.webhooks.subscriptions.flatMap(
  ({ compliance_topics: compliance = [], topics = [], uri }) =>
    [...topics, ...compliance].map((topic) => ({ topic, uri })),
);

/** What the log says of a webhook whose topic has no code. */
const UNKNOWN = "a webhook of a topic that nobody asked for";

describe("shopify.app.toml", () => {
  test.each([
    { spoilt: "a key is misspelt", from: "direct_api_mode", to: "direct_api_modus" },
    { spoilt: "an address is open", from: "https://app.example.com/auth", to: "http://app/auth" },
    { spoilt: "the name is too long", from: "Pin Relay", to: "Pin Relay for every shop there is" },
    { spoilt: "there is no such quarter", from: "2026-10", to: "2026-11" },
    { spoilt: "a topic comes twice", from: '"orders/paid"', to: '"orders/create"' },
    { spoilt: "compliance is misspelt", from: '"shop/redact"', to: '"shop/redacted"' },
  ])("is refused where $spoilt", ({ from, to }) => {
    expect(appText).toContain(from);
    expect(appTomlSchema.safeParse(parse(appText.replace(from, to))).success).toBe(false);
  });

  test("asks for the scopes that the app takes for granted, and offers what markets need", () => {
    const { SCOPES } = readEnv({
      SHOPIFY_API_KEY: "key",
      SHOPIFY_API_SECRET: "secret",
      SHOPIFY_APP_URL: "https://app.example.com",
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`,
    });
    expect(app.access_scopes.scopes).toBe(SCOPES.join(","));
    expect(app.access_scopes.optional_scopes).toEqual(expect.arrayContaining([...MARKET_SCOPES]));
  });

  test("is of the API version that the app speaks", () => {
    expect(app.webhooks.api_version).toBe(API_VERSION);
  });

  test("names each compliance topic, and no topic of an unknown class", () => {
    const topics = subscriptions.map(({ topic }) => topic);
    expect(topics).toEqual(expect.arrayContaining([...COMPLIANCE_TOPICS]));
    expect(topics.filter((topic) => topicClass(topic) === "other")).toEqual([]);
  });
});

describe("a webhook of the topic", () => {
  let server: Server;
  let url = "";

  beforeAll(async () => {
    await startQueue(listJobs(new AbortController().signal), "producer");
    await emptyDatabase();
    await connectedShop();
    server = createServer(webhooksBefore((_, others) => void others.writeHead(404).end()));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await stopQueue(1_000);
  });

  // An uninstall and an erasure would be heard by all that follow.
  const inOrder = subscriptions.toSorted(
    (one, other) => Number(isEnd(one.topic)) - Number(isEnd(other.topic)),
  );
  test.each(inOrder)("$topic is answered at $uri by code that knows it", async ({ topic, uri }) => {
    expect(await send(topic, uri)).toEqual({ status: 200, isKnown: true });
  });

  test("themes/publish, for which nobody asked, is noted as such", async () => {
    expect(await send("themes/publish", "/webhooks/shop")).toEqual({ status: 200, isKnown: false });
  });

  async function send(topic: string, uri: string) {
    const warn = vi.spyOn(log, "warn");
    const { body, headers } = webhookRequest(JSON.stringify(bodyOfAnyTopic()), {
      "x-shopify-topic": topic,
      "x-shopify-webhook-id": topic,
      "x-shopify-event-id": topic,
    });
    const answer = await fetch(`${url}${uri}`, { method: "POST", body, headers, duplex: "half" });
    await answer.body?.cancel();
    const isKnown = !warn.mock.calls.flat().includes(UNKNOWN);
    return { status: answer.status, isKnown };
  }
});

describe("shopify.extension.toml", () => {
  test.each(extensions)("of $folder fits what Shopify takes", ({ toml }) => {
    expect(pixelTomlSchema.safeParse(toml).error).toBeUndefined();
  });

  test("is refused with a setting of the older form", () => {
    const [{ toml } = { toml: {} }] = extensions;
    expect(pixelTomlSchema.safeParse({ ...toml, configuration: {} }).success).toBe(false);
  });

  test("declares what the app writes into a pixel's settings", () => {
    const [pixel] = extensions.map(({ toml }) => pixelTomlSchema.parse(toml));
    const written = toPixelFields(
      { appSettings: DEFAULT_APP_SETTINGS, sending: "real", settings: shopSettings({}) },
      {
        tagId: "2612345678901",
        collectUrl: "https://app.example.com/collect",
        collectKey: "prc_0",
      },
    );
    expect(Object.keys(pixel?.settings.fields ?? {}).toSorted()).toEqual(
      Object.keys(written).toSorted(),
    );
  });
});

function isEnd(topic: string): boolean {
  return topic === "app/uninstalled" || topic === "shop/redact";
}

/** An order that has what every other topic asks for beside it. */
function bodyOfAnyTopic() {
  return {
    ...shopifyOrderBody(),
    shop_domain: SHOP_DOMAIN,
    myshopify_domain: SHOP_DOMAIN,
    data_request: { id: 1 },
    orders_requested: [],
    orders_to_redact: [],
    current: ["read_orders"],
    status: "completed",
    type: "query",
  };
}
