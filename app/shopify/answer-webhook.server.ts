import { log } from "~/log.server";
import { countWebhook } from "~/metrics.server";
import type { BodyRequest } from "~/read-body.server";
import { refusal } from "~/refusal";
import { topicClass } from "~/shops/topic-class";

import { readWebhook, type ReadWebhook, type Webhook } from "./webhook.server";

/**
 * Answers a webhook: 200 once `record` has committed, a refusal for what is not a webhook of ours, and
 * 503 for any fault in between, so that Shopify sends it again. Each answer is counted.
 *
 * @param record may return a word for what became of the webhook, which the figures then show.
 */
export async function answerWebhook(
  request: BodyRequest,
  record: (webhook: Webhook, now: Date) => Promise<unknown>,
): Promise<Response> {
  const count = (outcome: string): void =>
    countWebhook(topicClass(request.headers.get("x-shopify-topic")), outcome);
  let webhook: Webhook | undefined;
  try {
    const read = await readWebhook(request);
    if (read.kind !== "verified") {
      count(read.kind);
      return refusalOf(read);
    }
    webhook = read.webhook;
    const recorded = await record(webhook, new Date());
    count(typeof recorded === "string" ? recorded : "recorded");
    return new Response(null, { status: 200 });
  } catch (err) {
    count("unavailable");
    const { topic, webhookId } = webhook ?? {};
    log.error({ err, topic, webhookId }, "could not record a webhook");
    return refusal(503, "unavailable", "The webhook was not recorded; send it again.", {
      "retry-after": "5",
    });
  }
}

function refusalOf(read: Exclude<ReadWebhook, { kind: "verified" }>): Response {
  switch (read.kind) {
    case "bad_signature":
      return refusal(401, "bad_signature", "Sign the body with the app's client secret.");
    case "missing_headers":
      return refusal(400, "missing_headers", `Send these headers: ${read.names.join(", ")}.`);
    case "too_large":
      return refusal(413, "too_large", "Send at most 20 MiB.");
    case "not_json":
      return refusal(400, "not_json", "Send a JSON body in UTF-8.");
  }
}
