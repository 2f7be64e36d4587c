import { createHash, createHmac } from "node:crypto";

import { describe, expect, test } from "vitest";

import { readWebhook } from "~/shopify/webhook.server";

import { webhookRequest } from "#test/support/webhooks";

const BODY = JSON.stringify({ id: 7300000000042, note: "Zoë 🧣" });
const MEBIBYTE = 1024 * 1024;

describe("readWebhook", () => {
  test("hands on a signed webhook with everything that names it", async () => {
    expect(await readWebhook(webhookRequest(BODY))).toEqual({
      kind: "verified",
      webhook: {
        shopDomain: "demo.myshopify.com",
        topic: "orders/create",
        dedupeKey: "event-1",
        webhookId: "webhook-1",
        triggeredAt: new Date("2026-11-20T15:00:03.123Z"),
        bodySha256: createHash("sha256").update(BODY).digest("hex"),
        body: JSON.parse(BODY),
      },
    });
  });

  test.each([
    { text: "820982911946154508", value: "820982911946154508" },
    { text: "-820982911946154508", value: -820982911946154500 },
    { text: "9007199254740991", value: 9007199254740991 },
    { text: "1.5e300", value: 1.5e300 },
    { text: '"820982911946154508"', value: "820982911946154508" },
  ])("reads $text without losing a digit of an id", async ({ text, value }) => {
    expect(await readWebhook(webhookRequest(`{"id":[${text}]}`))).toMatchObject({
      webhook: { body: { id: [value] } },
    });
  });

  test.each([
    { header: "x-shopify-event-id", value: null, gives: { dedupeKey: "webhook-1" } },
    { header: "x-shopify-triggered-at", value: null, gives: { triggeredAt: null } },
    { header: "x-shopify-triggered-at", value: "yesterday", gives: { triggeredAt: null } },
    {
      header: "x-shopify-shop-domain",
      value: "Demo.MyShopify.com",
      gives: { shopDomain: "demo.myshopify.com" },
    },
  ])("$header: $value gives $gives", async ({ header, value, gives }) => {
    expect(await readWebhook(webhookRequest(BODY, { [header]: value }))).toMatchObject({
      kind: "verified",
      webhook: gives,
    });
  });

  test("names every header that is missing", async () => {
    const request = webhookRequest(BODY, {
      "x-shopify-hmac-sha256": null,
      "x-shopify-topic": null,
      "x-shopify-shop-domain": "",
      "x-shopify-webhook-id": null,
    });
    expect(await readWebhook(request)).toEqual({
      kind: "missing_headers",
      names: [
        "x-shopify-hmac-sha256",
        "x-shopify-topic",
        "x-shopify-shop-domain",
        "x-shopify-webhook-id",
      ],
    });
  });

  test.each([
    { signature: hmac(BODY, "another-secret"), because: "another app's secret made it" },
    { signature: hmac(`${BODY} `), because: "it is another body's" },
    { signature: hmac(BODY).slice(0, -4), because: "its end is cut off" },
    { signature: createHmac("sha256", "test-secret").update(BODY).digest("hex"), because: "hex" },
    { signature: hmac(BODY).replaceAll(/./g, "!"), because: "it is no base64" },
    { signature: "AAAA", because: "it is short" },
  ])("refuses a signature, because $because", async ({ signature }) => {
    const request = webhookRequest(BODY, { "x-shopify-hmac-sha256": signature });
    expect(await readWebhook(request)).toEqual({ kind: "bad_signature" });
  });

  test("refuses a body of which any byte was changed", async () => {
    for (const index of [0, 17, BODY.length - 1]) {
      const bytes = Buffer.from(BODY);
      bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
      const request = webhookRequest(new Uint8Array(bytes), {
        "x-shopify-hmac-sha256": hmac(BODY),
      });
      expect(await readWebhook(request)).toEqual({ kind: "bad_signature" });
    }
  });

  test("checks the bytes as they came, not a text made of them", async () => {
    // Decoded and encoded again, the broken character would be three bytes and sign differently.
    const bytes = new Uint8Array([0x22, 0xff, 0x22]);
    expect(await readWebhook(webhookRequest(bytes))).toEqual({ kind: "not_json" });
    const spaced = '{ "a" :\t1.0 }\n';
    expect(await readWebhook(webhookRequest(spaced))).toMatchObject({ kind: "verified" });
  });

  test.each(["", "{", "order=1", "[1,]", "undefined"])(
    "refuses a signed body that is no JSON: %j",
    async (body) => {
      expect(await readWebhook(webhookRequest(body))).toEqual({ kind: "not_json" });
    },
  );

  test.each(["null", "[]", '"text"', "0"])("leaves other JSON to the schemas: %s", async (body) => {
    expect(await readWebhook(webhookRequest(body))).toMatchObject({
      kind: "verified",
      webhook: { body: JSON.parse(body) },
    });
  });

  test("refuses a body that says it is over 20 MiB without reading it", async () => {
    const request = webhookRequest(BODY, { "content-length": String(20 * MEBIBYTE + 1) });
    expect(await readWebhook(request)).toEqual({ kind: "too_large" });
    expect(request.bodyUsed).toBe(false);
  });

  test("stops reading a body that grows over 20 MiB", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(MEBIBYTE));
      },
    });
    const { headers } = webhookRequest(BODY);
    const init = { method: "POST", body: endless, headers, duplex: "half" as const };
    const request = new Request("http://127.0.0.1/webhooks/orders", init);
    expect(await readWebhook(request)).toEqual({ kind: "too_large" });
    expect(pulled).toBeLessThan(30);
  });

  test("takes a body of 20 MiB", async () => {
    const body = `"${"x".repeat(20 * MEBIBYTE - 2)}"`;
    expect((await readWebhook(webhookRequest(body))).kind).toBe("verified");
  });
});

function hmac(body: string, secret = "test-secret"): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}
