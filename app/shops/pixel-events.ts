import { EVENT_NAMES, type EventName } from "~/pinterest/event-name";

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
type AppEventName = "app_install" | "app_open";

/** The events that a page can report. */
export const WEB_EVENT_NAMES: readonly EventName[] = EVENT_NAMES.filter(isOfPage);

/**
 * The acts that a shop may switch off or rename.
 *
 * **Decision:** the completed checkout is none of them. The pixel's word of it brings the shopper's choice
 * to the order, and the order itself goes by the settings of its channel.
 */
export const CHOSEN_PIXEL_EVENTS = [
  "page_viewed",
  "product_viewed",
  "collection_viewed",
  "search_submitted",
  "product_added_to_cart",
  "checkout_started",
  "payment_info_submitted",
] as const satisfies Exclude<PixelEvent, "checkout_completed">[];
export type ChosenPixelEvent = (typeof CHOSEN_PIXEL_EVENTS)[number];

/** What a shop may report an act or a theme's own event as. A purchase is told by orders alone. */
export type ChosenEventName = Exclude<EventName, AppEventName | "checkout">;

export const CHOSEN_EVENT_NAMES: readonly ChosenEventName[] = EVENT_NAMES.filter(isOfPage).filter(
  (name) => name !== "checkout",
);

const OWN_EVENT_NAMES: ReadonlySet<EventName> = new Set(Object.values(PIXEL_EVENT_NAMES));

/** The events of a theme that are reported unless the shop says otherwise: what the pixel does not see itself. */
export const DEFAULT_THEME_EVENTS: readonly ChosenEventName[] = CHOSEN_EVENT_NAMES.filter(
  (name) => !OWN_EVENT_NAMES.has(name),
);

function isOfPage(name: EventName): name is Exclude<EventName, AppEventName> {
  return name !== "app_install" && name !== "app_open";
}
