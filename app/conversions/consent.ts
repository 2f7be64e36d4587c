import type { ConsentPolicy, ShopSettings } from "~/shops/settings";

import type { ConsentFlags } from "./snapshot";

/**
 * Where the law asks for consent before an act may be reported.
 *
 * Source: Directive 2002/58/EC, article 5(3), in the EEA; PECR in the United Kingdom; FADP in
 * Switzerland, which Shopify's consent banner treats alike. **Decision:** the outermost regions of the
 * EU and Åland have country codes of their own and the same law; the Crown dependencies follow PECR.
 */
const CONSENT_FIRST: ReadonlySet<string> = new Set([
  // The European Union.
  ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"],
  ...["IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"],
  // Parts of it with a code of their own.
  ...["AX", "GF", "GP", "MF", "MQ", "RE", "YT"],
  // The rest of the EEA.
  ...["IS", "LI", "NO"],
  ...["GB", "GG", "IM", "JE", "GI"],
  "CH",
]);

/**
 * Whether consent comes first at this place.
 *
 * @param alsoIn further countries (`US`) and regions (`US-CA`), as the shop's own policy names them.
 */
export function isConsentRequired(
  place: { country: string; region?: string | undefined },
  alsoIn: readonly string[] = [],
): boolean {
  const { country, region } = place;
  const also = alsoIn.includes(country) || (region !== undefined && alsoIn.includes(region));
  return CONSENT_FIRST.has(country) || also;
}

/** What consent allows. */
export type ConsentStep =
  { kind: "send"; isDataUseLimited: boolean } | { kind: "skip"; reason: ConsentReason };

type ConsentReason = "consent_denied" | "consent_unknown" | "presumed_denied";

export type ConsentCase = {
  /** Of the snapshot; `null` where there is none. */
  flags: ConsentFlags | null;
  isRequired: boolean;
  /** A pixel that works should have seen this act: an order with a checkout, in a shop whose pixel is live. */
  isSnapshotExpected: boolean;
  policies: ShopSettings["consent"] & { presumedDenied: ConsentPolicy };
};

type Rule = {
  reason: ConsentReason;
  applies(given: ConsentCase): boolean;
  policy(policies: ConsentCase["policies"]): ConsentPolicy;
};

/**
 * Every rule that applies has its say, and the strictest wins: `skip` before `ldp` before `send`. Of
 * several that skip, the first gives the reason.
 *
 * A denial of analytics or preferences changes nothing: Pinterest's purpose is marketing.
 */
const RULES: readonly Rule[] = [
  {
    reason: "consent_denied",
    applies: ({ flags }) => flags?.marketing === false,
    policy: () => "skip",
  },
  {
    reason: "consent_denied",
    applies: ({ flags }) => flags?.saleOfData === false,
    policy: (policies) => policies.saleOfDataDenied,
  },
  {
    reason: "consent_unknown",
    applies: ({ flags, isRequired }) => flags?.marketing === undefined && isRequired,
    policy: (policies) => policies.unknownWhereRequired,
  },
  {
    reason: "consent_unknown",
    applies: ({ flags, isRequired }) => flags?.marketing === undefined && !isRequired,
    policy: (policies) => policies.unknownElsewhere,
  },
  {
    reason: "presumed_denied",
    applies: ({ flags, isSnapshotExpected }) => flags === null && isSnapshotExpected,
    policy: (policies) => policies.presumedDenied,
  },
];

/** What becomes of an act by the shopper's choice, or by the shop's policy where none is known. */
export function consentStep(given: ConsentCase): ConsentStep {
  const applying = RULES.filter((rule) => rule.applies(given));
  const skipping = applying.find((rule) => rule.policy(given.policies) === "skip");
  if (skipping) return { kind: "skip", reason: skipping.reason };
  return {
    kind: "send",
    isDataUseLimited: applying.some((rule) => rule.policy(given.policies) === "ldp"),
  };
}
