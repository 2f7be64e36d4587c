import type { ShopConsentPolicy } from "~/shops/consent-policy";

/** One of Shopify's `ConsentPolicy`, by its fields; one without a country names no place. */
export type PolicyNode = {
  countryCode: string | null;
  regionCode: string | null;
  consentRequired: boolean | null;
  dataSaleOptOutRequired: boolean | null;
};

/** The places where the shop's policies ask for consent first, or for an opt-out; each once. */
export function toConsentPolicy(policies: readonly PolicyNode[]): ShopConsentPolicy {
  return {
    consentRequiredIn: placesOf(policies.filter((policy) => policy.consentRequired === true)),
    saleOptOutRequiredIn: placesOf(
      policies.filter((policy) => policy.dataSaleOptOutRequired === true),
    ),
  };
}

function placesOf(policies: readonly PolicyNode[]): string[] {
  return [...new Set(policies.flatMap((policy) => placeOf(policy) ?? []))].toSorted();
}

/**
 * `US`, or `US-CA`.
 *
 * **Decision:** Shopify says "ISO 3166 region code" and leaves open whether the country stands before it,
 * so both forms are taken.
 */
function placeOf({ countryCode, regionCode }: PolicyNode): string | undefined {
  const country = countryCode?.toUpperCase();
  if (!country) return undefined;
  const region = regionCode?.toUpperCase();
  if (!region || region === country) return country;
  return region.startsWith(`${country}-`) ? region : `${country}-${region}`;
}
