import type { CollectedConsent } from "~/conversions/collect-message";

import { at } from "./unknown-value";

/** The shopper's choice as Shopify states it. A flag that is missing is a no. */
export function toConsent(customerPrivacy: unknown): CollectedConsent {
  const isAllowed = (flag: string) => at(customerPrivacy, flag) === true;
  return {
    marketing: isAllowed("marketingAllowed"),
    analytics: isAllowed("analyticsProcessingAllowed"),
    preferences: isAllowed("preferencesProcessingAllowed"),
    saleOfData: isAllowed("saleOfDataAllowed"),
  };
}
