/** What Pinterest advises, by what is missing, and what the merchant can do about it. */
const missing = {
  advice_missing_click_id:
    "{events} events had no click id. Only shoppers who came from Pinterest have one; there is nothing to do.",
  advice_missing_external_id:
    "{events} events had no customer id. Guests who check out without an account have none; there is nothing to do.",
  advice_missing_em:
    "{events} events had no email address. If this is most of them, check whether the app may read customers' email addresses.",
  advice_missing_ph:
    "{events} events had no phone number. You can ask for it at checkout, in Shopify's checkout settings.",
  advice_missing_name:
    "{events} events had no name of the customer. If this is most of them, check whether the app may read customers' names.",
  advice_missing_browser:
    "{events} events had no IP address or no browser. Orders that nobody placed in a browser have none; there is nothing to do.",
  advice_missing: "{events} events had no {parameter}. The events count; there is nothing to do.",
} as const;

/** Pinterest's advice of the last days, one sentence for each parameter. */
export const advice = {
  ...missing,
  advice_explained:
    "Pinterest took these events of the last seven days and says what would let it match more of them to people. Nothing was lost.",
  advice_invalid:
    "{events} events had a {parameter} that Pinterest does not take as it is. The events count; tell the app's support.",
  advice_unknown_name:
    "{events} events have a name that Pinterest only counts as unknown. Tell the app's support.",
  advice_other:
    "Pinterest remarked something on the {parameter} of {events} events. The events count; its words stand beside each order.",
} as const;
