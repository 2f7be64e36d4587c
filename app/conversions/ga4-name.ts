import { distance } from "fastest-levenshtein";

import { EVENT_NAMES, type EventName } from "~/pinterest/wire";

import { folded } from "./folded";

/**
 * What Google Analytics 4 calls acts that Pinterest knows.
 *
 * Source: Google Analytics 4, "Recommended events".
 */
const GA4_NAMES: Readonly<Record<string, EventName>> = {
  page_view: "page_visit",
  view_item: "page_visit",
  view_item_list: "view_category",
  add_to_cart: "add_to_cart",
  add_to_wishlist: "add_to_wishlist",
  begin_checkout: "initiate_checkout",
  add_payment_info: "add_payment_info",
  purchase: "checkout",
  search: "search",
  view_search_results: "search",
  sign_up: "signup",
  generate_lead: "lead",
};

/** Every spelling that is taken, and the name that it stands for. */
const NAMES: ReadonlyMap<string, EventName> = new Map([
  ...Object.entries(GA4_NAMES),
  ...EVENT_NAMES.map((name): [string, EventName] => [name, name]),
]);

/**
 * The event name that a merchant's server means, spelt as Pinterest's API or as Google Analytics 4
 * spells it; `undefined` for any other spelling, the tag's included.
 */
export function toEventName(text: string): EventName | undefined {
  return NAMES.get(text);
}

/** The event name that is nearest to a spelling that is not taken; case and separators do not count. */
export function nearestEventName(text: string): EventName {
  const [nearest] = [...NAMES]
    .map(([spelling, name]) => ({ name, away: distance(bare(text), bare(spelling)) }))
    .toSorted((one, other) => one.away - other.away);
  return nearest?.name ?? "custom";
}

function bare(text: string): string {
  return folded(text).replaceAll(" ", "");
}
