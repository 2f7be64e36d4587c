import { beforeAll, describe, expect, test } from "vitest";

import { ALLOWED, builtPixel, contextOf, PixelPage } from "#test/support/pixel-runtime";
import { sha256Hex } from "#test/support/sha256";

import { PIXEL_BYTES_MAX } from "../../../scripts/build-pixel";

let bytes = Number.NaN;
beforeAll(async () => {
  bytes = await builtPixel();
});

const TOKEN = "0123456789abcdef0123456789abcdef";
const SHOP = "https://www.demo.example";
const usd = (amount: number) => ({ amount, currencyCode: "USD" });
const SCARF = {
  id: "222",
  sku: "SCARF-G",
  title: "Grün",
  untranslatedTitle: "Green",
  price: usd(24.5),
  product: {
    id: "111",
    title: "Schal",
    untranslatedTitle: "Scarf",
    type: "Scarves",
    vendor: "Demo",
  },
};
const CHECKOUT = {
  token: TOKEN,
  currencyCode: "USD",
  subtotalPrice: usd(44.1),
  totalPrice: usd(52.95),
  totalTax: usd(3.85),
  shippingLine: { price: usd(5) },
  email: "Jane.Doe@example.com",
  phone: "+1 415 555 0123",
  billingAddress: { countryCode: "US", provinceCode: "CA", phone: "+14155550123" },
  lineItems: [
    { quantity: 2, variant: SCARF },
    { quantity: 1, variant: null, title: "Tip" },
  ],
  order: { id: "gid://shopify/OrderIdentity/5901234567304" },
};

let seq = 0;
function event(data: object, href = `${SHOP}/`, changes: object = {}) {
  seq += 1;
  return {
    id: `sh-${seq}`,
    clientId: "client-1",
    timestamp: "2026-11-22T08:00:00.000Z",
    context: contextOf(href),
    data,
    ...changes,
  };
}
const checkoutId = (prefix: string, word: string) =>
  `${prefix}_${sha256Hex(`${word}:${TOKEN}`).slice(0, 32)}`;

test("the bundle that shoppers load stays below its limit", () => {
  expect(bytes).toBeLessThanOrEqual(PIXEL_BYTES_MAX);
});

describe("each act goes both ways under one id", () => {
  const LINE = {
    product_id: "222",
    product_name: "Scarf - Green",
    product_category: "Scarves",
    product_brand: "Demo",
    product_price: 24.5,
    product_quantity: 1,
  };
  const BOUGHT = {
    currency: "USD",
    value: 44.1,
    order_quantity: 2,
    line_items: [{ ...LINE, product_quantity: 2 }],
  };
  test.each([
    { act: "page_viewed", data: {}, hit: "pagevisit", name: "page_visit", ed: {} },
    {
      act: "product_viewed",
      data: { productVariant: SCARF },
      hit: "pagevisit",
      name: "page_visit",
      ed: { currency: "USD", order_quantity: 1, line_items: [LINE] },
    },
    {
      act: "collection_viewed",
      data: { collection: { id: "1", title: "Winter" } },
      hit: "viewcategory",
      name: "view_category",
      ed: { line_items: [{ product_category: "Winter" }] },
    },
    {
      act: "search_submitted",
      data: { searchResult: { query: "green scarf" } },
      hit: "search",
      name: "search",
      ed: { search_query: "green scarf" },
    },
    {
      act: "product_added_to_cart",
      data: { cartLine: { merchandise: SCARF, quantity: 2, cost: { totalAmount: usd(44.1) } } },
      hit: "addtocart",
      name: "add_to_cart",
      ed: BOUGHT,
    },
    {
      act: "checkout_started",
      data: { checkout: { ...CHECKOUT, order: null } },
      hit: "initiatecheckout",
      name: "initiate_checkout",
      ed: { ...BOUGHT, event_id: checkoutId("ic", "initiate") },
    },
    {
      act: "payment_info_submitted",
      data: { checkout: { ...CHECKOUT, order: null } },
      hit: "addpaymentinfo",
      name: "add_payment_info",
      ed: BOUGHT,
    },
    {
      act: "checkout_completed",
      data: { checkout: CHECKOUT },
      hit: "checkout",
      name: "checkout",
      ed: { ...BOUGHT, event_id: checkoutId("co", "checkout"), order_id: "5901234567304" },
    },
  ])("$act is $hit in the browser and $name here", async ({ act, data, hit, name, ed }) => {
    const page = new PixelPage();
    const told = event(data);
    await page.publish(act, told);
    const eventId = "event_id" in ed ? ed.event_id : told.id;
    expect(page.faults).toEqual([]);
    const [sent, init] = page.hits;
    expect(sent).toMatchObject({ event: hit, credentials: "include", method: "GET" });
    expect(sent?.ed).toEqual({ event_id: eventId, ...ed });
    expect(init).toMatchObject({ event: "init", ed: {}, ad: { loc: `${SHOP}/` } });
    expect(page.messages).toMatchObject([
      { kind: "act", eventId, name, shopifyEventId: told.id, clientId: "client-1" },
      { kind: "result", eventId, name, browserSent: true },
    ]);
  });

  test("the order itself stays with the server", async () => {
    const page = new PixelPage();
    await page.publish("checkout_completed", event({ checkout: CHECKOUT }));
    expect(page.messages[0]).not.toHaveProperty("custom");
    expect(page.messages[0]).not.toHaveProperty("lineItems");
    expect(page.messages[0]).toMatchObject({ country: "US", region: "CA" });
  });

  test("a theme's event goes under Pinterest's name, and nobody else's does", async () => {
    const page = new PixelPage();
    const customData = { amount: 10, currencyCode: "EUR", productVariant: SCARF };
    await page.publish("pinterest:lead", { ...event({}), customData });
    await page.publish("pinterest:checkout", { ...event({}), customData });
    await page.publish("other:lead", { ...event({}), customData });
    expect(page.hits.map((hit) => hit.event)).toEqual(["lead", "init"]);
    expect(page.hits[0]?.ed).toMatchObject({ value: 10, currency: "EUR" });
  });

  test("only what the settings name is listened to, and under their names", async () => {
    const page = new PixelPage({ fields: { events: `{"page_viewed":"view_content"}` } });
    await page.publish("page_viewed", event({}, `${SHOP}/products/scarf`));
    await page.publish("search_submitted", event({ searchResult: { query: "scarf" } }));
    expect(page.hits.map((hit) => hit.event)).toEqual(["viewcontent", "init"]);
  });
});

describe("a page is visited once", () => {
  test.each([
    {
      path: "/products/scarf",
      acts: ["page_viewed", "product_viewed", "product_viewed"],
      visits: 1,
    },
    {
      path: "/de/collections/a/products/scarf?x=1",
      acts: ["page_viewed", "product_viewed"],
      visits: 1,
    },
    { path: "/", acts: ["page_viewed", "product_viewed"], visits: 1 },
    { path: "/?from=/products/scarf", acts: ["page_viewed"], visits: 1 },
  ])("$acts on $path: $visits", async ({ path, acts, visits }) => {
    const page = new PixelPage();
    for (const act of acts) {
      await page.publish(act, event({ productVariant: SCARF }, SHOP + path));
    }
    expect(page.hits.filter((hit) => hit.event === "pagevisit")).toHaveLength(visits);
  });

  test("an event that is told twice is reported once", async () => {
    const page = new PixelPage();
    const told = event({ checkout: CHECKOUT });
    await page.publish("checkout_started", told);
    await page.publish("checkout_started", { ...told, id: "another" });
    expect(page.messages).toHaveLength(2);
  });
});

describe("the value is the server's to the cent", () => {
  test.each([
    { because: "tax on top", subtotal: 44.1, tax: 3.85, shipping: 5, total: 52.95, value: 44.1 },
    {
      because: "tax included, free shipping",
      subtotal: 119,
      tax: 19,
      shipping: 0,
      total: 119,
      value: 100,
    },
    { because: "tax included", subtotal: 119, tax: 20, shipping: 6.26, total: 125.26, value: 100 },
    { because: "no tax", subtotal: 10, tax: 0, shipping: 5, total: 15, value: 10 },
    { because: "nothing to pay", subtotal: 0, tax: 0, shipping: 0, total: 0, value: 0 },
  ])("$because", async ({ subtotal, tax, shipping, total, value }) => {
    const checkout = {
      ...CHECKOUT,
      subtotalPrice: usd(subtotal),
      totalTax: usd(tax),
      totalPrice: usd(total),
      shippingLine: { price: usd(shipping) },
    };
    const page = new PixelPage();
    await page.publish("checkout_started", event({ checkout }));
    expect(page.hits[0]?.ed).toMatchObject({ value });
    const whole = new PixelPage({ fields: { valueBasis: "total" } });
    await whole.publish("checkout_started", event({ checkout }));
    expect(whole.hits[0]?.ed).toMatchObject({ value: total });
  });
});

test.each([
  { itemIdFormat: "variant_id", expected: "222" },
  { itemIdFormat: "product_id", expected: "111" },
  { itemIdFormat: "sku", expected: "SCARF-G" },
  { itemIdFormat: "shopify_country_product_variant", expected: "shopify_US_111_222" },
] as const)("$itemIdFormat names the item $expected", async ({ itemIdFormat, expected }) => {
  const page = new PixelPage({ fields: { itemIdFormat } });
  await page.publish("product_viewed", event({ productVariant: SCARF }));
  expect(page.hits[0]?.ed).toMatchObject({ line_items: [{ product_id: expected }] });
  expect(page.messages[0]).toMatchObject({ lineItems: [{ itemId: expected }] });
});

describe("consent", () => {
  const DENIED = { ...ALLOWED, marketingAllowed: false };

  test.each([DENIED, {}, null, { ...ALLOWED, marketingAllowed: "yes" }])(
    "without a clear yes to marketing nothing leaves and nothing is kept: %j",
    async (privacy) => {
      const page = new PixelPage({ privacy: privacy ?? "none" });
      await page.publish("page_viewed", event({}, `${SHOP}/?epik=dj0yJnU9`));
      expect([page.urls, page.cookiesSet, page.stored]).toEqual([[], [], {}]);
    },
  );

  test("a choice counts from the moment it is made, either way", async () => {
    const page = new PixelPage({ privacy: DENIED }, `${SHOP}/?epik=dj0yJnU9`);
    await page.publish("page_viewed", event({}));
    await page.choose(ALLOWED);
    expect(page.cookiesSet[0]).toContain("_epik=dj0yJnU9;");
    await page.publish("search_submitted", event({ searchResult: { query: "scarf" } }));
    await page.choose(DENIED);
    await page.publish("page_viewed", event({}));
    expect(page.hits.map((hit) => hit.event)).toEqual(["search", "init"]);
  });

  test("an opt-out of the sale of data makes it limited data processing", async () => {
    const privacy = { ...ALLOWED, saleOfDataAllowed: false };
    const page = new PixelPage({ privacy });
    await page.publish("checkout_completed", event({ checkout: CHECKOUT }));
    expect(page.hits[0]?.pd).toMatchObject({
      opt_out_type: "LDP",
      st: sha256Hex("ca"),
      country: sha256Hex("us"),
    });
    expect(page.messages[0]).toMatchObject({ consent: { marketing: true, saleOfData: false } });
    const silent = new PixelPage({ privacy, fields: { saleOfDataDenied: "skip" } });
    await silent.publish("page_viewed", event({}));
    expect([silent.hits.length, silent.messages.length]).toEqual([0, 1]);
  });
});

describe("modes", () => {
  test.each([
    { mode: "both", hits: 2, messages: 2 },
    { mode: "server", hits: 0, messages: 1 },
    { mode: "browser", hits: 2, messages: 0 },
    { mode: "coexistence", hits: 0, messages: 1 },
  ] as const)("$mode", async ({ mode, hits, messages }) => {
    const page = new PixelPage({ fields: { mode } });
    await page.publish("page_viewed", event({}));
    expect([page.hits.length, page.messages.length]).toEqual([hits, messages]);
  });

  test("in coexistence the ids are Shopify's, and a checkout brings both", async () => {
    const page = new PixelPage({ fields: { mode: "coexistence" } });
    const started = event({ checkout: CHECKOUT });
    const completed = event({ checkout: CHECKOUT });
    await page.publish("checkout_started", started);
    await page.publish("checkout_completed", completed);
    expect(page.messages).toMatchObject([
      { eventId: started.id },
      { eventId: checkoutId("co", "checkout"), shopifyEventId: completed.id },
    ]);
  });
});

describe("who acted", () => {
  const EPIK = "dj0yJnU9abc-DEF_0";
  const FAR = Date.parse("2099-01-01T00:00:00Z");
  const kept = (expires: number) => ({ _epik_ls: JSON.stringify({ value: EPIK, expires }) });

  test.each([
    { from: "the address", href: `${SHOP}/?a=1&epik=${EPIK}#top`, isKept: true },
    { from: "the cookie", cookies: { _epik: EPIK }, isKept: false },
    {
      from: "the address before the cookie",
      href: `${SHOP}/?epik=${EPIK}`,
      cookies: { _epik: "old" },
      isKept: true,
    },
    { from: "the storage", stored: kept(FAR), isKept: true },
  ])("the click id comes from $from", async ({ href, isKept, ...options }) => {
    const page = new PixelPage(options);
    await page.publish("page_viewed", event({}, href));
    expect(page.hits[0]?.pd).toEqual({ epik: EPIK });
    expect(page.messages[0]).toMatchObject({ clickId: EPIK });
    expect(page.cookiesSet).toEqual(
      isKept
        ? [
            expect.stringMatching(
              /^_epik=dj0yJnU9abc-DEF_0; expires=.+ GMT; path=\/; domain=demo\.example;$/,
            ),
          ]
        : [],
    );
  });

  test.each([
    { options: { stored: kept(1) }, href: SHOP },
    { options: {}, href: `${SHOP}/?epik=a%3Bb` },
    { options: {}, href: `${SHOP}/?epik=jane%40example.com` },
  ])("no click id: $href", async ({ options, href }) => {
    const page = new PixelPage(options);
    await page.publish("page_viewed", event({}, href));
    expect(page.hits[0]?.pd).toEqual({});
  });

  test("hashes leave only where the shop turned matching on", async () => {
    const told = { checkout: CHECKOUT };
    const customer = { id: "gid://shopify/Customer/77" };
    const off = new PixelPage({ customer });
    await off.publish("checkout_started", event(told));
    expect(off.hits[0]?.pd).toEqual({});
    const on = new PixelPage({
      customer,
      fields: { matching: "on" },
      cookies: { _pin_unauth: "dWlk" },
    });
    await on.publish("checkout_started", event(told));
    expect(on.hits[0]?.pd).toEqual({
      em: sha256Hex("jane.doe@example.com"),
      external_id: sha256Hex("77"),
      pin_unauth: "dWlk",
    });
  });
});

describe("transport", () => {
  test("what Pinterest refuses with cookies goes without, and so does what follows", async () => {
    const page = new PixelPage({ pinterest: (credentials) => credentials === "omit" });
    await page.publish("page_viewed", event({}));
    await page.publish("search_submitted", event({ searchResult: { query: "scarf" } }));
    expect(page.hits.map(({ event: name, credentials }) => `${name} ${credentials}`)).toEqual([
      "pagevisit include",
      "pagevisit omit",
      "search omit",
      "init omit",
    ]);
  });

  test("blockers cost two tries, and the result says so", async () => {
    const blocked = () => {
      throw new TypeError("blocked");
    };
    const page = new PixelPage({
      pinterest: blocked,
      isCollectBlocked: true,
      isBrowserBroken: true,
    });
    await page.publish("page_viewed", event({}));
    expect([page.hits.length, page.messages.length]).toEqual([2, 2]);
    expect(page.messages[1]).toMatchObject({ browserSent: false });
  });

  test("what is too long for an address goes as a form", async () => {
    const page = new PixelPage();
    const lineItems = Array.from({ length: 60 }, () => ({ quantity: 1, variant: SCARF }));
    await page.publish("checkout_started", event({ checkout: { ...CHECKOUT, lineItems } }));
    expect(page.hits[0]).toMatchObject({ method: "POST", ed: { order_quantity: 40 } });
  });
});

describe("whatever it is told", () => {
  const EVENTS = 1_000;

  test(`${EVENTS} spoilt events end in no exception, no third request, and no readable contact`, async () => {
    const random = dice(20_261_122);
    for (let number = 0; number < EVENTS; number += 1) {
      const page = new PixelPage({ fields: { matching: number % 2 === 0 ? "on" : "off" } });
      const acts = page.subjects.filter((name) => name !== "visitorConsentCollected");
      const act = acts[Math.floor(random() * acts.length)] ?? "";
      const data = {
        checkout: CHECKOUT,
        productVariant: SCARF,
        searchResult: { query: "jane.doe@example.com" },
        cartLine: { merchandise: SCARF, quantity: 1, cost: { totalAmount: usd(1) } },
        collection: { title: "+1 (415) 555-0123" },
      };
      const whole = event(data, `${SHOP}/a?utm_source=jane.doe@example.com&phone=4155550123`);
      await page.publish(act, Object(spoilt(whole, random)));
      expect(page.faults).toEqual([]);
      expect(page.hits.length).toBeLessThanOrEqual(2);
      expect(page.messages.length).toBeLessThanOrEqual(2);
      for (const url of page.urls) {
        expect(decodeURIComponent(url)).not.toMatch(
          /jane\.doe|example\.com.*@|@example|4155550123/i,
        );
      }
    }
  });
});

/** The same numbers for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const ODD = [
  null,
  undefined,
  "",
  " ",
  -1,
  Number.NaN,
  1e300,
  [],
  {},
  "jane.doe@example.com",
  "\uD800",
  true,
];

/** The value with one in eight of its parts replaced by something else. */
function spoilt(value: unknown, random: () => number): unknown {
  if (random() < 0.12) return ODD[Math.floor(random() * ODD.length)];
  if (Array.isArray(value)) return value.map((part) => spoilt(part, random));
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, spoilt(part, random)]);
  return Object.fromEntries(parts);
}
