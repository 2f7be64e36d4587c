// Stands in for the pixel of Pinterest's own sales channel, as far as two pixels in one shop are concerned:
// it reports under Shopify's event ids. Source: the published bundle of that pixel.

const NAMES = {
  page_viewed: "PageVisit",
  product_viewed: "PageVisit",
  collection_viewed: "ViewCategory",
  search_submitted: "Search",
  product_added_to_cart: "AddToCart",
  checkout_started: "InitiateCheckout",
  payment_info_submitted: "AddPaymentInfo",
  checkout_completed: "Checkout",
};

shopify.extend("WebPixel::Render", ({ analytics, settings }) => {
  for (const [act, name] of Object.entries(NAMES)) {
    analytics.subscribe(act, ({ id, data }) => {
      const total = data.checkout?.subtotalPrice;
      const query = new URLSearchParams({
        event: name,
        tid: settings.tagID,
        cb: String(Date.now()),
        ed: JSON.stringify({ eventID: id, value: total?.amount, currency: total?.currencyCode }),
      });
      void fetch(`https://ct.pinterest.com/v3/?${query}`, {
        credentials: "include",
        keepalive: true,
      });
    });
  }
});
