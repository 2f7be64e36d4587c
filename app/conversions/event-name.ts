import { EVENT_NAMES, type EventName } from "~/pinterest/event-name";

export { EVENT_NAMES, type EventName };

/**
 * Every act that the pixel subscribes to, by the platform's name for it, and the event it is unless the
 * shop renames it.
 *
 * A product's page is reported by `product_viewed`, which knows the product; `page_viewed` stays silent there.
 *
 * Source: Shopify web pixels API, standard events.
 */
export const PIXEL_EVENT_NAMES = {
  page_viewed: "page_visit",
  product_viewed: "page_visit",
  collection_viewed: "view_category",
  search_submitted: "search",
  product_added_to_cart: "add_to_cart",
  checkout_started: "initiate_checkout",
  payment_info_submitted: "add_payment_info",
  checkout_completed: "checkout",
} as const satisfies Record<string, EventName>;

/** What the platform calls an act that the pixel subscribes to. */
export type PixelEvent = keyof typeof PIXEL_EVENT_NAMES;

/** Before a name of Pinterest's, this makes the name under which a theme publishes such an event. */
export const THEME_EVENT_PREFIX = "pinterest:";

/** Acts in an app, which no page can report. Source: Pinterest developer documentation, "Conversion events". */
const APP_EVENT_NAMES: ReadonlySet<EventName> = new Set(["app_install", "app_open"]);

/** The event of that name, if a page can report it; `undefined` for every other text. */
export function webEventName(text: string): EventName | undefined {
  return WEB_EVENT_NAMES.find((name) => name === text);
}

/** The events that a page can report. */
export const WEB_EVENT_NAMES: readonly EventName[] = EVENT_NAMES.filter(
  (name) => !APP_EVENT_NAMES.has(name),
);
