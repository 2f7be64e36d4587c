/** What a page's URL may keep: the click id and where the visit came from. Everything else may name a person. */
const KEPT = /^(epik|utm_.+)$/i;

/**
 * Paths behind which a checkout or an order is shown, with its token. `/orders/<token>` shows an order,
 * `/pages/orders` is a page like any other.
 *
 * Source: Shopify checkout, order status and customer account URLs; WooCommerce checkout endpoints.
 */
const PRIVATE =
  /\/(checkouts?|order-(status|received|pay)|view-order|thank[-_]you)(\/|$)|\/orders\/+[^/]/i;

/**
 * The page of an act as Pinterest may see it: only `epik` and `utm_*` parameters, no fragment, no
 * credentials, and `/checkout` in place of a checkout's or an order's own path. `undefined` for what
 * is not a web address.
 */
export function eventUrl(pageUrl: string): string | undefined {
  let url: URL;
  try {
    // Not asked of `URL.canParse` first: the pixel brings this into browsers that are older than it.
    url = new URL(pageUrl);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol)) return undefined;

  url.hash = "";
  url.username = "";
  url.password = "";
  if (PRIVATE.test(url.pathname)) url.pathname = "/checkout";
  for (const name of [...url.searchParams.keys()]) {
    if (!KEPT.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** The page without the click id that a visit from a pin carries. What is no web address stays as it is. */
export function withoutClickId(pageUrl: string): string {
  if (!/epik=/i.test(pageUrl)) return pageUrl;
  const url = new URL(pageUrl);
  for (const name of [...url.searchParams.keys()]) {
    if (/^epik$/i.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}
