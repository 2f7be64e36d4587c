import { log } from "~/log.server";
import { refusal } from "~/refusal";

import { readWebhook, type Webhook } from "./webhook.server";

/**
 * Answers a webhook: 200 once `record` has committed, a refusal for what is not a webhook of ours, and
 * 503 for any fault in between, so that Shopify sends it again.
 */
export async function answerWebhook(
  request: Request,
  record: (webhook: Webhook, now: Date) => Promise<unknown>,
): Promise<Response> {
  try {
    const read = await readWebhook(request);
    switch (read.kind) {
      case "verified":
        await record(read.webhook, new Date());
        return new Response(null, { status: 200 });
      case "bad_signature":
        return refusal(401, "bad_signature", "Sign the body with the app's client secret.");
      case "missing_headers":
        return refusal(400, "missing_headers", `Send these headers: ${read.names.join(", ")}.`);
      case "too_large":
        return refusal(413, "too_large", "Send at most 20 MiB.");
      case "not_json":
        return refusal(400, "not_json", "Send a JSON body in UTF-8.");
    }
  } catch (err) {
    log.error({ err }, "could not record a webhook");
    return refusal(503, "unavailable", "The webhook was not recorded; send it again.", {
      "retry-after": "5",
    });
  }
}
