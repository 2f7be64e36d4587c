import type { ActionFunctionArgs } from "@remix-run/node";

import { recordOrderWebhook } from "~/shopify/record-order.server";
import { answerWebhook } from "~/shopify/answer-webhook.server";

/** Shopify `orders/*` -> ledger, outbox. Answered once the rows are committed; a fault is sent again. */
export function action({ request }: ActionFunctionArgs) {
  return answerWebhook(request, (webhook, now) => recordOrderWebhook(webhook, now));
}
