import type { CollectedConsent } from "~/conversions/collect-message";

import { at } from "./unknown-value";

/** The shopper's choice as Shopify states it. A flag that is missing is a no. */
export function toConsent(customerPrivacy: unknown): CollectedConsent {
  const isAllowed = (purpose: string) => at(customerPrivacy, `${purpose}Allowed`) === true;
  return {
    marketing: isAllowed("marketing"),
    analytics: isAllowed("analyticsProcessing"),
    preferences: isAllowed("preferencesProcessing"),
    saleOfData: isAllowed("saleOfData"),
  };
}
