/** What became of an order's event, for the states that have no reason of our own. */
export const outbox = {
  line_waiting: "The order waits for the shopper's choice on marketing, for up to 90 seconds.",
  line_pending: "The order is on its way to Pinterest.",
  line_pending_rate_limited:
    "Pinterest asked for a pause. The order is sent again by itself; there is nothing to do.",
  line_pending_unavailable:
    "Pinterest could not take the order yet. It is sent again by itself; there is nothing to do.",
  line_pending_timeout:
    "Pinterest did not answer in time. The order is sent again by itself; there is nothing to do.",
  line_pending_network:
    "Pinterest could not be reached. The order is sent again by itself; there is nothing to do.",
  line_pending_sealed:
    "The order is stored encrypted and the app's key for it is missing. Tell the app's support; it is sent once the key is back.",
  line_held:
    "The order waits until the Pinterest connection is mended in the settings, and is then sent.",
  line_delivered: "Pinterest took the order.",
  line_delivered_advice: "Pinterest took the order and advises: {words}.",
  line_tested:
    "The order was sent as a test event, and Pinterest took it. It does not count, and it is never sent again.",
  line_tested_advice:
    "The order was sent as a test event, which does not count. Pinterest took it and advises: {words}.",
  line_shadowed:
    "The order was recorded in shadow mode: it would have been reported, and nothing was sent.",
  line_dead_letter: "Pinterest refused the order: {words}.",
  line_dead_letter_unreadable:
    "The stored event cannot be read, so it was not sent. Tell the app's support.",
  line_consent: "Consent: {choice}. In {place}, {first}. Applied: {policy}.",
  line_skipped: "The order was not reported.",
} as const;
