import { writeFile } from "node:fs/promises";
import path from "node:path";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { MergedEvent } from "../../sandbox/pinterest/merged";
import { launchBrowser } from "../support/browser";
import { control } from "../support/sandbox-control";
import { eventually, startStack, type Stack } from "../support/stack";
import {
  addToCart,
  checkOut,
  follow,
  Ledger,
  mergedOf,
  openPixelShop,
  orderWebhook,
  pay,
  type PixelShop,
  type PixelShopOptions,
  Shopper,
  shopState,
  type Way,
} from "../support/storefront";

// The whole of it: the running app, the pixel that it puts into a shop of the local Shopify, a shopper in a
// real browser, and a local Pinterest that says what came from whom. Each test has a browser of its own, and
// begins when all of an earlier one has arrived.

const CLICK_ID = "dj0yJnU9c3RvcmVmcm9udA";
const EMAIL = "shopper@example.com";
const PHONE = "+49 89 5551234";

let stack: Stack;
let browser: Browser;
let ledger: Ledger;
/** Everyone who was here, for what is true of all that they sent. */
const shoppers: Shopper[] = [];

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack("storefront"), launchBrowser()]);
  ledger = await Ledger.open(stack);
});

afterAll(async () => {
  await browser?.close();
  await ledger?.close();
  await stack?.close();
});

describe("one visit", () => {
  test("is told by both sides, act by act, to the cent, with the click that led to it", async () => {
    const { shop, shopper } = await enter();
    const page = await shopper.context.newPage();
    await page.goto(`${shop.url}/?epik=${CLICK_ID}&utm_source=pinterest`);
    await bothWays(shopper, 1);
    await follow(page, "Kitchen", "/kitchen");
    await bothWays(shopper, 3);
    await page.getByRole("searchbox").fill("mug");
    await page.getByRole("searchbox").press("Enter");
    await bothWays(shopper, 5);
    await follow(page, "Stoneware Mug", "/stoneware-mug");
    await bothWays(shopper, 6);
    await page.getByLabel("Quantity").fill("3");
    await addToCart(page);
    await bothWays(shopper, 7);
    await follow(page, /^Cart/, "/cart");
    await bothWays(shopper, 8);
    await checkOut(page);
    await bothWays(shopper, 10);
    await pay(page);
    await bothWays(shopper, 13);
    await ledger.isSettled(shop);

    const merged = await mergedOf(stack.sandbox, shop);
    await writeTable("visit", merged.map(toRow));
    expect(merged.map(({ eventName }) => eventName).toSorted()).toEqual([
      ...["add_payment_info", "add_to_cart", "checkout", "initiate_checkout"],
      ...Array<string>(7).fill("page_visit"),
      ...["search", "view_category"],
    ]);
    for (const event of merged) {
      const { browser: theirs, server: ours, browserCopies, serverCopies } = event;
      expect({ browserCopies, serverCopies }).toEqual({ browserCopies: 1, serverCopies: 1 });
      expect(told(ours)).toEqual(told(theirs));
      expect([theirs?.clickId, ours?.clickId]).toEqual([CLICK_ID, CLICK_ID]);
    }
    expect(valuesOf(merged)).toEqual({
      add_to_cart: "66.00",
      initiate_checkout: "66.00",
      add_payment_info: "66.00",
      checkout: "66.00",
    });
  });
});

type Cells = {
  page_visit: string;
  add_to_cart: string;
  initiate_checkout: string;
  add_payment_info: string;
  checkout: string;
};

type Choice = "Accept" | "Decline" | "Do not sell or share my information";

type Case = PixelShopOptions & {
  case: string;
  country?: "DE";
  blocks?: Way;
  /** What is chosen, and on which page. */
  chooses?: [at: "home" | "cart", choice: Choice];
  /** Another shopper was here before, from whom the app knows that the shop's pixel works. */
  isLive?: true;
  /** Who told Pinterest of each act, how often. */
  cells: Cells;
};

const BOTH = "browser + server";
const LIMITED = "browser LDP + server LDP";
const NOTHING = "nothing";

/** The same for each act: five pages, and one of each other. */
function always(who: string): Cells {
  const others = who === NOTHING ? who : `1 ${who}`;
  return {
    page_visit: who === NOTHING ? who : `5 ${who}`,
    add_to_cart: others,
    initiate_checkout: others,
    add_payment_info: others,
    checkout: others,
  };
}

const CASES: Case[] = [
  { case: "nobody is in the way", cells: always(BOTH) },
  { case: "an ad blocker blocks Pinterest", blocks: "tag", cells: always("server") },
  {
    case: "an ad blocker blocks the app",
    blocks: "app",
    isLive: true,
    chosen: { graceSeconds: 1 },
    cells: { ...always("browser"), checkout: "1 browser + server LDP" },
  },
  {
    case: "a German does not choose",
    country: "DE",
    isLive: true,
    chosen: { graceSeconds: 1 },
    cells: always(NOTHING),
  },
  {
    case: "a German declines",
    country: "DE",
    chooses: ["home", "Decline"],
    isLive: true,
    chosen: { graceSeconds: 1 },
    cells: always(NOTHING),
  },
  {
    case: "a German accepts half-way",
    country: "DE",
    chooses: ["cart", "Accept"],
    cells: { ...always(BOTH), page_visit: `2 ${BOTH}`, add_to_cart: NOTHING },
  },
  {
    case: "an American declines",
    chooses: ["home", "Decline"],
    isLive: true,
    chosen: { graceSeconds: 1 },
    cells: { ...always(NOTHING), page_visit: `1 ${BOTH}`, checkout: "1 server LDP" },
  },
  {
    case: "an American declines, and the shop skips such orders",
    chooses: ["home", "Decline"],
    chosen: { graceSeconds: 1, presumedDenied: "skip" },
    cells: { ...always(NOTHING), page_visit: `1 ${BOTH}` },
  },
  {
    case: "an American declines half-way",
    chooses: ["cart", "Decline"],
    isLive: true,
    chosen: { graceSeconds: 1 },
    cells: {
      ...{ page_visit: `3 ${BOTH}`, add_to_cart: `1 ${BOTH}`, initiate_checkout: NOTHING },
      ...{ add_payment_info: NOTHING, checkout: "1 server LDP" },
    },
  },
  {
    case: "the sale of data is denied",
    chooses: ["home", "Do not sell or share my information"],
    cells: { ...always(LIMITED), page_visit: `1 ${BOTH}, 4 ${LIMITED}` },
  },
  {
    case: "the shop lets the server alone report",
    chosen: { mode: "server_only" },
    cells: always("server"),
  },
  {
    case: "the shop lets the browser alone report",
    chosen: { mode: "browser_only" },
    cells: always("browser"),
  },
  {
    case: "the sales channel's pixel runs beside ours",
    chosen: { mode: "coexistence" },
    hasChannelPixel: true,
    // That one tells of a product's page twice.
    cells: { ...always(BOTH), page_visit: `1 browser, 5 ${BOTH}` },
  },
];

/** The pages of a visit, and how many acts each begins with. */
const STEPS = { home: 1, product: 1, add: 1, cart: 1, checkout: 2, pay: 3 } as const;
type Step = keyof typeof STEPS;

describe("what Pinterest hears of a visit, when", () => {
  const table: object[] = [];
  afterAll(() => writeTable("cases", table));

  test.each(CASES)("$case", async (row) => {
    const shop = await shopOf(row);
    const shopper = await newShopper();
    const before = await mergedOf(stack.sandbox, shop);
    const ordersBefore = (await ledger.orders(shop)).length;
    if (row.country) await liveIn(shopper, shop, row.country);
    if (row.blocks) await shopper.block(row.blocks);
    const page = await shopper.context.newPage();
    const sofar = { tag: 0, app: 0 };
    let isAllowed = row.country !== "DE";
    for (const step of ["home", "product", "add", "cart", "checkout", "pay"] as const) {
      await walk(page, shop, step);
      const mode = row.chosen?.mode ?? "both";
      if (isAllowed && mode !== "browser_only") sofar.app += STEPS[step];
      if (isAllowed && (mode === "both" || mode === "browser_only")) sofar.tag += STEPS[step];
      await shopper.hasTold(sofar);
      if (row.chooses?.[0] !== step) continue;
      await page.getByRole("button", { name: row.chooses[1] }).click();
      if (row.chooses[1] !== "Do not sell or share my information") {
        isAllowed = row.chooses[1] === "Accept";
      }
    }
    await eventually("the order's webhook has come", async () => {
      return (await ledger.orders(shop)).length > ordersBefore || undefined;
    });
    await ledger.isSettled(shop);

    const merged = (await mergedOf(stack.sandbox, shop)).slice(before.length);
    const cells = {
      page_visit: cellOf(merged, "page_visit"),
      add_to_cart: cellOf(merged, "add_to_cart"),
      initiate_checkout: cellOf(merged, "initiate_checkout"),
      add_payment_info: cellOf(merged, "add_payment_info"),
      checkout: cellOf(merged, "checkout"),
    };
    table.push({ case: row.case, ...cells });
    expect(cells).toEqual(row.cells);
    expect(shopper.told("app")).toHaveLength(sofar.app);
    if (sofar.app + sofar.tag === 0) expect(shopper.texts).toEqual([]);
    if (row.hasChannelPixel) return;
    expect(shopper.told("tag")).toHaveLength(sofar.tag);
    for (const { browser: theirs, server: ours } of merged) {
      if (theirs && ours) expect(told(ours)).toEqual(told(theirs));
    }
  });
});

describe("a shopper who", () => {
  test("comes back to the thank-you page has bought once", async () => {
    // Also if the platform told of it again at each load.
    const { shop, shopper } = await enter({ isCompletedRetold: true });
    const page = await buy(shopper, shop);
    const address = page.url();
    const pages = () => acts(shopper, "page_visit").length;
    const before = pages();
    await page.reload();
    await bothWays(shopper, before + 4 + 1);
    await page.goto(`${shop.url}/cart`);
    await bothWays(shopper, before + 4 + 2);
    await page.goBack();
    expect(page.url()).toBe(address);
    await bothWays(shopper, before + 4 + 3);
    await ledger.isSettled(shop);

    expect(pages()).toBe(before + 3);
    expect(await counted(shop, "checkout")).toBe(1);
    expect(await counted(shop, "initiate_checkout")).toBe(1);
    expect(await counted(shop, "page_visit")).toBe(before + 3);
  });

  test("enters the checkout in two tabs, and pays in both, has begun and bought once", async () => {
    const { shop, shopper } = await enter();
    const page = await fillCart(shopper, shop);
    await checkOut(page);
    const second = await shopper.context.newPage();
    await second.goto(page.url());
    await bothWays(shopper, 6);
    await second.getByLabel("Discount code").fill("PINBOARD10");
    await second.getByRole("button", { name: "Apply" }).click();
    await bothWays(shopper, 7);
    await Promise.all([pay(page), pay(second)]);
    await eventually("the order's webhook has come", () => ledger.order(shop));
    await eventually("the purchase is told", async () => {
      return acts(shopper, "checkout").length > 0 || undefined;
    });
    await ledger.isSettled(shop);

    expect(await counted(shop, "checkout")).toBe(1);
    expect(await counted(shop, "initiate_checkout")).toBe(1);
    expect((await shopState(stack.sandbox, shop)).orders).toHaveLength(1);
    expect(await checkoutOf(shop, "browser")).toMatchObject({ value: "58.05" });
    expect(await checkoutOf(shop, "server")).toMatchObject({ value: "58.05" });
  });

  test("double-clicks adds as often as the cart says, and each page is visited once", async () => {
    const { shop, shopper } = await enter();
    const page = await shopper.context.newPage();
    await page.goto(`${shop.url}/products/beeswax-candle`);
    await bothWays(shopper, 1);
    await page.getByRole("button", { name: "Add to cart" }).dblclick();
    await page.getByText("In the cart.").waitFor();
    await bothWays(shopper, 2);
    await page.reload();
    await bothWays(shopper, 3);
    const inCart = Number(await page.locator("#cart-count").textContent());
    await ledger.isSettled(shop);

    expect(await counted(shop, "add_to_cart")).toBe(inCart);
    expect(await counted(shop, "page_visit")).toBe(2);
  });

  test("is refused by the shop adds nothing", async () => {
    const { shop, shopper } = await enter();
    const page = await shopper.context.newPage();
    await page.goto(`${shop.url}/products/beeswax-candle`);
    await bothWays(shopper, 1);
    await page.route("**/cart/add.js", (route) => route.fulfill({ status: 422, json: {} }));
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByText("That did not work.").waitFor();
    await page.reload();
    await bothWays(shopper, 2);

    expect(acts(shopper, "add_to_cart")).toEqual([]);
  });

  test("types an email address or a phone number has it in no request but the shop's own", async () => {
    const { shop, shopper } = await enter({ chosen: { matching: "on" } });
    const page = await buy(shopper, shop);
    for (const query of [EMAIL, PHONE]) {
      const before = acts(shopper, "search").length;
      await page.goto(`${shop.url}/search?q=${encodeURIComponent(query)}`);
      await eventually("the search is told", async () => {
        return acts(shopper, "search").length > before || undefined;
      });
    }
    const hashed = shopper.messages.filter((sent) => sent.kind === "act" && sent.emailSha256);
    expect(hashed.map(({ name }) => name)).toEqual(["add_payment_info", "checkout"]);
    expect(shopper.texts.filter(isPersonal)).toEqual([]);
  });
});

describe("an order of a shop whose pixel works", () => {
  test("whose webhook comes before the snapshot waits for it, and then goes at once", async () => {
    const { shop, shopper } = await enter();
    const page = await fillCart(shopper, shop);
    await checkOut(page);
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/wpm/worker.js", async (route) => {
      await isReleased;
      await route.continue();
    });
    await pay(page);
    await eventually("the order waits", async () => {
      return (await ledger.order(shop))?.state === "waiting" || undefined;
    });
    expect(await counted(shop, "checkout")).toBe(0);
    release();
    expect(await checkoutOf(shop, "server")).toMatchObject({ optOut: null, clickId: CLICK_ID });
    await ledger.isSettled(shop);
    expect(await ledger.order(shop)).toMatchObject({ state: "delivered", browserSeen: true });
  });

  test("whose snapshot is there before the webhook goes at once", async () => {
    const { shop, shopper } = await enter({ isWebhookHeld: true });
    await buy(shopper, shop);
    expect(await ledger.order(shop)).toBeUndefined();
    const body = await orderWebhook(stack.sandbox, shop);
    const order = { shop: shop.domain, topic: "orders/create", body };
    await control(stack.sandbox.adminUrl, "POST", "webhooks", order);
    // It was decided when the webhook was answered.
    expect((await ledger.order(shop))?.state).not.toBe("waiting");
    expect(await checkoutOf(shop, "server")).toMatchObject({ optOut: null, clickId: CLICK_ID });
  });

  test("that no snapshot follows goes when the grace is over, by the rule for a presumed no", async () => {
    const { shop, shopper } = await enter({ chosen: { graceSeconds: 2 } });
    await visitBefore(shop);
    await shopper.block("app");
    await buy(shopper, shop);
    expect(await checkoutOf(shop, "server")).toMatchObject({ optOut: "LDP" });
    await ledger.isSettled(shop);
    const line = await ledger.order(shop);
    expect(line).toMatchObject({ state: "delivered", browserSeen: false });
    const seconds = (Number(line?.settledAt) - Number(line?.receivedAt)) / 1_000;
    expect(seconds).toBeGreaterThanOrEqual(2);
    // By this shop's grace, and not by the longest there is.
    expect(seconds).toBeLessThan(90);
  });
});

/**
 * Every parameter that Pinterest documents and the pixel uses.
 *
 * Sources: Pinterest Business Help, "Add event codes" (`event`, `ed`), "Pinterest tag parameters and
 * cookies" and the tag's script (`tid`, `ad`, `cb`, `pd.epik`, `pd.derived_epik`, `pd.pin_unauth`); Pinterest
 * developer guide, "Enhanced match" (`pd.em`, `pd.external_id`) and "Limited data processing"
 * (`pd.opt_out_type`, `pd.st`, `pd.country`).
 */
const DOCUMENTED = [
  ...["event", "tid", "cb"],
  ...["ed.event_id", "ed.value", "ed.order_quantity", "ed.currency", "ed.order_id"],
  ...["ed.search_query", "ed.line_items.product_id", "ed.line_items.product_name"],
  ...["ed.line_items.product_category", "ed.line_items.product_brand"],
  ...["ed.line_items.product_price", "ed.line_items.product_quantity"],
  ...["pd.epik", "pd.derived_epik", "pd.pin_unauth", "pd.em", "pd.external_id"],
  ...["pd.opt_out_type", "pd.st", "pd.country"],
  ...["ad.loc", "ad.ref", "ad.if", "ad.sh", "ad.sw"],
];

describe("of all that left the browsers", () => {
  test("nothing carried a parameter that Pinterest does not document", async () => {
    const hits = shoppers.flatMap((shopper) => shopper.hits);
    expect(hits).not.toEqual([]);
    const used = new Set(hits.flatMap(namesIn));
    // The stand-in of the sales channel's pixel has a spelling of its own.
    expect([...used].filter((name) => name !== "ed.eventID" && !DOCUMENTED.includes(name))).toEqual(
      [],
    );
    const { hits: got } = await control<{ hits: { faults: string[] }[] }>(
      stack.sandbox.pinterestUrl,
      "GET",
      "hits",
    );
    expect(got.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test("nothing but what the shop itself was told held an email address or a phone number", () => {
    const texts = shoppers.flatMap((shopper) => shopper.texts);
    expect(texts).not.toEqual([]);
    expect(texts.filter(isPersonal)).toEqual([]);
  });
});

async function enter(
  options: PixelShopOptions = {},
): Promise<{ shop: PixelShop; shopper: Shopper }> {
  return { shop: await openPixelShop(stack, options), shopper: await newShopper() };
}

const openShops = new Map<string, PixelShop>();

/** Opening a shop takes as long as a visit: cases that need the same shop share one. */
async function shopOf({ chosen, hasChannelPixel, isLive }: Case): Promise<PixelShop> {
  const key = JSON.stringify({ chosen, hasChannelPixel, isLive });
  const known = openShops.get(key);
  if (known) return known;
  const shop = await openPixelShop(stack, {
    ...(chosen && { chosen }),
    ...(hasChannelPixel && { hasChannelPixel }),
  });
  if (isLive) await visitBefore(shop);
  openShops.set(key, shop);
  return shop;
}

async function newShopper(): Promise<Shopper> {
  await shoppers.at(-1)?.context.close();
  const shopper = await Shopper.enter(browser, stack);
  shoppers.push(shopper);
  return shopper;
}

/** Somebody else is in the shop, and the app hears of it. */
async function visitBefore(shop: PixelShop): Promise<void> {
  const visitor = await Shopper.enter(browser, stack);
  const page = await visitor.context.newPage();
  await page.goto(shop.url);
  await bothWays(visitor, 1);
  await visitor.context.close();
  await eventually("the visit is counted", async () => {
    return (await counted(shop, "page_visit")) || undefined;
  });
  await ledger.isSettled(shop);
}

async function liveIn({ context }: Shopper, { url }: PixelShop, country: string): Promise<void> {
  const { hostname } = new URL(url);
  await context.addCookies([{ name: "localization", value: country, domain: hostname, path: "/" }]);
}

async function walk(page: Page, { url }: PixelShop, step: Step): Promise<void> {
  if (step === "home") await page.goto(`${url}/?epik=${CLICK_ID}`);
  if (step === "product") await follow(page, "Linen Apron", "/linen-apron");
  if (step === "add") await addToCart(page);
  if (step === "cart") await follow(page, /^Cart/, "/cart");
  if (step === "checkout") await checkOut(page);
  if (step === "pay") await pay(page);
}

/** Three acts: a product's page, the addition, the cart. */
async function fillCart(shopper: Shopper, shop: PixelShop): Promise<Page> {
  const page = await shopper.context.newPage();
  await page.goto(`${shop.url}/products/walnut-serving-board?epik=${CLICK_ID}`);
  await shopper.hasTold({ tag: 1, app: 1 });
  await addToCart(page);
  await shopper.hasTold({ tag: 2, app: 2 });
  await page.goto(`${shop.url}/cart`);
  await shopper.hasTold({ tag: 3, app: 3 });
  return page;
}

/** Eight acts: those of {@link fillCart}, two in the checkout, three behind it. */
async function buy(shopper: Shopper, shop: PixelShop): Promise<Page> {
  const page = await fillCart(shopper, shop);
  await checkOut(page);
  await shopper.hasTold({ tag: 5, app: 5 });
  await page.getByLabel("Email").fill(EMAIL);
  await page.getByLabel("Phone").fill(PHONE);
  await pay(page);
  await shopper.hasTold({ tag: 8, app: 8 });
  return page;
}

function bothWays(shopper: Shopper, all: number): Promise<void> {
  return shopper.hasTold({ tag: all, app: all });
}

function acts(shopper: Shopper, name: string): string[] {
  return shopper.told("tag").filter((act) => act.startsWith(`${name} `));
}

async function counted(shop: PixelShop, name: string): Promise<number> {
  return (await mergedOf(stack.sandbox, shop)).filter(({ eventName }) => eventName === name).length;
}

async function checkoutOf(shop: PixelShop, side: "browser" | "server") {
  return eventually(`the ${side} told of the checkout`, async () => {
    const merged = await mergedOf(stack.sandbox, shop);
    return merged.find(({ eventName }) => eventName === "checkout")?.[side] ?? undefined;
  });
}

/** What must be the same on both sides. */
function told(side: MergedEvent["browser"]) {
  if (!side) return null;
  const { value, currency, orderId, itemIds } = side;
  return { value, currency, orderId, itemIds };
}

function valuesOf(merged: readonly MergedEvent[]): Record<string, string> {
  return Object.fromEntries(
    merged.flatMap(({ eventName, server }) => (server?.value ? [[eventName, server.value]] : [])),
  );
}

/** Who told of an act, how often: `4 browser + server, 1 server LDP`. */
function cellOf(merged: readonly MergedEvent[], name: string): string {
  const counts = new Map<string, number>();
  for (const event of merged) {
    if (event.eventName !== name) continue;
    const who = (["browser", "server"] as const)
      .flatMap((side) => {
        const optOut = event[side]?.optOut;
        return event[side] ? [optOut ? `${side} ${optOut}` : side] : [];
      })
      .join(" + ");
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  const parts = [...counts].map(([who, count]) => `${count} ${who}`);
  return parts.toSorted().join(", ") || NOTHING;
}

/** Whether a text holds an email address, or the shopper's phone number, however much of it is written. */
function isPersonal(text: string): boolean {
  const lastDigits = PHONE.replace(/\D/g, "").slice(-7);
  return text.includes("@") || text.replace(/[ ().+/-]/g, "").includes(lastDigits);
}

/** The parameters of one request: `tid`, `ed.line_items.product_id`. */
function namesIn(hit: URLSearchParams): string[] {
  return [...hit].flatMap(([name, value]) =>
    ["ed", "pd", "ad"].includes(name) ? namesBelow(name, JSON.parse(value)) : [name],
  );
}

function namesBelow(path: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesBelow(path, item));
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => namesBelow(`${path}.${name}`, inner));
}

function toRow({ eventName, eventId, counted: first, browser: theirs, server: ours }: MergedEvent) {
  const clicks = [theirs?.clickId && "browser", ours?.clickId && "server"].filter(Boolean);
  return {
    act: eventName,
    id: `${eventId.slice(0, 13)}…`,
    browser: theirs?.value ?? (theirs ? "told" : "–"),
    server: ours?.value ?? (ours ? "told" : "–"),
    "click id": clicks.join(", "),
    counted: `once, ${first} first`,
  };
}

/** Leaves a table for a reader beside the run's logs. */
async function writeTable(name: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const lines = [
    Object.keys(first),
    Object.keys(first).map(() => "---"),
    ...rows.map((row) => Object.values(row).map(String)),
  ];
  const text = lines.map((line) => `| ${line.join(" | ")} |\n`).join("");
  await writeFile(path.join(stack.logDir, `${name}.md`), text);
}
