import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import type { BodyRequest } from "~/read-body.server";
import { refusal } from "~/refusal";
import { answerWebhook } from "~/shopify/answer-webhook.server";
import { recordComplianceWebhook } from "~/shopify/record-compliance.server";
import { recordOrderWebhook } from "~/shopify/record-order.server";
import { recordProductWebhook } from "~/shopify/record-product.server";
import { recordShopWebhook } from "~/shopify/record-shop.server";

import { pathOf, sendResponse, toBodyRequest } from "./socket.server";

type Answer = (request: BodyRequest) => Promise<Response>;

/** Each webhook path of `shopify.app.toml` with what records it. A fault is sent again by the platform. */
const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  // `orders/*` -> ledger and outbox.
  ["/webhooks/orders", (request) => answerWebhook(request, recordOrderWebhook)],
  // `app/uninstalled`, `app/scopes_update`, `shop/update` -> the shop's row; `bulk_operations/finish` -> its sync.
  ["/webhooks/shop", (request) => answerWebhook(request, recordShopWebhook)],
  // `products/*`, `variants/*` -> the products whose items are made anew.
  ["/webhooks/products", (request) => answerWebhook(request, recordProductWebhook)],
  // `customers/data_request`, `customers/redact`, `shop/redact` -> done before it is answered.
  ["/webhooks/compliance", (request) => answerWebhook(request, recordComplianceWebhook)],
]);

/**
 * Answers webhooks at the socket, and leaves every other request to `others`. Express and Remix between
 * the socket and a webhook would be most of what it costs.
 */
export function webhooksBefore(others: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const answer = ANSWERS.get(pathOf(incoming));
    if (answer) void send(answer, incoming, outgoing);
    else others(incoming, outgoing);
  };
}

async function send(
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const isPost = incoming.method === "POST";
  await sendResponse(isPost ? await answer(toBodyRequest(incoming)) : notAllowed(), outgoing);
}

function notAllowed(): Response {
  return refusal(405, "method_not_allowed", "Send webhooks by POST.", { allow: "POST" });
}
