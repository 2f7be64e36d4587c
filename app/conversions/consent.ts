import { z } from "zod";

import { CONSENT_POLICIES, type ConsentPolicy, type ShopSettings } from "~/shops/settings";

import { consentFlagsSchema, type ConsentFlags } from "./consent-flags";

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
export function isConsentRequired(place: ConsentPlace, alsoIn: readonly string[] = []): boolean {
  return consentRequiredBy(place, alsoIn) !== "nobody";
}

/** Who asks for consent first at this place; of two, the law. See {@link isConsentRequired}. */
export function consentRequiredBy(
  { country, region }: ConsentPlace,
  alsoIn: readonly string[] = [],
): ConsentRecord["requiredBy"] {
  if (CONSENT_FIRST.has(country)) return "law";
  const also = alsoIn.includes(country) || (region !== undefined && alsoIn.includes(region));
  return also ? "shop_policy" : "nobody";
}

/** Two letters, and ISO 3166-2 with its prefix. */
type ConsentPlace = { country: string; region?: string | undefined };

/** What consent allows. */
export type ConsentStep =
  { kind: "send"; isDataUseLimited: boolean } | { kind: "skip"; reason: ConsentReason };

type ConsentReason = "consent_denied" | "consent_unknown" | "presumed_denied";

export type ConsentCase = {
  /** Of the snapshot; `null` where there is none. */
  flags: ConsentFlags | null;
  isRequired: boolean;
  /** The customer's own record at the platform says that their data must not be sold. */
  isSaleOptedOut?: boolean;
  /** A pixel that works should have seen this act: an order with a checkout, in a shop whose pixel is live. */
  isSnapshotExpected: boolean;
  policies: ShopSettings["consent"] & { presumedDenied: ConsentPolicy };
};

/** What decided, by name. The words are in the database and in the export of decisions. */
export const CONSENT_RULES = [
  "marketing_denied",
  "sale_of_data_denied",
  "unknown_where_required",
  "unknown_elsewhere",
  "presumed_denied",
] as const;
export type ConsentRule = (typeof CONSENT_RULES)[number];

type Rule = {
  name: ConsentRule;
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
    name: "marketing_denied",
    reason: "consent_denied",
    applies: ({ flags }) => flags?.marketing === false,
    policy: () => "skip",
  },
  {
    name: "sale_of_data_denied",
    reason: "consent_denied",
    applies: ({ flags, isSaleOptedOut }) => flags?.saleOfData === false || isSaleOptedOut === true,
    policy: (policies) => policies.saleOfDataDenied,
  },
  {
    name: "unknown_where_required",
    reason: "consent_unknown",
    applies: ({ flags, isRequired }) => flags?.marketing === undefined && isRequired,
    policy: (policies) => policies.unknownWhereRequired,
  },
  {
    name: "unknown_elsewhere",
    reason: "consent_unknown",
    applies: ({ flags, isRequired }) => flags?.marketing === undefined && !isRequired,
    policy: (policies) => policies.unknownElsewhere,
  },
  {
    name: "presumed_denied",
    reason: "presumed_denied",
    applies: ({ flags, isSnapshotExpected }) => flags === null && isSnapshotExpected,
    policy: (policies) => policies.presumedDenied,
  },
];

const STRICTEST_FIRST = ["skip", "ldp", "send"] as const satisfies ConsentPolicy[];

/** What becomes of an act by the shopper's choice, or by the shop's policy where none is known. */
export function consentStep(given: ConsentCase): ConsentStep {
  const decided = decidingRule(given);
  if (decided?.policy === "skip") return { kind: "skip", reason: decided.reason };
  return { kind: "send", isDataUseLimited: decided?.policy === "ldp" };
}

/** The rule that decides, and what it says; `null` where the shopper allowed everything that is asked. */
export function decidingRule(
  given: ConsentCase,
): { name: ConsentRule; reason: ConsentReason; policy: ConsentPolicy } | null {
  const applying = RULES.filter((rule) => rule.applies(given)).map(({ name, reason, policy }) => ({
    name,
    reason,
    policy: policy(given.policies),
  }));
  for (const strictest of STRICTEST_FIRST) {
    const decided = applying.find(({ policy }) => policy === strictest);
    if (decided) return decided;
  }
  return null;
}

/**
 * A decision on consent as it is kept with its order: what was known, where, and the rule that it met.
 * Nothing in it tells one shopper from another.
 */
export const consentRecordSchema = z.object({
  /** ISO 8601. */
  decidedAt: z.string(),
  /** Whether the pixel told the shopper's choice; without it the flags are empty. */
  source: z.enum(["snapshot", "none"]),
  flags: consentFlagsSchema,
  /** What the customer's own record at the platform says of its sale; `null`: it was not asked. */
  isSaleOptedOut: z.boolean().nullable(),
  /** By which the law was chosen, e.g. `DE` or `US-CA`. */
  place: z.string(),
  /** Who asks for consent first there: our list of laws, the shop's own policy, or nobody. */
  requiredBy: z.enum(["law", "shop_policy", "nobody"]),
  /** `null`: the shopper allowed it. */
  rule: z.enum(CONSENT_RULES).nullable(),
  policy: z.enum(CONSENT_POLICIES),
});
export type ConsentRecord = z.infer<typeof consentRecordSchema>;

/** What was known of the shopper's choice; `unseen` is unknown too, where a pixel should have told it. */
export type ConsentChoice = "allowed" | "denied" | "opted_out" | "unseen" | "unknown";

/** The choice that a decision was made by; of two, the one that allows less. */
export function consentChoice({ flags, isSaleOptedOut, rule }: ConsentRecord): ConsentChoice {
  if (flags.marketing === false) return "denied";
  if (flags.saleOfData === false || isSaleOptedOut === true) return "opted_out";
  if (flags.marketing === true) return "allowed";
  return rule === "presumed_denied" ? "unseen" : "unknown";
}
