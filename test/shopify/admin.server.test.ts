import { useLocalShopify, OTHER_DOMAIN } from "#test/support/shopify";

import { glob, readFile } from "node:fs/promises";
import path from "node:path";

import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import pg from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { db } from "~/db.server";
import { faultOf } from "~/log.server";
import { INSTALLATION_DIR } from "~/paths.server";
import { adminClient, offlineSession } from "~/shopify/admin.server";
import { SHOP_PROFILE_QUERY } from "~/shopify/shop-profile.server";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "~/time";

import { emptyDatabase } from "#test/support/database";
import { SHOP_DOMAIN } from "#test/support/shops";

import { adminSchema } from "../../sandbox/shopify/admin-schema";

const shopify = useLocalShopify();
const NOW = new Date();

beforeEach(emptyDatabase);

describe("offlineSession", () => {
  test("uses a token that is good for more than five minutes", async () => {
    const { accessToken } = await shopify.session(at(5 * MINUTE_MS + SECOND_MS));
    expect(await offlineSession(SHOP_DOMAIN, NOW)).toMatchObject({ accessToken });
    expect(shopify.tokenCalls).toEqual([]);
  });

  test.each([
    { left: "five minutes", expiresAt: at(5 * MINUTE_MS) },
    { left: "no time", expiresAt: at(-HOUR_MS) },
  ])("renews a token that has $left left, and keeps both new ones", async ({ expiresAt }) => {
    const before = await shopify.session(expiresAt);
    const renewed = await offlineSession(SHOP_DOMAIN, NOW);
    expect(renewed?.accessToken).not.toBe(before.accessToken);
    expect(renewed?.refreshToken).not.toBe(before.refreshToken);
    expect(await offlineSession(SHOP_DOMAIN, NOW)).toMatchObject({
      accessToken: renewed?.accessToken,
      refreshToken: renewed?.refreshToken,
    });
    expect(shopify.tokenCalls).toEqual([SHOP_DOMAIN]);
  });

  test.each([4, 10, 40])("of %i callers at once, one renews the token for all", async (callers) => {
    await shopify.session(at(0));
    const sessions = await Promise.all(
      Array.from({ length: callers }, () => offlineSession(SHOP_DOMAIN, NOW)),
    );
    expect(shopify.tokenCalls).toEqual([SHOP_DOMAIN]);
    expect(new Set(sessions.map((session) => session?.accessToken)).size).toBe(1);
  });

  test("takes what another process renewed while it waited for that one's lock", async () => {
    const session = await shopify.session(at(0));
    const other = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
    await other.connect();
    await other.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [session.id]);

    const waiting = offlineSession(SHOP_DOMAIN, NOW);
    await vi.waitUntil(async () => {
      const locks = await db.$queryRaw<unknown[]>`
        SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
      return locks.length > 0;
    });
    const { accessToken } = await shopify.session(at(HOUR_MS));
    await other.end();
    expect(await waiting).toMatchObject({ accessToken });
    expect(shopify.tokenCalls).toEqual([]);
  });

  test("lets one shop's renewal wait for no other's", async () => {
    await shopify.session(at(0));
    await shopify.session(at(0), OTHER_DOMAIN);
    const letGo = shopify.holdTokens(SHOP_DOMAIN);
    const slow = offlineSession(SHOP_DOMAIN, NOW);
    expect(await offlineSession(OTHER_DOMAIN, NOW)).toMatchObject({ shop: OTHER_DOMAIN });
    letGo();
    expect(await slow).toMatchObject({ shop: SHOP_DOMAIN });
  });

  test("seals what Shopify gave", async () => {
    await shopify.session(at(0));
    const session = await offlineSession(SHOP_DOMAIN, NOW);
    const rows = JSON.stringify(await db.shopifySession.findMany());
    expect(rows).toMatch(/k1\./);
    for (const token of [session?.accessToken, session?.refreshToken]) {
      expect(token).toMatch(/^shp/);
      expect(rows).not.toContain(token);
    }
  });

  test("fails without a word of a token where Shopify does not renew", async () => {
    const session = await shopify.session(at(0));
    await shopify.control("POST", "reset");
    const fault = await offlineSession(SHOP_DOMAIN, NOW).catch((thrown: unknown) => thrown);
    expect(faultOf(fault)).toMatchObject({
      name: "UpstreamUnavailableError",
      message: "Shopify did not renew the token",
      context: { shop: SHOP_DOMAIN },
    });
    expect(JSON.stringify(faultOf(fault))).not.toContain(session.refreshToken);
  });

  test("has no session of a shop that is not installed", async () => {
    expect(await offlineSession(SHOP_DOMAIN, NOW)).toBeUndefined();
    expect(await adminClient(SHOP_DOMAIN)).toBeNull();
  });
});

describe("adminClient", () => {
  test("asks with a token that was renewed first", async () => {
    await shopify.session(at(0));
    const client = await adminClient(SHOP_DOMAIN);
    expect(await client?.request(SHOP_PROFILE_QUERY)).toMatchObject({
      shop: { name: "Demo Supply Co.", currencyCode: "USD" },
    });
  });
});

test("every query of the product is one of Shopify's own schema, and asks nothing deprecated", async () => {
  const queries: string[] = [];
  for await (const file of glob("app/**/*.{ts,tsx}", { cwd: INSTALLATION_DIR })) {
    const text = await readFile(path.join(INSTALLATION_DIR, file), "utf8");
    const named = new Map<string, string>();
    for (const [, name = "", written = ""] of text.matchAll(/const (\w+) = gql`([^`]*)`/g)) {
      const document = written.replaceAll(
        /\$\{(\w+)\}/g,
        (_, part: string) => named.get(part) ?? "",
      );
      named.set(name, document);
      // A fragment is judged where it is used.
      if (/^\s*(query|mutation)\b/.test(document)) queries.push(document);
    }
  }
  expect(queries.length).toBeGreaterThan(0);
  const rules = [...specifiedRules, NoDeprecatedCustomRule];
  for (const query of queries) {
    const faults = validate(adminSchema().schema, parse(query), rules);
    expect(faults.map(({ message }) => message)).toEqual([]);
  }
});

function at(ms: number): Date {
  return new Date(NOW.getTime() + ms);
}
