import type { CatalogAnswer, RegistrationObstacle } from "~/catalog/catalog-page";
import type { JoinCause } from "~/catalog/join-check";
import type { Registration, RegistrationState } from "~/catalog/registration";

const joinCauses = {
  join_not_active:
    "The product is a draft or archived, so it is not in the feed. Activate it, or leave it as it is if it is not sold any more.",
  join_not_published:
    "The product is not in the online store, so it is not in the feed. Publish it to the online store.",
  join_not_in_market:
    "The product is not for sale in this country, so it is not in the feed of that market. Publish it to the market's catalog, or leave it as it is.",
  join_gift_card: "Gift cards are not part of the feed. There is nothing to do.",
  join_excluded:
    "One of your rules leaves the item out of the feed. Change the rule under Items and columns, or leave it as it is if that is what you want.",
  join_issue:
    "An error keeps the item out of the feed. Look for it under the feed's issues and mend the product.",
  join_other_format:
    "The feed has this product under an id of another format. If the format was changed lately, this passes; else check which ids your other systems send.",
  join_not_found:
    "The store has no such item any more, or it never was in this store. If it is still sold, check which ids your other systems send.",
} as const satisfies Record<`join_${JoinCause}`, string>;

const answers = {
  catalog_sync_requested: "The catalog will be read.",
  catalog_sync_cancelled: "The reading stops with its next step. The published feed stays.",
  catalog_sync_over: "The reading was over before.",
  catalog_published: "The version is published.",
  catalog_not_waiting: "This version does not wait any more. Look at the newest one.",
  catalog_rolled_back: "The earlier version is published again, until the catalog is read next.",
  catalog_not_kept: "This version is not kept any more.",
  catalog_too_large_to_compare:
    "The files are too large to be compared here. You can publish the earlier one without a comparison.",
  catalog_feed_registered: "Pinterest has the feed.",
  catalog_feed_refused: "Pinterest does not take the feed. The reason is below.",
  catalog_feed_not_registrable:
    "There is nothing to register yet. Connect a Pinterest account and wait for the first version.",
  catalog_feed_removed: "The feed is removed from Pinterest.",
  catalog_pinterest_silent:
    "Pinterest did not answer. The app tries again by itself within a minute or two.",
  catalog_feed_protected:
    "From now on the feed asks for these. The password is shown this once. If a Pinterest account is connected, Pinterest is told by itself; otherwise enter both at Pinterest.",
  catalog_feed_unprotected: "The address alone is enough again.",
  catalog_item_checks_on: "The visits begin within a minute. A large catalog takes hours.",
  catalog_item_checks_off: "The app visits nothing any more.",
  catalog_format_changed: "The format changes with the next version, which is being made.",
  catalog_unreadable: "The app did not understand this page. Reload it and try again.",
} as const satisfies Record<`catalog_${Exclude<CatalogAnswer["kind"], "compared">}`, string>;

const obstacles = {
  registration_no_account:
    "Connect a Pinterest account, and the app registers the feed by itself. Or enter the address above at Pinterest by hand.",
  registration_account_lost:
    "The Pinterest account has to be connected again before Pinterest can be told of the feed. What Pinterest has stays.",
  registration_unpublished: "The feed is registered as soon as its first version is published.",
  registration_off: "The feed is off, so it is not registered.",
} as const satisfies Record<`registration_${RegistrationObstacle}`, string>;

const registrations = {
  registration_registering:
    "Pinterest was asked and has not answered yet. The app looks again by itself.",
  registration_registered: "Pinterest has the feed and fetches it every day.",
  registration_refused: "Pinterest does not take the feed. The app tries again every day.",
  registration_removed: "You removed the feed from Pinterest. Register it to bring its pins back.",
} as const satisfies Record<`registration_${RegistrationState}`, string>;

const results = {
  result_completed: "Pinterest has read the feed.",
  result_failed:
    "Pinterest could not read the feed. Look at its reports among the issues; it tries again with the next fetch.",
  result_processing: "Pinterest is still reading the feed.",
} as const satisfies Record<
  `result_${Lowercase<NonNullable<Registration["result"]>["status"]>}`,
  string
>;

/** Sentences of the page of the catalog. */
export const catalog = {
  ...answers,
  ...joinCauses,
  ...obstacles,
  ...registrations,
  ...results,
  registration_none: "Pinterest was not told of this feed yet. Register it.",
  pinterest_words: "Pinterest says: {words}.",
  result_none: "Pinterest has not fetched the feed yet. That usually takes a few minutes.",
  result_counts: "Items that Pinterest took: {ingested} of {original}.",
  remove_feed_explained:
    "Pinterest deletes the feed and every pin that came of it, with their saves and statistics. This cannot be undone; registering again makes new pins.",
  difference: "Items that come: {added}. Items that go: {removed}. Items that change: {changed}.",
  difference_columns: "Columns that change: {columns}.",
  difference_none: "The two versions have the same items with the same values.",
  feed_is_open: "Whoever knows the address can read the feed.",
  feed_is_protected: "The feed asks for a user name and a password.",
  item_checks_explained:
    "If you want it, the app visits the page and the picture of each item once a day, two a second at most, and lists what does not open, leads elsewhere or is too small. Nothing is left out of the feed for it.",
  issue_unnamed:
    "Pinterest counted these and named no item. Its reports in Pinterest's catalogs may say more.",
  issue_more: "And {more} more, which are counted and not listed.",
  join_never_checked:
    "Every night the app compares the items of the last day's events with the feed. The first comparison is still to come.",
  join_no_items: "The last day's events had no items, so there was nothing to compare.",
  join_complete: "Every item of the last day's events is in the feed. Items: {items}.",
  join_incomplete:
    "Items that are not in the feed: {missing} of {items}. Events with them: {events}. Pinterest cannot show these products to the people who looked at them.",
  catalog_explained:
    "The store's products become a feed that Pinterest reads. The ids in it are the ids in the events, so that Pinterest knows what was looked at and bought.",
  catalog_unreachable: "The app could not be reached. Check your connection and try again.",
  catalog_never_read: "The catalog was not read yet. It is read by itself after the installation.",
  catalog_lines: "Lines so far: {lines}.",
  catalog_items: "Items: {items}.",
  catalog_rate: "Each second: {rate}.",
  catalog_seconds_left: "About {seconds} seconds left.",
  gate_items: "Items in the new feed: {items}. In the old one: {published}.",
  feed_help:
    "With a connected account, Pinterest is told of this address by itself. Without one, enter it as a data source in Pinterest's catalogs.",
  feed_never_fetched: "Pinterest has not fetched the feed yet.",
  published_none: "No item of this feed begins with that, and no product has this id.",
  published_empty: "The feed has no items yet. They appear with its first version.",
  published_explained:
    "The items as they stand in the feed now, with those that an error or a rule keeps out. Type the beginning of an item id, or a whole product id.",
  feed_clean: "Every item is in order.",
  versions_explained:
    "The last five versions are kept. An earlier one can be published again; the next reading of the catalog replaces it.",
} as const;
