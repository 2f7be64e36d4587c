import type { FileProblem } from "~/shops/settings-file";

/** Why a file of settings is not taken. Each says what to mend. */
const files = {
  import_too_large: "The file is larger than {kb} kB. A file that this app wrote is far smaller.",
  import_not_unicode: "The file is no text in UTF-8. Export it again and leave it as it is.",
  import_byte_order_mark:
    "The file begins with a byte order mark, which another program put there. Save it without one.",
  import_not_json: "The file is no JSON, or it ends in the middle. Export it again.",
  import_too_deep: "There is more inside of {place} than any setting has. Export the file again.",
  import_forbidden_key: "The name {place} is not allowed in a file. Take it out.",
  import_wrong_format:
    "This is no file of settings of this app, or of another version. Export it again in the other shop.",
  import_unknown_key:
    "There is no setting {place}. Take it out; ids, tokens and secrets of a shop cannot be imported.",
  import_missing: "The setting {place} is missing. Export the file again.",
  import_wrong_value: "The setting {place} has a value that it cannot have. Correct it.",
} as const satisfies Record<`import_${FileProblem}`, string>;

/** What the settings mean and cost, below their fields. */
export const settings = {
  ...files,
  export_settings_explained:
    "The file holds tracking, matching, privacy, alerts, and the columns and rules of the catalog. Import it in another shop to set that up the same way.",
  export_settings_left_out:
    "Left out is what belongs to one shop: the connection with its ids and tokens, secrets for events from your server, the pixel's key, markets, and passwords of feeds.",
  import_settings_explained:
    "Choose a file that was exported here or in another shop. Nothing is changed before you have seen what would change.",
  import_unreadable: "The file did not arrive as the app sent it. Reload the page and try again.",
  import_nothing: "The settings of this shop are the same as in the file. There is nothing to do.",
  import_applied: "The settings of the file hold from now on.",
  import_changed_meanwhile:
    "The settings were changed after this was shown, so nothing was applied. Look at what would change now, and apply it then.",
  order_trigger_help:
    "Orders that are never paid, such as open bank transfers, count only with the first choice.",
  value_basis_help: "The amount that Pinterest is told, in the currency the shopper saw.",
  item_id_format_help: "Must be the id that your Pinterest catalog uses for the same item.",
  item_id_format_warning:
    "This renames every item in new events and in your feeds. Items published now: {items}. Pinterest takes them for new ones: what it learned of the old ones does not carry over, and until it has read the new feed it cannot match new events with them.",
  channels_help:
    "Only the online store is reported at first. Switch on what Pinterest should hear of besides.",
  channels_none: "No channel is chosen, so no order is reported. Choose at least one to report.",
  privacy_explained:
    "A shopper who declined marketing is never reported. These settings say what happens when the choice is not known, or when the shopper only opted out of the sale of their data.",
  unknown_where_required_help:
    "The European Economic Area, the United Kingdom and Switzerland, by the billing address, and wherever your privacy settings in Shopify ask for consent. There, consent comes before the data is used.",
  unknown_elsewhere_help:
    "All other countries. A choice is often unknown because a browser extension blocked the banner. Where your privacy settings in Shopify ask for an opt-out from the sale of data, limited data processing is chosen until you choose something else.",
  presumed_denied_help:
    "The pixel does not load for a shopper who declined, and an ad blocker stops it too, so nobody can tell which it was. If your banner asks every visitor for consent, choose not to report.",
  grace_seconds_help:
    "The pixel tells the shopper's choice moments after the order. The order goes as soon as it does, and after this time without it.",
  sale_of_data_denied_help:
    "With limited data processing, the opt-out is sent along and Pinterest limits what it does with the data.",
  retention_explained:
    "What is stored of shoppers is deleted by itself after these times. Order lines with their state, value and times stay, so that your totals do not change.",
  retention_fixed:
    "IP address, browser and click id are deleted a day after the order reached its final state.",
  number_limits: "Between {min} and {max}.",
  number_outside_limits: "Enter a whole number from {min} to {max}.",
  consent_map_explained:
    "This is what happens to whom with the choices above, as they stand in this form. Limited means that the order is reported with limited data processing.",
  identifiers_explained:
    "Pinterest knows a shopper again by these. All are sent at first, hashed where Pinterest takes a hash. What you switch off is not sent any more: not of orders, not of visits, and not of events from your server.",
  identifiers_match_nobody:
    "Pinterest needs an email address, or the IP address together with the user agent. Without both nearly nothing is reported any more: an order is left out because Pinterest could match nobody.",
  identifiers_help:
    "With each identifier less, Pinterest matches fewer orders to pins. Where data use is limited, state and country are sent all the same: by them Pinterest knows which law limits it. A change holds for what arrives after it.",
  settings_account_waits:
    "A Pinterest account gave the app access and waits for your word. Nothing uses it until you confirm it.",
  settings_connection: "The Pinterest account, the ad account and the tag that events go to.",
  settings_tracking: "Who reports, which acts of a visitor, which orders, when and at which value.",
  settings_matching: "By what Pinterest knows a shopper again, and which id your items have.",
  settings_privacy:
    "What a shopper's choice comes to, how long data is kept, exports and customers' requests.",
  settings_catalog: "Where each column of the feed comes from, and which items are in it.",
  settings_server_events: "The address and the secrets with which your own servers report events.",
  settings_alerts: "What the home page tells you of, and from when on.",
  settings_transfer: "All settings that are not bound to this shop, as a file for another one.",
  alerts_explained:
    "The home page tells you of these while they last. What you switch off goes on all the same; nobody tells you of it.",
  alert_choice_connection_needs_attention_help:
    "Pinterest does not accept the credentials, and orders wait until you mend it.",
  alert_choice_oldest_pending_help:
    "An order may go to Pinterest and has not gone for longer than the limit below.",
  alert_choice_webhooks_stopped_help:
    "Shopify used to send orders at these hours and sends none any more.",
  pending_minutes_help:
    "Delivery takes seconds, and short outages at Pinterest pass within minutes.",
  quiet_hours_help:
    "So long without an order is a sign, where there were at least six orders in such a span on average.",
  quiet_days_help: "On each of these days the same hours brought an order.",
  data_requests_explained:
    "These customers asked for the data that is held on them. Download each file and send it to the customer within 30 days of the request; then it is deleted here.",
  data_request_not_downloaded:
    "The file could not be downloaded. Reload the page and try again; after 30 days a file is deleted.",
  settings_unreadable:
    "The form did not arrive as the app sent it. These fields do not fit: {fields}. Reload the page and try again.",
  settings_unreachable:
    "The app's server could not be reached. Your changes are still here; check your internet connection and try again.",
} as const;
