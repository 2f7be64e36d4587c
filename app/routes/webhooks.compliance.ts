import type { ActionFunctionArgs } from "@remix-run/node";

import { answerWebhook } from "~/shopify/answer-webhook.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";

/** Shopify `customers/data_request`, `customers/redact`, `shop/redact` -> done before it is answered. */
export function action({ request }: ActionFunctionArgs) {
  return answerWebhook(request, (webhook, now) => recordComplianceWebhook(webhook, now));
}
