import { COLLECTIONS, PRODUCTS, type Product } from "../shopify/catalog.ts";
import type { Money } from "../shopify/order-dice.ts";
import { COUNTRIES, SHOPPER_COUNTRIES } from "../shopify/order-body.ts";
import { PEOPLE } from "../shopify/order-maker.ts";
import type { Shop } from "../shopify/shop.ts";
import { type Html, html, json } from "./html.ts";
import type { PageEvent } from "./pixel-events.ts";
import type { PagePixel } from "./pixels.ts";
import { type Shopper, customerPrivacy } from "./shopper.ts";
import { type Cart, DISCOUNT_CODE, boughtLines, cartAmounts } from "./till.ts";

/** What every page is made from. */
export type PageFrame = {
  shop: Shop;
  shopper: Shopper;
  money: Money;
  cart: Cart | null;
  pixels: readonly PagePixel[];
  /** Where requests for Pinterest's tag go instead. */
  tagUrl: string;
};

/** A whole page, with what the runtime of the pixels needs to know of it. */
export function page(
  frame: PageFrame,
  title: string,
  events: readonly PageEvent[],
  main: Html,
): string {
  const { shop, shopper, cart } = frame;
  const pieces = cart ? boughtLines(cart).reduce((sum, { quantity }) => sum + quantity, 0) : 0;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/storefront.css" />
        <script type="application/json" id="wpm-config">
          ${json(runtimeConfig(frame, events))}
        </script>
        <script type="module" src="/wpm/manager.js"></script>
        <script type="module" src="/storefront.js"></script>
      </head>
      <body>
        <header>
          <a class="name" href="/">${shop.name}</a>
          <nav aria-label="Shop">
            ${COLLECTIONS.map(
              ({ handle, title: name }) => html`<a href="/collections/${handle}">${name}</a>`,
            )}
          </nav>
          <form role="search" action="/search">
            <input name="q" type="search" aria-label="Search" placeholder="Search" />
          </form>
          <a href="/cart">Cart (<span id="cart-count">${pieces}</span>)</a>
        </header>
        <main>${main}</main>
        <footer>
          <form method="post" action="/localization">
            <label>
              Shopping from
              <select name="country" id="country">
                ${SHOPPER_COUNTRIES.map((code) =>
                  option(code, COUNTRIES[code].name, code === shopper.country),
                )}
              </select>
            </label>
          </form>
          <form id="newsletter">
            <label>
              Newsletter
              <input type="email" name="email" placeholder="you@example.com" />
            </label>
            <button>Join</button>
          </form>
          <button class="link" id="open-consent" type="button">Cookie choices</button>
          <button class="link" id="deny-sale" type="button">
            Do not sell or share my information
          </button>
        </footer>
        <section id="consent" aria-label="Cookies" ${shopper.choice ? html`hidden` : null}>
          <p>May this shop use cookies to measure its advertising?</p>
          <button id="accept" class="primary" type="button">Accept</button>
          <button id="decline" type="button">Decline</button>
        </section>
      </body>
    </html>`.text;
}

export function homePage(frame: PageFrame): string {
  const main = html`<h1>Made slowly, kept long</h1>
    <p class="quiet">Everything for the table and the house.</p>
    ${shelf(frame, PRODUCTS)}`;
  return page(frame, "Home", [], main);
}

export function shelfPage(
  frame: PageFrame,
  title: string,
  found: readonly Product[],
  events: readonly PageEvent[],
): string {
  const none = found.length === 0 ? html`<p class="quiet">Nothing was found.</p>` : null;
  return page(
    frame,
    title,
    events,
    html`<h1>${title}</h1>
      ${none}${shelf(frame, found)}`,
  );
}

export function productPage(
  frame: PageFrame,
  product: Product,
  variantId: number,
  events: readonly PageEvent[],
): string {
  const choices = product.variants.map(({ id, title }) =>
    option(String(id), title ?? product.title, id === variantId),
  );
  const main = html`<div class="product">
    ${picture(product)}
    <div>
      <p class="quiet">${product.vendor}</p>
      <h1>${product.title}</h1>
      <p class="price">${price(frame.money, product.cents)}</p>
      <form id="add-to-cart">
        <label ${product.variants.length > 1 ? null : html`hidden`}>
          Variant
          <select name="id">
            ${choices}
          </select>
        </label>
        <label>
          Quantity
          <input name="quantity" type="number" min="1" max="20" value="1" />
        </label>
        <button class="primary">Add to cart</button>
        <p id="added" role="status"></p>
      </form>
    </div>
  </div>`;
  return page(frame, product.title, events, main);
}

export function cartPage(frame: PageFrame, events: readonly PageEvent[]): string {
  const { cart } = frame;
  const isEmpty = !cart || boughtLines(cart).length === 0;
  const main = isEmpty
    ? html`<h1>Cart</h1>
        <p class="quiet">The cart is empty.</p>`
    : html`<h1>Cart</h1>
        ${linesTable(frame, cart)}
        <form method="post" action="/checkout"><button class="primary">Check out</button></form>`;
  return page(frame, "Cart", events, main);
}

export function checkoutPage(frame: PageFrame, cart: Cart, events: readonly PageEvent[]): string {
  const person = PEOPLE.find(([, , country]) => country === frame.shopper.country) ?? PEOPLE[0];
  const [firstName, lastName, , province, provinceCode, city, zip, street] = person;
  const main = html`<h1>Checkout</h1>
    <div class="checkout">
      <form id="pay" action="/checkouts/cn/${cart.token}" autocomplete="off">
        ${field("email", "Email", "shopper@example.com", "email")}
        ${field("firstName", "First name", firstName)} ${field("lastName", "Last name", lastName)}
        ${field("street", "Address", street)} ${field("city", "City", city)}
        ${field("zip", "Postal code", zip)}
        <input type="hidden" name="province" value="${province ?? ""}" />
        ${field("provinceCode", "State or province", provinceCode ?? "", "text", false)}
        <label>
          Country
          <select name="countryCode">
            ${SHOPPER_COUNTRIES.map((code) =>
              option(code, COUNTRIES[code].name, code === frame.shopper.country),
            )}
          </select>
        </label>
        ${field("phone", "Phone", "", "tel", false)}
        <p class="quiet">No card is asked for: the payment is made up.</p>
        <button class="primary">Pay now</button>
        <p id="paying" role="status"></p>
      </form>
      <div>
        ${linesTable(frame, cart)}
        <form method="post" action="/checkouts/cn/${cart.token}/discount">
          <label>
            Discount code
            <input
              name="code"
              placeholder="${DISCOUNT_CODE}"
              value="${cart.isDiscounted ? DISCOUNT_CODE : ""}"
            />
          </label>
          <button>Apply</button>
        </form>
      </div>
    </div>`;
  return page(frame, "Checkout", events, main);
}

export function thankYouPage(frame: PageFrame, cart: Cart, events: readonly PageEvent[]): string {
  const main = html`<h1>Thank you</h1>
    <p>Your order <strong id="order-name">${cart.order?.name ?? ""}</strong> is confirmed.</p>
    ${linesTable(frame, cart)}
    <p><a href="/">Continue shopping</a></p>`;
  return page(frame, "Thank you", events, main);
}

export function notFoundPage(frame: PageFrame): string {
  return page(frame, "Not found", [], html`<h1>There is no such page</h1>`);
}

/** The picture of a product: nothing but a colour and its name. */
export function productPicture({ title, id }: Product): string {
  const hue = (id / 100) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="hsl(${hue * 47} 32% 84%)"/><circle cx="200" cy="150" r="70" fill="hsl(${hue * 47} 30% 62%)"/><title>${title}</title></svg>`;
}

function runtimeConfig(frame: PageFrame, events: readonly PageEvent[]) {
  const { shop, shopper, pixels, tagUrl } = frame;
  return {
    // The address under which the shop's visitors know it; here it is another.
    origin: `https://${shop.domain}`,
    tagUrl,
    pixels,
    clientId: shopper.clientId,
    customerPrivacy: customerPrivacy(shopper, shop),
    data: {
      customer: null,
      cart: null,
      shop: {
        name: shop.name,
        myshopifyDomain: shop.domain,
        countryCode: shop.countryCode,
        storefrontUrl: `https://${shop.domain}`,
        paymentSettings: { currencyCode: shop.currencyCode },
      },
      purchasingCompany: null,
    },
    events: [{ name: "page_viewed", data: {} }, ...events],
  };
}

function shelf({ money }: PageFrame, found: readonly Product[]): Html {
  return html`<ul class="shelf">
    ${found.map(
      (product) =>
        html`<li>
          <a href="/products/${product.handle}">
            ${picture(product)}
            <span>${product.title}</span>
            <span class="price">${price(money, product.cents)}</span>
          </a>
        </li>`,
    )}
  </ul>`;
}

function picture({ handle, title }: Product): Html {
  return html`<img src="/products/${handle}.svg" alt="${title}" width="400" height="300" />`;
}

function linesTable(frame: PageFrame, cart: Cart): Html {
  const { money, shopper } = frame;
  const amounts = cartAmounts(cart, shopper.country);
  const row = (label: string, cents: number) =>
    html`<tr>
      <th scope="row" colspan="2">${label}</th>
      <td>${price(money, cents)}</td>
    </tr>`;
  return html`<table class="lines">
    ${boughtLines(cart).map(
      ({ product, variant, quantity }) =>
        html`<tr>
          <td>${product.title}${variant.title === null ? "" : ` – ${variant.title}`}</td>
          <td>× ${quantity}</td>
          <td>${price(money, product.cents * quantity)}</td>
        </tr>`,
    )}
    ${amounts.discountCents > 0 ? row("Discount", -amounts.discountCents) : null}
    ${row("Subtotal", amounts.subtotalCents)} ${row("Shipping", amounts.shippingCents)}
    ${row("Tax", amounts.taxCents)} ${row("Total", amounts.totalCents)}
  </table>`;
}

function field(name: string, label: string, value: string, type = "text", isNeeded = true): Html {
  return html`<label>
    ${label}
    <input name="${name}" type="${type}" value="${value}" ${isNeeded ? html`required` : null} />
  </label>`;
}

function option(value: string, label: string, isChosen: boolean): Html {
  return html`<option value="${value}" ${isChosen ? html`selected` : null}>${label}</option>`;
}

function price(money: Money, cents: number): string {
  const { amount, currency_code: currency } = money.set(Math.abs(cents)).presentment_money;
  const text = new Intl.NumberFormat("en", { style: "currency", currency }).format(Number(amount));
  return cents < 0 ? `−${text}` : text;
}
