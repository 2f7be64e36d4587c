/**
 * Loaded by `--import` into the app's processes, in the demo and in tests only. Calls for a shop go
 * to the local Shopify, with the shop's domain in a header; calls for this machine pass; every other
 * call is refused, so that nothing in a demo or a test reaches out.
 *
 * It wraps `fetch` and nothing else: a client that opens its own sockets is not covered.
 */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
const SHOP_HEADER = "x-sandbox-shop";

const passOn = globalThis.fetch;

globalThis.fetch = async function sandboxFetch(input, init) {
  const isRequest = input instanceof Request;
  const url = new URL(isRequest ? input.url : String(input));
  // `data:` and `blob:` never leave the process.
  if (!["http:", "https:"].includes(url.protocol) || LOOPBACK.has(url.hostname)) {
    return passOn(input, init);
  }
  if (!SHOP.test(url.hostname)) {
    throw new Error(`The sandbox does not call ${url.hostname}: only this machine and its shops.`);
  }
  const target = new URL(url.pathname + url.search, shopifyUrl());
  const headers = new Headers(init?.headers ?? (isRequest ? input.headers : undefined));
  headers.set(SHOP_HEADER, url.hostname);
  return passOn(isRequest ? new Request(target, input) : target, { ...init, headers });
};

function shopifyUrl() {
  const address = process.env.SANDBOX_SHOPIFY_URL;
  if (!address) throw new Error("SANDBOX_SHOPIFY_URL is missing: where is the local Shopify?");
  if (!LOOPBACK.has(new URL(address).hostname)) {
    throw new Error("SANDBOX_SHOPIFY_URL must be an address of this machine.");
  }
  return address;
}
