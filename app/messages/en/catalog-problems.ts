import type { RegistrationProblem } from "~/catalog/registration";

/** Why Pinterest refuses a feed or an update of items, and what to do. */
export const catalogProblems = {
  catalog_invalid_request:
    "Pinterest does not take the feed's description as the app sent it. Tell the app's support; the feed itself is not at fault.",
  catalog_not_permitted:
    "The connected Pinterest account may not manage this catalog. Ask the owner of the ad account for the role Catalogs manager, or connect the owner's account.",
  catalog_business_account_required:
    "Pinterest takes catalogs from business accounts only. Convert the account at Pinterest, which is free, then register the feed again.",
  catalog_no_reports:
    "Pinterest has no report on this feed yet. Wait for its first fetch, which comes within a day.",
  catalog_reports_not_permitted:
    "Pinterest does not show its reports to the connected account. Connect the account again and leave every permission on.",
  catalog_merchant_disapproved:
    "Pinterest's review did not approve the account as a merchant. Read the reason in Pinterest's Business hub and appeal there; then register the feed again.",
  catalog_merchant_under_review:
    "Pinterest is reviewing the account, and takes no changes to feeds meanwhile. Wait for its email; the app tries again by itself every day.",
  catalog_feed_unknown:
    "Pinterest does not have this feed any more; it was deleted there. Register it again to bring its products back, or leave it.",
  catalog_feed_has_promotions:
    "Products of this feed are in running ads, so Pinterest does not delete it. Pause those ads in Pinterest Ads Manager first.",
  catalog_no_website:
    "The Pinterest account names no website. Claim your store's address in Pinterest's settings, then register the feed again.",
  catalog_website_not_claimed:
    "The store's address is not claimed at Pinterest yet. Claim it in Pinterest's settings under Claimed accounts, then register the feed again.",
  catalog_feed_name_taken:
    "Pinterest has another feed of this name. Rename or delete that one at Pinterest if it is not needed, then register this one again.",
  catalog_market_not_supported:
    "Pinterest does not take feeds for this country and language. Choose another language for the market, or leave it out.",
  catalog_no_catalog:
    "The Pinterest account has no catalog yet. Register the feed again, which makes one.",
  catalog_result_unknown:
    "Pinterest does not have the result of this fetch any more. Nothing has to be done; the next fetch brings a new one.",
  catalog_batch_unknown:
    "Pinterest does not know what became of an update of prices. Nothing has to be done; its next fetch of the feed brings them.",
  catalog_language_unknown:
    "Pinterest's catalogs do not have the feed's language. Choose another language for the market, or leave it out.",
  catalog_refused:
    "Pinterest refused the feed for a reason that the app does not know. Try again tomorrow; if it stays like this, tell the app's support.",
} as const satisfies Record<`catalog_${RegistrationProblem}`, string>;
