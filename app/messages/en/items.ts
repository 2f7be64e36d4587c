import type { CATALOG_SETTINGS_PROBLEMS } from "~/catalog/catalog-settings";
import type { RuleGroupName } from "~/catalog/items-draft";

const problems = {
  items_problem_value_missing: "Fill this in, or remove it.",
  items_problem_value_too_long: "This is too long. Shorten it.",
  items_problem_value_invalid: "This cannot be used. Type it again without special characters.",
  items_problem_too_many: "These are more than can be saved. Remove some.",
  items_problem_too_many_metafields:
    "The columns use more than 20 metafields of your own. Remove some: each makes reading the catalog slower.",
  items_problem_metafield_invalid:
    "Write the metafield as namespace.key, such as custom.material. You find it in Shopify under Settings, Custom data.",
  items_problem_amount_invalid: "Write an amount in your store's currency, such as 24.99.",
  items_problem_count_invalid: "Write a whole number of pieces, such as 5.",
  items_problem_range_open: "Fill in at least one of the two ends.",
  items_problem_range_reversed: "The lower end is above the upper one. Exchange them.",
} as const satisfies Record<`items_problem_${(typeof CATALOG_SETTINGS_PROBLEMS)[number]}`, string>;

const groups = {
  items_include_help:
    "Only items that meet these rules are in the feed. Without a rule, every product in the online store is.",
  items_exclude_help: "Items that meet these rules are never in the feed.",
  items_preorder_help: "Items that meet these rules and can be ordered are told as pre-orders.",
} as const satisfies Record<`items_${RuleGroupName}_help`, string>;

/** Sentences of the page of items and columns. */
export const items = {
  ...problems,
  ...groups,
  items_explained:
    "Each column takes the first of its sources that is filled. Ids, titles, links, images and prices are those of your products and of your events, and cannot be changed here.",
  items_not_saved: "Nothing was saved. Mend what is marked, then save again.",
  items_unreadable: "The app did not understand this page. Reload it and try again.",
  items_unreachable:
    "The app could not be reached, so nothing was saved. What you typed is still here; try again.",
  items_saved:
    "Saved. The catalog is read again, and the feed follows. One that loses more than half of its items waits on the catalog's page for your word.",
  items_ids_stay:
    "What you change here leaves every item its id. The id itself is chosen in the settings, where changing it renames every item at Pinterest.",
  column_stays_empty: "Without a source, this column stays empty.",
  source_metafield_help: "Write namespace.key, such as custom.material.",
  source_option_help: "Write the names of the option, parted by commas.",
  source_tag_help: "Write what the tag begins with, such as material: in material:linen.",
  source_fixed_help: "It is the same for every item.",
  words_help: "Write one on each line; one of them is enough.",
  preview_not_read:
    "The catalog has to be read once before there is something to look at. It is read after the installation, and every night.",
  preview_waits: "The preview waits until every field is filled in.",
  preview_unreachable: "The app could not be reached, so this may not be what your changes make.",
  preview_whole:
    "All {products} products were looked at, as they were when the catalog was last read.",
  preview_sample:
    "The catalog is large, so {sampled} of {products} products were looked at. The counts are estimates, and the search looks in those products only.",
  preview_metafields_read:
    "Metafields that are new here were read for the items below. The counts follow when the catalog is read after saving.",
  preview_metafields_unread:
    "Metafields that are new here could not be read just now, so they are missing below.",
  preview_nothing_found: "No item fits the search.",
  preview_nothing_in_feed:
    "With these rules the feed would be empty. An empty feed is not published before you say so.",
} as const;
