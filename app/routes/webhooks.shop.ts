import type { ActionFunctionArgs } from "@remix-run/node";

import { answerWebhook } from "~/shopify/answer-webhook.server";
import { recordShopWebhook } from "~/shopify/record-shop.server";

/** Shopify `app/uninstalled`, `app/scopes_update`, `shop/update` -> the shop's row. */
export function action({ request }: ActionFunctionArgs) {
  return answerWebhook(request, (webhook, now) => recordShopWebhook(webhook, now));
}
