import type { SendingMode } from "~/shops/sending";

const modes = {
  sending_real: "Real",
  sending_test: "Test",
  sending_shadow: "Shadow",
} as const satisfies Record<`sending_${SendingMode}`, string>;

const webhooks = {
  webhooks_orders: "Webhooks on orders",
  webhooks_products: "Webhooks on products",
  webhooks_shop: "Webhooks on the shop",
  webhooks_compliance: "Webhooks on data requests",
  webhooks_other: "Other webhooks",
} as const satisfies Record<`webhooks_${string}`, string>;

/** The words of the page of diagnostics. */
export const diagnosticsLabels = {
  ...modes,
  ...webhooks,
  diagnostics: "Diagnostics",
  sending_mode: "Mode of sending",
  sending_mode_choice: "What becomes of new orders and visits",
  sending_since: "Last switched:",
  sending_switch: "Switch mode",
  sending_question: "Switch to the mode {mode}?",
  sending_test_on: "Test mode is on",
  sending_shadow_on: "Shadow mode is on",
  live_events: "Live events",
  live_pause: "Pause",
  live_resume: "Resume",
  live_name_filter: "Event name",
  every_event: "Every event",
  test_events: "Test events",
  test_event_name: "Event to send",
  send_test_event: "Send test event",
  open_ads_manager: "Open Ads Manager",
  shadow_report: "Comparison in shadow mode",
  shadow_day: "Day {day}",
  shadow_placed: "Value of the orders",
  shadow_would_report: "Value that would have been reported",
  shadow_identifiers: "Identifiers",
  birth_date: "Date of birth",
  conflicts: "Conflicts",
  look_at_storefront: "Look at my storefront",
  heartbeat: "Signs of life",
  beat_pixel: "Message of the pixel",
  beat_reconciled: "Comparison with Shopify's orders",
  beat_delivered: "Delivery to Pinterest",
  beat_fetched: "Feed fetched by Pinterest",
  support_bundle: "Support file",
  download_support_bundle: "Download support file",
} as const satisfies Record<string, string>;
