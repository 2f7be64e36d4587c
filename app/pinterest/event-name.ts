/**
 * The events that Pinterest knows by name. A name outside this list is accepted by Pinterest and then
 * counted as `Unknown`, so it is refused here.
 *
 * Source: Pinterest API v5.23, `ConversionEvents.event_name` (the first fifteen); Pinterest developer
 * documentation, "Conversion events" (the others, newer than that description).
 */
export const EVENT_NAMES = [
  "add_payment_info",
  "add_to_cart",
  "add_to_wishlist",
  "app_install",
  "checkout",
  "custom",
  "initiate_checkout",
  "lead",
  "page_visit",
  "search",
  "signup",
  "subscribe",
  "view_category",
  "view_content",
  "watch_video",
  "app_open",
  "contact",
  "customize_product",
  "find_location",
  "schedule",
  "start_trial",
  "submit_application",
] as const;
export type EventName = (typeof EVENT_NAMES)[number];
