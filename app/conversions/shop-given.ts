import type { Shop } from "~/shops/shop";
import { DAY_MS } from "~/time";

import type { Given } from "./decision";

/** A pixel that sent nothing for so long is taken for switched off. */
export const PIXEL_LIVE_MS = DAY_MS;

/** What a decision takes from the shop as it is now. */
export function givenByShop(
  shop: Shop,
  now: Date,
): Required<
  Pick<Given, "settings" | "isBrowserOnly" | "withheld" | "pixel" | "consentRequiredIn">
> {
  return {
    settings: shop.settings,
    isBrowserOnly: shop.appSettings.mode === "browser_only",
    withheld: shop.appSettings.withheld,
    pixel: { isLive: isPixelLive(shop, now), presumedDenied: shop.appSettings.presumedDenied },
    consentRequiredIn: shop.consentPolicy.consentRequiredIn,
  };
}

/** Whether a decision may be to send. What is only kept for comparison needs no way to Pinterest. */
export function isReached({ sending }: Pick<Shop, "sending">, lane: object | null): boolean {
  return lane !== null || sending === "shadow";
}

function isPixelLive({ pixelSeenAt }: Shop, now: Date): boolean {
  return pixelSeenAt !== null && now.getTime() - pixelSeenAt.getTime() < PIXEL_LIVE_MS;
}
