import type { ingestionIssues } from "./en/ingestion-issues";

/**
 * What Pinterest reports of a feed beside its codes of validation: the fetch, the account, pictures, and changes
 * that it refused. The first that fits counts.
 *
 * Source: Pinterest API v5.23, `CatalogsFeedIngestionErrors`, `CatalogsFeedIngestionWarnings`, and
 * `ItemValidationEvent`, of whose numbers no list is published.
 */
const INGESTION_ISSUES: readonly (readonly [RegExp, keyof typeof ingestionIssues])[] = [
  [/^ACCOUNT_FLAGGED$/, "ingestion_account_flagged"],
  [/^FETCH_GOOGLE_SHEET_/, "ingestion_google_sheet"],
  [/_INTERNAL_/, "ingestion_internal_error"],
  [/^LARGE_PRODUCT_COUNT_DECREASE$/, "ingestion_large_decrease"],
  [/^AD_IMAGE_/, "ingestion_ad_image"],
  [/^AD_VIDEO_/, "ingestion_ad_video"],
  [/^ADDITIONAL_IMAGE_/, "ingestion_additional_image"],
  [/^IMAGE_/, "ingestion_image"],
  [/^VIDEO_/, "ingestion_video"],
  [/^UPDATE_/, "ingestion_update"],
  [/^CHECKED_IMAGE_UNREACHABLE$/, "ingestion_checked_image_unreachable"],
  [/^CHECKED_IMAGE_TOO_SMALL$/, "ingestion_checked_image_too_small"],
  [/^CHECKED_LINK_UNREACHABLE$/, "ingestion_checked_link_unreachable"],
  [/^CHECKED_LINK_REDIRECTS$/, "ingestion_checked_link_redirects"],
];

/** The sentence for a code of Pinterest's that is none of validation. */
export function toIngestionIssue(code: string): keyof typeof ingestionIssues {
  const [, sentence] = INGESTION_ISSUES.find(([form]) => form.test(code)) ?? [];
  return sentence ?? "ingestion_other";
}
