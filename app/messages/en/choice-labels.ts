import type { EventName } from "~/pinterest/event-name";
import type { AlertCode, AppSettings, Identifier, TrackingMode } from "~/shops/app-settings";
import type { ChosenPixelEvent } from "~/shops/pixel-events";
import type {
  Channel,
  ConsentPolicy,
  ItemIdFormat,
  ShopSettings,
  ValueBasis,
} from "~/shops/settings";

const channels = {
  channel_web: "Online store",
  channel_pos: "Point of sale",
  channel_draft: "Draft orders",
  channel_subscription: "Subscription renewals",
  channel_other: "Every other channel",
} as const satisfies Record<`channel_${Channel}`, string>;

const itemIdFormats = {
  item_id_variant_id: "Variant id, like 40123456789",
  item_id_product_id: "Product id, like 7123456789",
  item_id_sku: "SKU, or the variant id where there is none",
  item_id_shopify_country_product_variant: "shopify_US_7123456789_40123456789",
} as const satisfies Record<`item_id_${ItemIdFormat}`, string>;

const policies = {
  policy_send: "Report the order",
  policy_ldp: "Report it with limited data processing",
  policy_skip: "Do not report it",
} as const satisfies Record<`policy_${ConsentPolicy}`, string>;

const orderTriggers = {
  order_trigger_create: "When it is placed",
  order_trigger_paid: "When it is paid in full",
} as const satisfies Record<`order_trigger_${ShopSettings["orderTrigger"]}`, string>;

const valueBases = {
  value_basis_subtotal: "Subtotal, without shipping and tax",
  value_basis_total: "Total that the shopper paid",
} as const satisfies Record<`value_basis_${ValueBasis}`, string>;

const trackingModes = {
  tracking_both: "Browser and server",
  tracking_server_only: "Server only",
  tracking_browser_only: "Browser only",
  tracking_coexistence: "Beside the pixel of Pinterest's sales channel",
} as const satisfies Record<`tracking_${TrackingMode}`, string>;

/** What a visitor does. */
const acts = {
  act_page_viewed: "Opens a page",
  act_product_viewed: "Looks at a product",
  act_collection_viewed: "Looks at a collection",
  act_search_submitted: "Searches",
  act_product_added_to_cart: "Adds to the cart",
  act_checkout_started: "Begins the checkout",
  act_payment_info_submitted: "Enters a payment",
} as const satisfies Record<`act_${ChosenPixelEvent}`, string>;

/** What an act is reported as. */
const events = {
  event_off: "Not reported",
  event_add_payment_info: "Add payment info",
  event_add_to_cart: "Add to cart",
  event_add_to_wishlist: "Add to wishlist",
  event_contact: "Contact",
  event_custom: "Custom",
  event_customize_product: "Customize product",
  event_find_location: "Find location",
  event_initiate_checkout: "Initiate checkout",
  event_lead: "Lead",
  event_page_visit: "Page visit",
  event_schedule: "Schedule",
  event_search: "Search",
  event_signup: "Signup",
  event_start_trial: "Start trial",
  event_submit_application: "Submit application",
  event_subscribe: "Subscribe",
  event_view_category: "View category",
  event_view_content: "View content",
  event_watch_video: "Watch video",
} as const satisfies Record<
  `event_${Exclude<EventName, "checkout" | "app_install" | "app_open"> | "off"}`,
  string
>;

const identifiers = {
  identifier_em: "Email address",
  identifier_ph: "Phone number",
  identifier_fn: "First name",
  identifier_ln: "Last name",
  identifier_ct: "City",
  identifier_st: "State",
  identifier_zp: "Postcode",
  identifier_country: "Country",
  identifier_external_id: "Customer id",
  identifier_browser: "IP address and user agent",
  identifier_click_id: "Click id of the pin",
} as const satisfies Record<`identifier_${Identifier}`, string>;

const alertChoices = {
  alert_choice_connection_needs_attention: "Pinterest refuses the connection",
  alert_choice_oldest_pending: "An order is late",
  alert_choice_webhooks_stopped: "No orders are coming in",
} as const satisfies Record<`alert_choice_${AlertCode}`, string>;

const matching = {
  matching_off: "Off",
  matching_on: "On, hashed",
} as const satisfies Record<`matching_${AppSettings["matching"]}`, string>;

/** What the settings let a merchant choose from. */
export const choiceLabels = {
  ...channels,
  ...itemIdFormats,
  ...policies,
  ...orderTriggers,
  ...valueBases,
  ...trackingModes,
  ...acts,
  ...events,
  ...identifiers,
  ...alertChoices,
  ...matching,
};
