import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import {
  type Exchange,
  type Route,
  dispatch,
  readBody,
  refuse,
  sendJson,
} from "../loopback-server.ts";
import { COLLECTIONS, PRODUCTS, type Product, findVariant } from "../shopify/catalog.ts";
import { DEMO_SHOP, type ShopifyDesk } from "../shopify/desk.ts";
import { type Buyer, SHOPPER_COUNTRIES, orderBody } from "../shopify/order-body.ts";
import { PEOPLE } from "../shopify/order-maker.ts";
import { placeOrder } from "../shopify/place-order.ts";
import type { Shop } from "../shopify/shop.ts";
import {
  type PageFrame,
  cartPage,
  checkoutPage,
  homePage,
  notFoundPage,
  productPage,
  productPicture,
  shelfPage,
  thankYouPage,
} from "./pages.ts";
import {
  firstVariants,
  pixelCart,
  pixelCartLine,
  pixelCheckout,
  pixelCollection,
  pixelVariant,
} from "./pixel-events.ts";
import { APP_PIXEL_SCRIPT, CHANNEL_PIXEL_SCRIPT, pagePixels } from "./pixels.ts";
import { meetShopper, setCookie } from "./shopper.ts";
import { type Cart, DISCOUNT_CODE, boughtLines, moneyFor } from "./till.ts";

/** A shop's own name on this machine: `demo.localhost` is `demo.myshopify.com`. */
const STOREFRONT = /^([a-z0-9][a-z0-9-]*)\.localhost$/;

const FILES: Readonly<Record<string, { file: string; type: string }>> = {
  "/storefront.css": { file: "storefront.css", type: "text/css" },
  "/storefront.js": { file: "storefront.js", type: "text/javascript" },
  "/wpm/manager.js": { file: "pixel-manager.js", type: "text/javascript" },
  "/wpm/worker.js": { file: "pixel-worker.js", type: "text/javascript" },
  [CHANNEL_PIXEL_SCRIPT]: { file: "channel-pixel.js", type: "text/javascript" },
};

/** A payment takes its time, in which the browser sends what it has to tell. */
const PAYMENT_MS = 400;
const FORM_BYTES_MAX = 16 * 1024;

/** The address of a shop's storefront, beside the admin's. */
export function storefrontUrl(adminUrl: string, shopDomain = DEMO_SHOP): string {
  const url = new URL(adminUrl);
  url.hostname = shopDomain.replace(".myshopify.com", ".localhost");
  return url.origin;
}

/** Answers what is asked of a shop's storefront; `false` when the request is for another host. */
export async function answerStorefront(desk: ShopifyDesk, exchange: Exchange): Promise<boolean> {
  const name = STOREFRONT.exec(exchange.url.hostname)?.[1];
  if (name === undefined) return false;
  const shop = desk.shops.get(`${name}.myshopify.com`);
  if (!shop) refuse(exchange.response, 404, "unknown_shop", "There is no such shop.");
  else if (!(await dispatch(routes(desk, shop), exchange))) {
    sendPage(exchange, notFoundPage(frameOf(desk, shop, exchange)), 404);
  }
  return true;
}

type Visit = { exchange: Exchange; frame: PageFrame };

function routes(desk: ShopifyDesk, shop: Shop): Route[] {
  const get = (path: string, render: (visit: Visit, handle: string) => string | null): Route => ({
    method: "GET",
    path,
    handle: (exchange, { handle = "" }) => {
      const frame = frameOf(desk, shop, exchange);
      const page = render({ exchange, frame }, handle);
      sendPage(exchange, page ?? notFoundPage(frame), page === null ? 404 : 200);
    },
  });
  const post = (
    path: string,
    act: (visit: Visit, form: URLSearchParams, token: string) => Promise<void> | void,
  ): Route => ({
    method: "POST",
    path,
    handle: async (exchange, { token = "" }) => {
      const body = await readBody(exchange.request, FORM_BYTES_MAX);
      const text = body.kind === "read" ? body.text : "";
      const frame = frameOf(desk, shop, exchange);
      await act({ exchange, frame }, new URLSearchParams(text), token);
    },
  });
  return [
    ...fileRoutes(desk),
    get("/", ({ frame }) => homePage(frame)),
    get("/collections/:handle", collection),
    get("/products/:handle", product),
    get("/search", search),
    get("/cart", ({ frame }) => {
      const { cart, shopper, money } = frame;
      const data = { cart: cart && pixelCart(cart, shopper.country, money) };
      return cartPage(frame, [{ name: "cart_viewed", data }]);
    }),
    get("/checkouts/cn/:handle", ({ frame }, token) => {
      const cart = desk.till.find(shop, token);
      if (!cart || boughtLines(cart).length === 0) return null;
      if (cart.order) return thankYouPage(frame, cart, []);
      return checkoutPage(frame, cart, [
        { name: "checkout_started", data: checkoutData(frame, cart) },
      ]);
    }),
    get("/checkouts/cn/:handle/thank-you", ({ frame }, token) => {
      const cart = desk.till.find(shop, token);
      if (!cart?.order) return null;
      const isTold = cart.isToldCompleted && !shop.isCompletedRetold;
      cart.isToldCompleted = true;
      const completed = { name: "checkout_completed", data: checkoutData(frame, cart) };
      return thankYouPage(frame, cart, isTold ? [] : [completed]);
    }),
    post("/cart/add.js", ({ exchange, frame }, form) => addToCart(desk, frame, exchange, form)),
    post("/checkout", ({ exchange, frame: { cart } }) => {
      redirect(exchange, cart ? `/checkouts/cn/${cart.token}` : "/cart");
    }),
    post("/checkouts/cn/:token/discount", ({ exchange }, form, token) => {
      const cart = desk.till.find(shop, token);
      if (cart && !cart.order) cart.isDiscounted = form.get("code") === DISCOUNT_CODE;
      redirect(exchange, cart ? `/checkouts/cn/${cart.token}` : "/cart");
    }),
    post("/checkouts/cn/:token/contact", ({ exchange, frame }, form, token) => {
      const cart = desk.till.find(shop, token);
      const buyer = readBuyer(form);
      if (!cart || !buyer)
        return refuse(exchange.response, 400, "invalid", "The form is not filled in.");
      if (!cart.order) cart.buyer = buyer;
      sendJson(exchange.response, 200, checkoutData(frame, cart));
    }),
    post("/checkouts/cn/:token/pay", async ({ exchange, frame }, _, token) => {
      const cart = desk.till.find(shop, token);
      if (!cart?.buyer)
        return refuse(exchange.response, 404, "unknown", "There is no such checkout.");
      await sleep(PAYMENT_MS);
      takeOrder(desk, frame, cart, exchange);
      setCookie(exchange.response, "cart", "", 0);
      sendJson(exchange.response, 200, { next: `/checkouts/cn/${cart.token}/thank-you` });
    }),
    post("/localization", ({ exchange }, form) => {
      const country = SHOPPER_COUNTRIES.find((known) => known === form.get("country"));
      if (country) setCookie(exchange.response, "localization", country);
      redirect(exchange, exchange.request.headers.referer ?? "/");
    }),
  ];
}

function frameOf(desk: ShopifyDesk, shop: Shop, { request, response, url }: Exchange): PageFrame {
  const shopper = meetShopper(request, response, url);
  const cart = desk.till.find(shop, shopper.cartToken);
  return {
    shop,
    shopper,
    money: moneyFor(shop, shopper.country),
    cart: cart?.order ? null : cart,
    pixels: pagePixels(shop, desk.pixel),
    tagUrl: desk.addresses.pinterestUrl,
  };
}

function collection({ frame }: Visit, handle: string): string | null {
  const found = COLLECTIONS.find((known) => known.handle === handle);
  if (!found && handle !== "all") return null;
  const title = found?.title ?? "Products";
  const products = PRODUCTS.filter((item) => !found || item.collection === handle);
  const data = { collection: pixelCollection(handle, title, products, frame.money) };
  return shelfPage(frame, title, products, [{ name: "collection_viewed", data }]);
}

function product({ exchange, frame }: Visit, handle: string): string | null {
  const found = PRODUCTS.find((known) => known.handle === handle);
  if (!found) return null;
  const wanted = Number(exchange.url.searchParams.get("variant"));
  const variant = found.variants.find(({ id }) => id === wanted) ?? found.variants[0];
  if (!variant) return null;
  const data = { productVariant: pixelVariant(found, variant, frame.money) };
  return productPage(frame, found, variant.id, [{ name: "product_viewed", data }]);
}

function search({ exchange, frame }: Visit): string {
  const query = exchange.url.searchParams.get("q") ?? "";
  const fits = ({ title, vendor, type }: Product) =>
    `${title} ${vendor} ${type}`.toLowerCase().includes(query.trim().toLowerCase());
  const found = query.trim() ? PRODUCTS.filter(fits) : [];
  const data = { searchResult: { query, productVariants: firstVariants(found, frame.money) } };
  return shelfPage(frame, `Search: ${query}`, found, [{ name: "search_submitted", data }]);
}

function addToCart(
  desk: ShopifyDesk,
  { shop, shopper, money }: PageFrame,
  { response }: Exchange,
  form: URLSearchParams,
): void {
  const quantity = Number(form.get("quantity") ?? "1");
  const found = findVariant(Number(form.get("id")));
  if (!found || !Number.isInteger(quantity) || quantity < 1) {
    return refuse(response, 422, "invalid", "That cannot be put into the cart.");
  }
  const cart = desk.till.add(shop, shopper.cartToken, { variantId: found.variant.id, quantity });
  setCookie(response, "cart", cart.token);
  sendJson(response, 200, {
    count: boughtLines(cart).reduce((sum, line) => sum + line.quantity, 0),
    cartLine: pixelCartLine(found, quantity, money),
  });
}

function checkoutData({ shop, shopper, money }: PageFrame, cart: Cart) {
  return { checkout: pixelCheckout(cart, shopper.country, money, shop.protectedFields) };
}

const buyerSchema = z.object({
  email: z.email(),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  street: z.string().min(1),
  city: z.string().min(1),
  zip: z.string().min(1),
  province: z.string().transform((text) => text || null),
  provinceCode: z.string().transform((text) => text || null),
  countryCode: z.enum(SHOPPER_COUNTRIES),
  phone: z.string().transform((text) => text || null),
});

/** A customer is known by the email address: the same one is the same customer again. */
function readBuyer(form: URLSearchParams): Buyer | null {
  const read = buyerSchema.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  let customerId = 7_400_000_000_000;
  for (const character of read.data.email) {
    customerId += (customerId * 31 + character.charCodeAt(0)) % 9_973;
  }
  const person = PEOPLE.find(([, , country]) => country === read.data.countryCode);
  return { ...read.data, province: person?.[3] ?? null, customerId };
}

/** A checkout becomes one order, however often it is paid for. Its webhook leaves on its own, unless it is held. */
function takeOrder(desk: ShopifyDesk, frame: PageFrame, cart: Cart, { request }: Exchange): void {
  const { shop, shopper, money } = frame;
  if (cart.order || !cart.buyer) return;
  const number = shop.orders.length + 1;
  const body = orderBody({
    ...{ number, shopDomain: shop.domain, money, now: new Date(desk.now()) },
    buyer: cart.buyer,
    lines: boughtLines(cart),
    ip: request.socket.remoteAddress ?? "",
    userAgent: request.headers["user-agent"] ?? "",
    cartToken: cart.token,
    checkoutToken: cart.checkoutToken,
    orderToken: cart.checkoutToken.split("").toReversed().join(""),
    statusKey: cart.token.slice(0, 16),
    confirmationNumber: cart.token.slice(0, 9).toUpperCase(),
    acceptsMarketing: false,
    isPaid: true,
    landingSite: shopper.landingSite,
    referringSite: shopper.referringSite,
  });
  cart.order = { id: String(body.id), name: body.name, number };
  void placeOrder(desk, shop, { body: JSON.stringify(body), silent: shop.isWebhookHeld });
}

function fileRoutes(desk: ShopifyDesk): Route[] {
  const files = Object.entries(FILES).map(([path, { file, type }]): Route => ({
    method: "GET",
    path,
    handle: (exchange) => sendFile(exchange, new URL(file, import.meta.url), type),
  }));
  const pictures = PRODUCTS.map((item): Route => ({
    method: "GET",
    path: `/products/${item.handle}.svg`,
    handle: ({ response }) => {
      response.writeHead(200, { "content-type": "image/svg+xml" }).end(productPicture(item));
    },
  }));
  const { pixel } = desk;
  const bundle: Route = {
    method: "GET",
    path: APP_PIXEL_SCRIPT,
    handle: (exchange) => {
      if (!pixel) return refuse(exchange.response, 404, "no_pixel", "No pixel is deployed.");
      sendFile(exchange, pixel.bundlePath, "text/javascript");
    },
  };
  return [...files, ...pictures, bundle];
}

function sendFile({ response }: Exchange, file: URL | string, type: string): void {
  const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" };
  response.writeHead(200, headers).end(readFileSync(file));
}

function sendPage({ response }: Exchange, text: string, status: number): void {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(status, headers).end(text);
}

function redirect({ response }: Exchange, location: string): void {
  response.writeHead(303, { location }).end();
}
