import type { CatalogAnswer } from "~/catalog/catalog-page";
import type { JoinCause } from "~/catalog/join-check";

const joinCauses = {
  join_not_active:
    "The product is a draft or archived, so it is not in the feed. Activate it, or leave it as it is if it is not sold any more.",
  join_not_published:
    "The product is not in the online store, so it is not in the feed. Publish it to the online store.",
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
  catalog_format_changed: "The format changes with the next version, which is being made.",
  catalog_unreadable: "The app did not understand this page. Reload it and try again.",
} as const satisfies Record<`catalog_${CatalogAnswer["kind"]}`, string>;

/** Sentences of the page of the catalog. */
export const catalog = {
  ...answers,
  ...joinCauses,
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
  catalog_seconds_left: "About {seconds} seconds left.",
  gate_items: "Items in the new feed: {items}. In the old one: {published}.",
  feed_help:
    "Enter this address as a data source in Pinterest's catalogs. Whoever knows it can read the feed.",
  feed_never_fetched: "Pinterest has not fetched the feed yet.",
  feed_clean: "Every item is in order.",
  versions_explained:
    "The last five versions are kept. An earlier one can be published again; the next reading of the catalog replaces it.",
} as const;
