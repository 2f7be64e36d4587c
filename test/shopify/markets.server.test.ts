import { beforeEach, describe, expect, test } from "vitest";

import type { Feed } from "~/catalog/feed";
import { findServedFeed, listFeeds } from "~/catalog/feed.server";
import { readStored } from "~/catalog/feed-storage.server";
import { chooseMarkets, homeMarket } from "~/catalog/market-feeds.server";
import { marketOffers, type MarketOffer } from "~/catalog/market-offer";
import { listLeavingFeeds, removeFeed } from "~/catalog/remove-feed.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { adminClient } from "~/shopify/admin.server";
import { askAdmin } from "~/shopify/ask-admin.server";
import { MARKET_SCOPES, readMarkets } from "~/shopify/markets.server";
import { syncCatalog } from "~/shopify/sync-catalog.server";
import { DEFAULT_SETTINGS } from "~/shops/settings";
import { HOUR_MS } from "~/time";

import { bulkText, productLine, variantLine } from "#test/support/bulk";
import { useCatalogShop } from "#test/support/catalog-shop";
import { beginSync, runSync, syncOnce, syncWorld } from "#test/support/catalog-sync";
import { TEST_NOW } from "#test/support/clock";
import { readFeed, type Row } from "#test/support/feeds";
import { SHOP_DOMAIN } from "#test/support/shops";

const GRANTED = ["read_products", "read_orders", "write_pixels", "read_customer_events"];

const { installed, shopify, ...catalog } = useCatalogShop();
let shopId: ShopId;

beforeEach(async () => {
  shopId = installed();
  await allow(MARKET_SCOPES);
  await bulk(productsShown(true));
});

describe("the markets of a shop", () => {
  test("are not read before the merchant allows it", async () => {
    await allow(MARKET_SCOPES.slice(1));
    expect(await readMarkets(await ask())).toEqual({ kind: "missing_scope" });
  });

  test("are offered by country and language, but for drafts and for languages nobody can choose", async () => {
    const offers = (await findOffers()).map(({ key, market, problem, storefront }) => [
      key,
      market.currency,
      problem ?? storefront.rootUrl + (storefront.asksCountry ? "?" : ""),
    ]);
    expect(offers).toEqual([
      ["CA:en-CA", "CAD", `https://${SHOP_DOMAIN}/en-ca`],
      ["CA:fr-CA", "CAD", `https://${SHOP_DOMAIN}/fr-ca`],
      ["FR:de-FR", "EUR", `https://${SHOP_DOMAIN}/de-eu?`],
      ["FR:fr-FR", "EUR", `https://${SHOP_DOMAIN}/fr-eu?`],
      ["DE:de-DE", "EUR", `https://${SHOP_DOMAIN}/de-eu?`],
      ["DE:fr-DE", "EUR", `https://${SHOP_DOMAIN}/fr-eu?`],
      ["KZ:kk-KZ", "KZT", "language_unknown"],
      ["GB:en-GB", "GBP", `https://${SHOP_DOMAIN}?`],
      ["GB:fr-GB", "GBP", `https://${SHOP_DOMAIN}/fr?`],
      ["GB:de-GB", "GBP", `https://${SHOP_DOMAIN}/de?`],
      ["GB:kk-GB", "GBP", "language_unknown"],
      ["US:en-US", "USD", "home"],
      ["US:fr-US", "USD", `https://${SHOP_DOMAIN}/fr?`],
      ["US:de-US", "USD", `https://${SHOP_DOMAIN}/de?`],
      ["US:kk-US", "USD", "language_unknown"],
    ]);
  });
});

describe("the feeds of markets", () => {
  test("have the market's words, prices and addresses, and the ids of the shop's own feed", async () => {
    await bulk(null);
    await choose("CA:fr-CA", "DE:de-DE");
    expect(await syncOnce(shopId)).toBe("done");

    const home = await rowsOf("US:en-US");
    const canada = await rowsOf("CA:fr-CA");
    const germany = await rowsOf("DE:de-DE");
    const ids = canada.map(({ id }) => id);
    expect(home.filter(({ id }) => !ids.includes(id))).toEqual([]);
    const apron = canada.find(({ title = "" }) => title.startsWith("Tablier en lin"));
    expect(apron?.["price"]).toMatch(/ CAD$/);
    expect(apron?.["link"]).toContain(`https://${SHOP_DOMAIN}/fr-ca/products/tablier-en-lin-n`);
    expect(apron?.["variant_names"]).toBe("Couleur");
    const becher = germany.find(({ title = "" }) => title.startsWith("Becher"));
    expect(becher?.["link"]).toContain("/de-eu/products/");
    expect(becher?.["link"]).toContain("?country=DE");
    expect(becher?.["description"]).toContain("in kleinen Serien");

    expect(germany.filter(({ title = "" }) => title.startsWith("Not for Germany"))).toEqual([]);
    const left = await db.catalogItem.findMany({
      where: { shopId, leftOut: "not_in_market" },
      select: { feed: { select: { country: true } } },
    });
    expect(left).toEqual([{ feed: { country: "DE" } }]);
  });

  test("wait at the gate each by itself", async () => {
    await choose("DE:de-DE", "FR:fr-FR");
    await syncOnce(shopId);
    await bulk(productsShown(false));
    await syncOnce(shopId);

    expect(await feed("FR:fr-FR")).toMatchObject({ gate: "empty" });
    expect(await rowsOf("FR:fr-FR")).toHaveLength(4);
    expect(await feed("DE:de-DE")).toMatchObject({ gate: null });
    expect((await rowsOf("DE:de-DE")).map(({ title }) => title)).toEqual(
      Array(4).fill("Schal neu"),
    );
  });

  test("chosen while the catalog is read wait for the next reading, which has their words", async () => {
    const key = await beginSync(shopId);
    await syncCatalog(key, syncWorld());
    await chooseAt(LATER, "US:fr-US");
    expect(await runSync(key)).toEqual(["done"]);
    expect(await feed("US:fr-US")).toMatchObject({ currentVersionId: null });
    expect(await feed("US:en-US")).toMatchObject({ currentVersionId: expect.any(String) });
  });

  test("are off while the app may not read the markets, and the shop's own goes on", async () => {
    await choose("CA:fr-CA");
    await syncOnce(shopId);
    await allow([]);
    expect(await syncOnce(shopId, syncWorld({ now: () => LATER }))).toBe("done");
    expect(await feed("CA:fr-CA")).toMatchObject({ state: "off", problem: "access_missing" });
    expect(await feed("US:en-US")).toMatchObject({ state: "on", checkedAt: LATER });
    expect(await rowsOf("CA:fr-CA")).not.toEqual([]);

    await allow(MARKET_SCOPES);
    await syncOnce(shopId);
    expect(await feed("CA:fr-CA")).toMatchObject({ state: "on", problem: null });
  });

  test("are off when their market is gone, and follow its currency and address", async () => {
    await choose("CA:fr-CA", "DE:de-DE");
    await db.feed.updateMany({
      where: { shopId, country: "CA" },
      data: { currency: "USD", rootUrl: "https://old.example" },
    });
    await db.feed.updateMany({ where: { shopId, country: "DE" }, data: { country: "AT" } });
    await syncOnce(shopId);
    expect(await feed("CA:fr-CA")).toMatchObject({
      market: { currency: "CAD" },
      storefront: { rootUrl: `https://${SHOP_DOMAIN}/fr-ca` },
    });
    expect(await feed("AT:de-DE")).toMatchObject({ state: "off", problem: "market_gone" });
  });
});

describe("a choice of markets", () => {
  test("made twice changes nothing the second time", async () => {
    expect(await choose("CA:fr-CA", "DE:de-DE")).toEqual({ added: 2, removed: 0 });
    expect(await choose("CA:fr-CA", "DE:de-DE")).toEqual({ added: 0, removed: 0 });
    expect(await listFeeds(shopId)).toHaveLength(3);
  });

  test("takes a feed away: it answers until it is removed, and then it is gone", async () => {
    await choose("CA:fr-CA");
    await syncOnce(shopId);
    const { fileId } = await feed("CA:fr-CA");
    expect(await choose()).toEqual({ added: 0, removed: 1 });
    expect(await findServedFeed(fileId)).toMatchObject({ version: expect.anything() });

    const [leaving] = await listLeavingFeeds(shopId);
    if (!leaving) throw new Error("No feed is leaving");
    expect(await removeFeed(leaving, TEST_NOW)).toBe("removed");
    expect(await removeFeed(leaving, TEST_NOW)).toBe("kept");
    expect(await findServedFeed(fileId)).toBe("gone");
    expect(await db.catalogItem.count({ where: { shopId, feedId: leaving.feedId } })).toBe(0);
    expect(await listFeeds(shopId)).toHaveLength(1);
  });

  test("that wants a feed again which is leaving keeps it, and its address", async () => {
    await choose("CA:fr-CA");
    const { feedId, fileId } = await feed("CA:fr-CA");
    await choose();
    expect(await choose("CA:fr-CA")).toEqual({ added: 1, removed: 0 });
    expect(await removeFeed({ shopId, feedId }, TEST_NOW)).toBe("kept");
    expect(await feed("CA:fr-CA")).toMatchObject({ state: "on", fileId });
  });
});

const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);

/** Four products that everybody gets to see, or that are hidden in France and were renamed in German. */
function productsShown(isShown: boolean): string {
  const german = [{ key: "title", value: isShown ? "Schal" : "Schal neu" }];
  const price = (currencyCode: string) => ({
    price: { amount: "20.0", currencyCode },
    compareAtPrice: null,
  });
  const prices = {
    ...{ contextualDE: price("EUR"), contextualFR: price("EUR"), contextualCA: price("CAD") },
  };
  return bulkText(
    [1, 2, 3, 4].flatMap((id) => [
      productLine(id, { publishedFR: isShown, publishedDE: true, words_de: german, options: [] }),
      variantLine(id * 10, id, prices),
    ]),
  );
}

function allow(scopes: readonly string[]): Promise<unknown> {
  return shopify.control("PUT", "scopes", { shop: SHOP_DOMAIN, scopes: [...GRANTED, ...scopes] });
}

function bulk(jsonl: string | null): Promise<unknown> {
  return catalog.bulk({ durationMs: 0, jsonl });
}

async function ask() {
  const client = await adminClient(SHOP_DOMAIN, "all");
  if (!client) throw new Error("The shop has no session");
  return askAdmin(client, () => Promise.resolve());
}

async function findOffers(): Promise<MarketOffer[]> {
  const found = await readMarkets(await ask());
  if (found.kind !== "read") throw new Error(found.kind);
  return marketOffers(found.markets, homeMarket(await listFeeds(shopId), DEFAULT_SETTINGS));
}

function choose(...keys: readonly string[]) {
  return chooseAt(TEST_NOW, ...keys);
}

async function chooseAt(now: Date, ...keys: readonly string[]) {
  const shop = { id: shopId, settings: DEFAULT_SETTINGS };
  return chooseMarkets(shop, keys, await findOffers(), now);
}

async function feed(key: string): Promise<Feed> {
  const feeds = await listFeeds(shopId);
  const found = feeds.find(({ market }) => `${market.country}:${market.locale}` === key);
  if (!found) throw new Error(`There is no feed for ${key}`);
  return found;
}

async function rowsOf(key: string): Promise<Row[]> {
  const served = await findServedFeed((await feed(key)).fileId);
  if (!served || served === "gone" || !served.version) return [];
  const chunks: Buffer[] = [];
  for await (const chunk of await readStored(served.version.storageKey)) chunks.push(chunk);
  return readFeed("tsv", Buffer.concat(chunks).toString("utf8"));
}
