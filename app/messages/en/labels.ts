import type { BackfillOutcome } from "~/conversions/backfill";
import type { ConsentChoice, ConsentRecord } from "~/conversions/consent";
import type { MappedChoice } from "~/conversions/consent-map";
import type { MissingField } from "~/conversions/overview";
import type { OutboxState } from "~/conversions/outbox";
import type { EventName } from "~/pinterest/event-name";
import type { AlertCode, AppSettings, Identifier, TrackingMode } from "~/shops/app-settings";
import type { ConnectionState } from "~/shops/connection";
import type { PixelState } from "~/shops/pixel";
import type { ChosenPixelEvent } from "~/shops/pixel-events";
import type {
  Channel,
  ConsentPolicy,
  ItemIdFormat,
  ShopSettings,
  ValueBasis,
} from "~/shops/settings";

import { catalogLabels } from "./catalog-labels";
import { diagnosticsLabels } from "./diagnostics-labels";
import { eventLabels } from "./event-labels";
import { failureLabels } from "./failure";
import { homeLabels } from "./home";
import { marketLabels } from "./markets";
import { itemLabels } from "./item-labels";

/** What an event's state is called, wherever it stands. */
const states = {
  state_waiting: "Waiting",
  state_pending: "Pending",
  state_held: "Held",
  state_delivered: "Delivered",
  state_tested: "Tested",
  state_shadowed: "Shadowed",
  state_skipped: "Skipped",
  state_expired: "Expired",
  state_dead_letter: "Dead letter",
} as const satisfies Record<`state_${OutboxState}`, string>;

const connectionStates = {
  connection_not_connected: "Not connected",
  connection_connected: "Connected",
  connection_needs_attention: "Needs attention",
} as const satisfies Record<`connection_${ConnectionState}`, string>;

/** Kinds of customer data, as words inside a sentence. */
const missingFields = {
  field_email: "an email address",
  field_phone: "a phone number",
  field_name: "a name",
  field_address: "an address",
} as const satisfies Record<`field_${MissingField}`, string>;

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

/** What was known of a shopper's choice, who asks for it, and what was done, inside a sentence. */
const consents = {
  consent_choice_allowed: "the shopper agreed to marketing",
  consent_choice_denied: "the shopper declined marketing",
  consent_choice_opted_out: "the shopper opted out of the sale of their data",
  consent_choice_unseen: "the pixel saw nothing of this checkout",
  consent_choice_unknown: "the shopper's choice is not known",
  consent_first_law: "the law asks for consent first",
  consent_first_shop_policy: "your privacy settings in Shopify ask for consent first",
  consent_first_nobody: "no rule asks for consent first",
  consent_policy_send: "report the order",
  consent_policy_ldp: "report it with limited data processing",
  consent_policy_skip: "do not report it",
} as const satisfies Record<
  | `consent_choice_${ConsentChoice}`
  | `consent_first_${ConsentRecord["requiredBy"]}`
  | `consent_policy_${ConsentPolicy}`,
  string
>;

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

const pixelStates = {
  pixel_state_none: "Off",
  pixel_state_on: "On",
  pixel_state_refused: "Refused by Shopify",
} as const satisfies Record<`pixel_state_${PixelState}`, string>;

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

/** The rows of the table that says what happens to whom, and what it may say. */
const consentMap = {
  mapped_granted: "Agreed to marketing",
  mapped_denied: "Declined marketing",
  mapped_sale_denied: "Opted out of the sale of their data",
  mapped_unknown: "Choice not known, no pixel at work",
  mapped_unseen: "Pixel at work, but saw nothing of the order",
  fate_send: "Reported",
  fate_ldp: "Limited",
  fate_skip: "Not reported",
} as const satisfies Record<`mapped_${MappedChoice}` | `fate_${ConsentPolicy}`, string>;

const matching = {
  matching_off: "Off",
  matching_on: "On, hashed",
} as const satisfies Record<`matching_${AppSettings["matching"]}`, string>;

/** What a check says of orders. */
const checkOutcomes = {
  check_send: "Would be sent",
  check_skip: "Would be left out",
  check_reported: "Already reported",
  check_under_way: "Already on the way",
  check_refused: "Refused before",
  check_left_out: "Left out before",
  check_tried: "Recorded in test or shadow mode",
  check_erased: "Erased",
  check_gone: "Deleted",
} as const satisfies Record<`check_${BackfillOutcome}`, string>;

/** The words on headings, fields and buttons; unlike sentences, they end without a full stop. */
export const labels = {
  ...states,
  ...connectionStates,
  ...missingFields,
  ...channels,
  ...itemIdFormats,
  ...policies,
  ...consents,
  ...orderTriggers,
  ...valueBases,
  ...checkOutcomes,
  ...trackingModes,
  ...pixelStates,
  ...acts,
  ...events,
  ...matching,
  ...identifiers,
  ...alertChoices,
  ...consentMap,
  ...eventLabels,
  ...catalogLabels,
  ...marketLabels,
  app_name: "Pin Relay",
  home: "Home",
  conversions: "Conversions",
  settings: "Settings",
  save: "Save",
  discard: "Discard",
  cancel: "Cancel",
  pinterest_connection: "Pinterest connection",
  connect_pinterest: "Connect Pinterest",
  pinterest_account: "Pinterest account",
  connect_account: "Connect with Pinterest",
  connect_account_again: "Connect again",
  connect_other_account: "Connect another account",
  confirm_account: "Yes, use {name}",
  discard_account: "Do not use it",
  account_confirmed: "Pinterest account confirmed",
  account_discarded: "Pinterest account not used",
  remove_account: "Remove account",
  remove_account_question: "Remove the Pinterest account?",
  account_removed: "Pinterest account removed",
  ad_account: "Ad account",
  tag: "Tag",
  choose_ad_account: "Report through this ad account",
  ad_account_chosen: "Events are reported through this ad account",
  pick_one: "Choose one",
  loading_choices: "Asking Pinterest",
  enter_by_hand: "Tag, ad account and token",
  sign_in_stopped: "Pinterest is not connected",
  open_settings: "Open settings",
  latest_orders: "Latest orders",
  pinterest_advice: "Pinterest's advice",
  order_column: "Order",
  value_column: "Value",
  state_column: "State",
  explanation_column: "What happened",
  received_column: "Received",
  settled_column: "Settled",
  order_singular: "order",
  order_plural: "orders",
  order_unnamed: "Order {orderId}",
  order_unread: "Unreadable order",
  order_erased: "Erased order",
  none: "–",
  missing_fields: "Some customer data is not shared with the app",
  tag_id: "Tag id",
  ad_account_id: "Ad account id",
  conversion_token: "Conversion access token",
  token_stored: "ends in ••••{lastFour}",
  test_connection: "Test connection",
  disconnect: "Disconnect",
  disconnect_question: "Disconnect Pinterest?",
  orders: "Orders",
  order_trigger: "When an order counts",
  value_basis: "Reported value",
  item_id_format: "Item id",
  channels: "Reported sales channels",
  tracking: "Tracking",
  tracking_mode: "Who reports to Pinterest",
  reported_events: "When a visitor …",
  theme_events: "Events of your theme",
  matching: "In the browser",
  matching_in_browser: "Matching in the browser",
  matching_page: "Matching",
  identifiers: "Shoppers",
  identifiers_sent: "Sent to Pinterest",
  reporting: "Reporting",
  visits: "Visits",
  pixel_key: "Public key",
  consent: "Consent",
  consent_map: "What happens to whom",
  consent_map_choice: "Shopper",
  consent_map_where_required: "Where consent comes first",
  consent_map_elsewhere: "Elsewhere",
  connection_state: "State",
  receipt_removed: "What was removed",
  receipt_left: "What stays",
  look_at_account: "Look at the account",
  alerts: "Alerts",
  alerts_shown: "Shown",
  alerts_tell: "Tell on the home page",
  alert_limits: "Limits",
  pending_minutes: "An order is late after",
  minutes: "minutes",
  quiet_hours: "Quiet hours",
  quiet_days: "Days to compare with",
  three_hours: "3 hours",
  four_hours: "4 hours",
  six_hours: "6 hours",
  eight_hours: "8 hours",
  twelve_hours: "12 hours",
  whole_day: "24 hours",
  transfer: "Export and import",
  export_settings: "Export",
  import_settings: "Import",
  download_settings: "Download settings",
  settings_file: "File of settings",
  choose_file: "Choose a file",
  apply_settings: "Apply these changes",
  import_refused: "The file was not taken, and nothing was changed",
  import_difference: "What would change",
  setting_column: "Setting",
  now_column: "Now",
  new_column: "New",
  identifiers_withheld: "Not sent to match a shopper by",
  alerts_hidden: "Not told on the home page",
  by_default: "By default",
  pixel: "Browser pixel",
  pixel_heard: "The pixel was last heard of",
  rotate_key: "Make a new public key",
  rotate_key_question: "Make a new public key?",
  key_rotated: "New key made",
  privacy: "Privacy",
  unknown_where_required: "Choice unknown, where consent comes first",
  unknown_elsewhere: "Choice unknown, everywhere else",
  presumed_denied_setting: "Pixel works, but saw nothing of the order",
  grace_seconds: "Longest wait for the pixel",
  seconds: "seconds",
  retention: "Retention",
  event_days: "Reported and skipped events",
  dead_letter_days: "Events that Pinterest refused",
  snapshot_days: "What the pixel saw",
  days: "days",
  sale_of_data_denied: "Shopper opted out of the sale of their data",
  server_events: "Events from your server",
  ingest_url: "Address",
  ingest_secrets: "Secrets",
  ingest_secret: "Secret",
  ingest_secret_name: "Secret ending in ••••{lastFour}",
  ingest_secret_created: "The secret was created",
  create_ingest_secret: "Create a secret",
  revoke_ingest_secret: "Revoke the secret ending in {lastFour}",
  revoke: "Revoke",
  revoke_question: "Revoke this secret?",
  created: "Created",
  last_used: "Last used",
  never: "never",
  data_requests: "Data requests",
  data_request_name: "Request {requestId}",
  download: "Download",
  download_data_request: "Download the file of request {requestId}",
  past_orders: "Send past orders",
  past_days: "How far back",
  one_day: "1 day",
  several_days: "{days} days",
  check_first: "Check first",
  send_orders: "Send {count} orders",
  send_one_order: "Send 1 order",
  run_progress: "Progress of the run",
  checking: "Checking",
  sending: "Sending",
  check_result: "Check of the last {days} days",
  send_result: "Sent from the last {days} days",
  sent_send: "On their way to Pinterest",
  sent_skip: "Left out",
  show_orders: "Show orders",
  hide_orders: "Hide orders",
  clear: "Clear",
  orders_and_more: "{names} and {more} more",
  send_again: "Send again",
  first_page: "First page",
  next_page: "Next page",
  state_filter: "State",
  every_state: "Every state",
  export_decisions: "Export decisions",
  first_day: "First day",
  last_day: "Last day",
  download_csv: "Download CSV",
  settings_saved: "Settings saved",
  pinterest_disconnected: "Pinterest disconnected",
  settings_not_saved: "The settings were not saved",
  front_title: "Pin Relay: orders from Shopify to Pinterest",
  front_heading: "Your store's orders, reported to Pinterest",
  front_open: "Where to open it",
  ...itemLabels,
  ...diagnosticsLabels,
  ...failureLabels,
  ...homeLabels,
} as const satisfies Record<string, string>;
