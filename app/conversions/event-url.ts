/** What a page's URL may keep: the click id and where the visit came from. Everything else may name a person. */
const KEPT = /^(epik|utm_.+)$/i;

/**
 * Path segments behind which a checkout or an order is shown, with its token in the path.
 *
 * Source: Shopify checkout, order status and customer account URLs; WooCommerce checkout endpoints.
 */
const PRIVATE_SEGMENTS = new Set([
  "checkout",
  "checkouts",
  "order-status",
  "order-received",
  "order-pay",
  "view-order",
  "thank-you",
  "thank_you",
]);

/**
 * The page of an act as Pinterest may see it: only `epik` and `utm_*` parameters, no fragment, no
 * credentials, and `/checkout` in place of a checkout's or an order's own path. `undefined` for what
 * is not a web address.
 */
export function eventUrl(pageUrl: string): string | undefined {
  const url = toUrl(pageUrl);
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return undefined;

  url.hash = "";
  url.username = "";
  url.password = "";
  if (isPrivate(url.pathname)) url.pathname = "/checkout";
  for (const name of [...url.searchParams.keys()]) {
    if (!KEPT.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** Not by `URL.canParse`: the pixel brings this into browsers that are older than it. */
function toUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** `/orders/<token>` shows an order, `/pages/orders` is a page like any other. */
function isPrivate(path: string): boolean {
  const segments = path.toLowerCase().split("/").filter(Boolean);
  const order = segments.indexOf("orders");
  return (
    segments.some((segment) => PRIVATE_SEGMENTS.has(segment)) ||
    (order !== -1 && order < segments.length - 1)
  );
}
