/**
 * Why Pinterest refuses a call about feeds and items, by its own code. The merchant's sentence to each is in
 * `messages/en/catalog-problems`.
 *
 * Source: Pinterest API v5.23, responses of `feeds/*`, `feed_processing_results/list`, `items_issues/list`,
 * `items_batch/*` and `reports/*`.
 */
const PROBLEMS = {
  1: "invalid_request",
  29: "not_permitted",
  654: "business_account_required",
  678: "no_reports",
  1104: "reports_not_permitted",
  2625: "merchant_disapproved",
  2626: "merchant_under_review",
  4161: "feed_unknown",
  4162: "feed_has_promotions",
  4168: "no_website",
  4169: "website_not_claimed",
  4170: "feed_name_taken",
  4181: "market_not_supported",
  4182: "no_catalog",
  4184: "result_unknown",
  4331: "batch_unknown",
} as const satisfies Record<number, string>;

/** `refused`: Pinterest said no with a code that is not listed. */
export const CATALOG_PROBLEMS = [...Object.values(PROBLEMS), "refused"] as const;
export type CatalogProblem = (typeof CATALOG_PROBLEMS)[number];

const BY_CODE = new Map<number, CatalogProblem>(
  Object.entries(PROBLEMS).map(([code, problem]) => [Number(code), problem]),
);

/** What a refusal means. A 403 without a code that is listed is a matter of the account's role. */
export function catalogProblem(status: number, code: number | null): CatalogProblem {
  const known = code === null ? undefined : BY_CODE.get(code);
  return known ?? (status === 403 ? "not_permitted" : "refused");
}
