/** What Pinterest advises, by what is missing, and what the merchant can do about it. */
const missing = {
  advice_missing_click_id:
    "Events without a click id: {events}. Only shoppers who came from Pinterest have one; there is nothing to do.",
  advice_missing_external_id:
    "Events without a customer id: {events}. Guests who check out without an account have none; there is nothing to do.",
  advice_missing_em:
    "Events without an email address: {events}. If this is most of them, check whether the app may read customers' email addresses.",
  advice_missing_ph:
    "Events without a phone number: {events}. You can ask for it at checkout, in Shopify's checkout settings.",
  advice_missing_name:
    "Events without the customer's name: {events}. If this is most of them, check whether the app may read customers' names.",
  advice_missing_browser:
    "Events without an IP address or a browser: {events}. Orders that nobody placed in a browser have none; there is nothing to do.",
  advice_missing: "Events without {parameter}: {events}. They count; there is nothing to do.",
} as const;

/** Pinterest's advice of the last days, one sentence for each parameter. */
export const advice = {
  ...missing,
  advice_explained:
    "Pinterest took these events of the last seven days and says what would let it match more of them to people. Nothing was lost.",
  advice_invalid:
    "Events whose {parameter} Pinterest does not take as it is: {events}. They count; tell the app's support.",
  advice_unknown_name:
    "Events with a name that Pinterest only counts as unknown: {events}. Tell the app's support.",
  advice_other:
    "Events on whose {parameter} Pinterest remarked something: {events}. They count; its words stand beside each order.",
} as const;
