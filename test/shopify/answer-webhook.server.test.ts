import { describe, expect, test, vi } from "vitest";

import { log } from "~/log.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";

import { webhookRequest } from "#test/support/webhooks";

const BODY = '{"id":1}';
const EMAIL = "ada.lovelace@example.com";

describe("answerWebhook", () => {
  test("answers 200 with nothing, once it was recorded", async () => {
    const committed = Promise.withResolvers<void>();
    const record = vi.fn(() => committed.promise);
    let answer: Response | undefined;
    const answering = answerWebhook(webhookRequest(BODY), record).then(
      (response) => (answer = response),
    );
    await vi.waitUntil(() => record.mock.calls.length > 0);
    expect(answer).toBeUndefined();
    committed.resolve();
    await answering;
    expect(answer?.status).toBe(200);
    expect(await answer?.text()).toBe("");
  });

  test.each([
    {
      request: () => webhookRequest(BODY, { "x-shopify-hmac-sha256": "AAAA" }),
      status: 401,
      code: "bad_signature",
      message: "Sign the body with the app's client secret.",
    },
    {
      request: () =>
        webhookRequest(BODY, { "x-shopify-topic": null, "x-shopify-webhook-id": null }),
      status: 400,
      code: "missing_headers",
      message: "Send these headers: x-shopify-topic, x-shopify-webhook-id.",
    },
    {
      request: () => webhookRequest("{"),
      status: 400,
      code: "not_json",
      message: "Send a JSON body in UTF-8.",
    },
    {
      request: () => webhookRequest(BODY, { "content-length": "99999999" }),
      status: 413,
      code: "too_large",
      message: "Send at most 20 MiB.",
    },
  ])("answers $status $code and records nothing", async ({ request, status, code, message }) => {
    const record = vi.fn();
    const response = await answerWebhook(request(), record);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { code, message } });
    expect(record).not.toHaveBeenCalled();
  });

  test("answers 503 where it could not be recorded, so that Shopify sends it again", async () => {
    const logged = vi.spyOn(log, "error");
    const response = await answerWebhook(webhookRequest(BODY), async () => {
      throw new TypeError(`Invalid value ${EMAIL}`);
    });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: "unavailable" } });
    expect(text).not.toContain("lovelace");
    expect(logged).toHaveBeenCalledOnce();
  });

  test("answers 503 where the connection broke before the body was whole", async () => {
    vi.spyOn(log, "error");
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError("terminated")),
    });
    const { headers } = webhookRequest(BODY);
    const init = { method: "POST", body: broken, headers, duplex: "half" as const };
    const record = vi.fn();
    const request = new Request("http://127.0.0.1/webhooks/orders", init);
    expect((await answerWebhook(request, record)).status).toBe(503);
    expect(record).not.toHaveBeenCalled();
  });
});
