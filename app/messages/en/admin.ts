/** Sentences of the home page and the front page. */
export const admin = {
  no_orders: "No order has come in yet. The next one shows here by itself within seconds.",
  missing_fields_explained:
    "None of the last {orders} orders came with {fields}. Shopify does not share this protected customer data with the app, so Pinterest can match fewer orders to people; the rest is reported. Whoever runs the app can ask for it in Shopify's Partner Dashboard, under API access, Protected customer data access.",
  front_lead:
    "Pin Relay is an app for Shopify. It tells Pinterest's Conversions API of your orders, from the server, once each, so that ad reports do not depend on the shopper's browser.",
  front_consent:
    "The shopper's choice counts: whoever declined marketing is not reported, and personal data is hashed before it is stored or sent.",
  front_ledger:
    "Every order has a line that says whether it was reported, and if not, why and what to do.",
  front_open_explained:
    "The app opens inside the Shopify admin, under Apps. There is nothing to sign in to on this page.",
} as const;
