/** What the settings mean and cost, below their fields. */
export const settings = {
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
    "The pixel tells the shopper's choice moments after the order. The order goes as soon as it does, and after this time without it; 0 to {seconds}.",
  grace_seconds_invalid: "Enter a whole number from 0 to {seconds}.",
  sale_of_data_denied_help:
    "With limited data processing, the opt-out is sent along and Pinterest limits what it does with the data.",
  retention_explained:
    "What is stored of shoppers is deleted by itself after these times. Order lines with their state, value and times stay, so that your totals do not change.",
  retention_fixed:
    "IP address, browser and click id are deleted a day after the order reached its final state.",
  days_limits: "Between {min} and {max}.",
  days_outside_limits: "Enter a whole number from {min} to {max}.",
  data_requests_explained:
    "These customers asked for the data that is held on them. Download each file and send it to the customer within 30 days of the request; then it is deleted here.",
  data_request_not_downloaded:
    "The file could not be downloaded. Reload the page and try again; after 30 days a file is deleted.",
  settings_unreadable:
    "The form did not arrive as the app sent it. These fields do not fit: {fields}. Reload the page and try again.",
  settings_unreachable:
    "The app's server could not be reached. Your changes are still here; check your internet connection and try again.",
} as const;
