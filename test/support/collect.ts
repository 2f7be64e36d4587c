import type { Sender } from "~/conversions/collect";
import type { CollectedAct, CollectedResult } from "~/conversions/collect-message";
import { takeCollected, type CollectAnswer } from "~/conversions/collect-request.server";
import type { ShopId } from "~/ids";
import { requireCollectKey } from "~/shops/collect-key.server";

import { TEST_NOW } from "./clock";
import { connectedShop } from "./shops";

/** A shopper's browser, as its requests show it. */
export const SHOPPER: Sender = {
  clientIp: "198.51.100.23",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
};

/** A connected shop and the public key of its pixel. */
export async function shopWithPixel(domain?: string): Promise<{ shopId: ShopId; key: string }> {
  const shopId = await connectedShop({}, domain);
  return { shopId, key: await requireCollectKey(shopId) };
}

/** An `add_to_cart` of a shopper who agreed to everything, a second before it was sent. */
export function collectedAct(key: string, changes: Partial<CollectedAct> = {}): CollectedAct {
  return {
    kind: "act",
    key,
    eventId: "sh-5b1d1a5f-CDA1",
    name: "add_to_cart",
    shopifyEventId: "sh-5b1d1a5f-CDA1",
    occurredAt: new Date(TEST_NOW.getTime() - 1_000).toISOString(),
    sentAt: TEST_NOW.toISOString(),
    pageUrl: "https://demo.myshopify.com/products/scarf?utm_source=pins",
    consent: { marketing: true, analytics: true, preferences: true, saleOfData: true },
    clickId: "dj0yJmNvbGxlY3Q",
    clientId: "2f0a7c3e-client",
    custom: { currency: "USD", value: "45.00" },
    lineItems: [{ itemId: "808", name: "Scarf - Green", price: "50", quantity: 1 }],
    ...changes,
  };
}

/** The `checkout` of the same shopper. */
export function collectedCheckout(
  key: string,
  eventId: string,
  changes: Partial<CollectedAct> = {},
): CollectedAct {
  const act = collectedAct(key, { eventId, name: "checkout", shopifyEventId: "sh-checkout-1" });
  delete act.custom;
  delete act.lineItems;
  return { ...act, ...changes };
}

/** That Pinterest took the browser's event of an act, with `changes` on top. */
export function collectedResult(
  act: Pick<CollectedAct, "key" | "eventId" | "name">,
  changes: Partial<CollectedResult> = {},
): CollectedResult {
  const { eventId, key, name } = act;
  return { kind: "result", key, eventId, name, browserSent: true, ...changes };
}

/** Posts a message to `/collect`, past the socket. */
export async function collect(
  message: unknown,
  { now = TEST_NOW, sender = SHOPPER }: { now?: Date; sender?: Sender } = {},
): Promise<CollectAnswer> {
  const body = typeof message === "string" ? message : JSON.stringify(message);
  const request = new Request("http://127.0.0.1/collect", { method: "POST", body });
  return takeCollected(request, sender, now);
}
