import { z } from "zod";

import { roundHalfUp } from "~/money";
import { CHANNELS, type ShopSettings } from "~/shops/settings";

import { countryCode } from "./country";
import { actShape, personalSchema, type Personal } from "./event";
import { checkoutEventId, type CheckoutKey, type Sha256 } from "./event-id";
import type { Buyer, Order } from "./order";
import { toPersonal } from "./snapshot";
import { subdivisionCode } from "./subdivision";
import { hashUserData, normalizeUserData, type RawUserData } from "./user-data";

/** What speaks for or against reporting an order, apart from consent, identity and age. */
export const orderFactsSchema = z.object({
  isTest: z.boolean(),
  isCancelled: z.boolean(),
  isPaid: z.boolean(),
  channel: z.enum(CHANNELS),
  /** Only such an order can have been seen by a pixel. */
  hasCheckoutToken: z.boolean(),
  /** The customer opted out of the sale of their data; absent where the platform was not asked. */
  isSaleOptedOut: z.boolean().exactOptional(),
});
export type OrderFacts = z.infer<typeof orderFactsSchema>;

/**
 * An act whose decision is open, as it is stored: personal data only as hashes. What has to stay
 * readable until the event leaves is in `personal`, which is kept apart and encrypted.
 */
export const draftSchema = z.object({
  ...actShape,
  /** ISO 3166-1 alpha-2; decides which law on consent holds. */
  consentCountry: z.string(),
  /** ISO 3166-2 with its prefix, e.g. `US-CA`. */
  consentRegion: z.string().exactOptional(),
  /** Absent for an act that is no order. */
  order: orderFactsSchema.exactOptional(),
});
export type Draft = z.infer<typeof draftSchema>;

export { personalSchema, type Personal };

/**
 * An order as a draft of its `checkout` event. From here on, nothing readable of the buyer is left but
 * what `personal` holds.
 */
export async function toDraft(
  order: Order,
  settings: ShopSettings,
  sha256: Sha256,
): Promise<{ draft: Draft; personal: Personal }> {
  const { buyer, browser } = order;
  const shopCountry = countryCode(settings.shopCountry);
  const phoneCountry = countryCode(buyer.phoneCountry);
  const userData = normalizeUserData(toRawUserData(buyer), { shopCountry, phoneCountry });
  const money = settings.valueBasis === "total" ? order.total : order.subtotal;

  const draft: Draft = {
    eventId: await checkoutEventId(checkoutKey(order, settings.shopDomain), sha256),
    eventName: "checkout",
    actionSource: order.channel === "pos" ? "offline" : "web",
    occurredAt: order.occurredAt,
    userData: await hashUserData(userData, sha256),
    customData: {
      currency: money.currency,
      value: roundHalfUp(money),
      orderId: order.orderId,
    },
    lineItems: [...order.lineItems],
    ...consentPlace(order, settings),
    order: {
      isTest: order.isTest,
      isCancelled: order.isCancelled,
      isPaid: order.isPaid,
      channel: order.channel,
      hasCheckoutToken: order.checkoutToken !== null,
      ...(order.isSaleOptedOut !== undefined && { isSaleOptedOut: order.isSaleOptedOut }),
    },
  };
  return { draft, personal: toPersonal(browser) };
}

function checkoutKey(order: Order, shopDomain: string): CheckoutKey {
  const { checkoutToken, platform, orderId } = order;
  return checkoutToken === null ? { platform, shopDomain, orderId } : { checkoutToken };
}

function consentPlace(order: Order, settings: ShopSettings) {
  const country = countryCode(order.consentCountry);
  const region = subdivisionCode(order.consentRegion, country);
  return {
    consentCountry: country ?? settings.shopCountry,
    ...(country && region && { consentRegion: `${country}-${region}` }),
  };
}

function toRawUserData(buyer: Buyer): RawUserData {
  return {
    em: values(buyer.email),
    ph: values(buyer.phone),
    fn: values(buyer.firstName),
    ln: values(buyer.lastName),
    ct: values(buyer.city),
    st: values(buyer.subdivision),
    zp: values(buyer.postcode),
    country: values(buyer.country),
    externalId: values(buyer.customerId),
  };
}

function values(text: string | null | undefined): string[] {
  return text ? [text] : [];
}
