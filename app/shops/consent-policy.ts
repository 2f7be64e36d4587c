import { z } from "zod";

const places = z.array(z.string());

/** Where a shop's own policy, kept at the platform, asks more than the law that we know of. */
export const shopConsentPolicySchema = z.object({
  /** Countries (`US`) and regions (`US-CA`) where consent comes first. */
  consentRequiredIn: places,
  /** Where shoppers must be able to opt out of the sale of their data. */
  saleOptOutRequiredIn: places,
});
export type ShopConsentPolicy = Readonly<z.infer<typeof shopConsentPolicySchema>>;

/** Of a shop of which the platform told nothing: the law that we know of stands alone. */
export const NO_CONSENT_POLICY: ShopConsentPolicy = {
  consentRequiredIn: [],
  saleOptOutRequiredIn: [],
};
