import { useLocalShopify } from "#test/support/shopify";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { disconnect, rotateKey, saveSettings, saveShop } from "~/conversions/connect.server";
import { db } from "~/db.server";
import { UpstreamUnavailableError } from "~/errors";
import { exclusively } from "~/exclusive.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { syncPixelJob } from "~/jobs/sync-pixel.server";
import { startQueue, stopQueue } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { syncPixel, type PixelSync } from "~/shopify/pixel.server";
import { readShopProfile } from "~/shopify/shop-profile.server";
import { DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { requireCollectKey } from "~/shops/collect-key.server";
import { PIXEL_REFUSALS } from "~/shops/pixel";
import { findPixel, findPlatformPixelId } from "~/shops/pixel.server";
import { findShopById, recordUninstall } from "~/shops/shop.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import {
  connectedShop,
  CREDENTIALS,
  installedShop,
  settingsChange,
  SHOP_DOMAIN,
} from "#test/support/shops";

import { adminSchema } from "../../sandbox/shopify/admin-schema";

const shopify = useLocalShopify();
const IN_AN_HOUR = new Date(Date.now() + HOUR_MS);
const LATER = new Date(TEST_NOW.getTime() + HOUR_MS);

type WebPixel = { id: string; settings: string } | null;
type AdminCall = { operation: string | null };

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(async () => {
  await emptyDatabase();
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'sync-pixel'`;
  await shopify.session(IN_AN_HOUR);
});

describe("syncPixel", () => {
  test("puts the pixel in with the shop's settings, and does nothing the second time", async () => {
    const shopId = await connectedShop();
    expect(await sync(shopId)).toBe("on");
    expect(await sync(shopId, LATER)).toBe("on");

    const pixel = await webPixel();
    expect(JSON.parse(pixel?.settings ?? "")).toMatchObject({
      tagId: CREDENTIALS.tagId,
      collectUrl: "http://127.0.0.1:4199/collect",
      collectKey: await requireCollectKey(shopId),
      mode: "both",
    });
    expect(await findPixel(shopId)).toMatchObject({
      state: "on",
      refusal: null,
      changedAt: TEST_NOW,
    });
    expect(await findPlatformPixelId(shopId)).toBe(pixel?.id);
    expect(await operations()).toEqual(["Pixel", "PixelCreate", "Pixel"]);
  });

  test("tells Shopify what changed", async () => {
    const shopId = await connectedShop();
    await sync(shopId);
    const before = await webPixel();
    const app = { ...DEFAULT_APP_SETTINGS, mode: "server_only" } as const;
    await saveSettings(shopId, { ...settingsChange(), app });
    await rotateKey(shopId);
    expect(await sync(shopId)).toBe("on");

    const pixel = await webPixel();
    expect(pixel?.id).toBe(before?.id);
    const collectKey = await requireCollectKey(shopId);
    expect(JSON.parse(pixel?.settings ?? "")).toMatchObject({ mode: "server", collectKey });
    expect(JSON.parse(before?.settings ?? "")).not.toMatchObject({ collectKey });
  });

  test("makes one anew where Shopify has lost it", async () => {
    const shopId = await connectedShop();
    await sync(shopId);
    const lost = await findPlatformPixelId(shopId);
    await shopify.control("PUT", "pixel", { shop: SHOP_DOMAIN, settings: null });
    expect(await sync(shopId)).toBe("on");
    expect((await webPixel())?.id).not.toBe(lost);
    expect(await findPlatformPixelId(shopId)).toBe((await webPixel())?.id);
  });

  test("takes over one that an earlier installation left", async () => {
    await shopify.control("PUT", "pixel", { shop: SHOP_DOMAIN, settings: { accountId: "1" } });
    const left = await webPixel();
    const shopId = await connectedShop();
    expect(await sync(shopId)).toBe("on");
    expect(await webPixel()).toMatchObject({ id: left?.id });
    expect(await webPixel()).not.toEqual(left);
  });

  test("takes over one that was made in this moment", async () => {
    const shopId = await connectedShop();
    const result = await syncBeside(shopId, "PixelCreate", () =>
      shopify.control("PUT", "pixel", { shop: SHOP_DOMAIN, settings: { accountId: "1" } }),
    );
    expect(result).toBe("on");
    expect(await operations()).toEqual(["Pixel", "PixelCreate", "Pixel", "PixelUpdate"]);
    expect(JSON.parse((await webPixel())?.settings ?? "")).toMatchObject({ mode: "both" });
  });

  test("makes one anew that went in this moment", async () => {
    const shopId = await connectedShop();
    await sync(shopId);
    await rotateKey(shopId);
    const result = await syncBeside(shopId, "PixelUpdate", () =>
      shopify.control("PUT", "pixel", { shop: SHOP_DOMAIN, settings: null }),
    );
    expect(result).toBe("on");
    expect(await webPixel()).not.toBeNull();
  });

  test("takes it out of a shop that is disconnected, also when it is gone already", async () => {
    const shopId = await connectedShop();
    await sync(shopId);
    await disconnect(shopId, TEST_NOW);
    expect(await sync(shopId, LATER)).toBe("none");
    expect(await webPixel()).toBeNull();
    expect(await findPixel(shopId)).toMatchObject({ state: "none", changedAt: LATER });
    expect(await findPlatformPixelId(shopId)).toBeNull();
    expect(await sync(shopId)).toBe("none");

    await saveShop(shopId, CREDENTIALS, settingsChange(), TEST_NOW);
    await sync(shopId);
    await disconnect(shopId, TEST_NOW);
    await shopify.control("PUT", "pixel", { shop: SHOP_DOMAIN, settings: null });
    expect(await sync(shopId)).toBe("none");
  });

  test("puts none into a shop that was never connected", async () => {
    const shopId = await installedShop();
    expect(await sync(shopId)).toBe("none");
    expect(await operations()).toEqual(["Pixel"]);
  });

  test("leaves it in a shop whose credentials Pinterest refuses", async () => {
    const shopId = await connectedShop();
    await db.pinterestConnection.update({ where: { shopId }, data: { state: "needs_attention" } });
    expect(await sync(shopId)).toBe("on");
  });

  test.each(PIXEL_REFUSALS.filter((refusal) => refusal !== "missing_scope"))(
    "keeps %s for the merchant to read, and forgets it when Shopify takes the pixel",
    async (refusal) => {
      const shopId = await connectedShop();
      await refuse(refusal.toUpperCase());
      expect(await sync(shopId)).toBe("refused");
      expect(await findPixel(shopId)).toMatchObject({ state: "refused", refusal });
      await refuse(null);
      expect(await sync(shopId)).toBe("on");
      expect(await findPixel(shopId)).toMatchObject({ state: "on", refusal: null });
    },
  );

  test("a refused update leaves the pixel as it stood", async () => {
    const shopId = await connectedShop();
    await sync(shopId);
    const before = await webPixel();
    await rotateKey(shopId);
    await refuse("INVALID_SETTINGS");
    expect(await sync(shopId)).toBe("refused");
    expect(await webPixel()).toEqual(before);
    expect(await findPlatformPixelId(shopId)).toBe(before?.id);
  });

  test("a code that nobody knows counts as unexpected", async () => {
    const shopId = await connectedShop();
    await refuse("SOMETHING_NEW");
    expect(await sync(shopId)).toBe("refused");
    expect(await findPixel(shopId)).toMatchObject({ refusal: "unexpected_error" });
  });

  test.each([
    { scopes: ["read_orders"], because: "none for pixels" },
    { scopes: ["write_pixels"], because: "none for customer events" },
  ])("says that a scope is missing: $because", async ({ scopes }) => {
    const shopId = await connectedShop();
    await shopify.control("PUT", "scopes", { shop: SHOP_DOMAIN, scopes });
    expect(await sync(shopId)).toBe("refused");
    expect(await findPixel(shopId)).toMatchObject({ refusal: "missing_scope" });
  });

  test("waits for another run of the same shop", async () => {
    const shopId = await connectedShop();
    expect(await exclusively(`pixel:${shopId}`, () => sync(shopId))).toBe("busy");
    expect(await operations()).toEqual([]);
  });

  test("comes to its turn as soon as the other run is over", async () => {
    const shopId = await connectedShop();
    const { handler } = syncPixelJob(new AbortController().signal);
    const turn = await exclusively(`pixel:${shopId}`, async () => {
      const running = handler({ shopId });
      expect(await sync(shopId)).toBe("busy");
      expect(await operations()).toEqual([]);
      return { running };
    });
    await (turn === "busy" ? undefined : turn.running);
    expect(await findPixel(shopId)).toMatchObject({ state: "on" });
  });

  test("asks nothing for a shop that is gone, and records nothing of one that goes meanwhile", async () => {
    const shopId = await connectedShop();
    await syncBeside(shopId, "PixelCreate", () =>
      recordUninstall(db, "shopify", SHOP_DOMAIN, LATER),
    );
    expect(await findPixel(shopId)).toMatchObject({ state: "none" });
    expect(await findPlatformPixelId(shopId)).toBeNull();
    expect(await sync(shopId)).toBe("not_installed");
  });

  test("fails, to be tried again, where Shopify does not answer", async () => {
    const shopId = await connectedShop();
    const running = syncPixel(shopId, {
      now: () => TEST_NOW,
      pause: async () => {},
      client: () => Promise.reject(new UpstreamUnavailableError("Shopify did not renew the token")),
    });
    await expect(running).rejects.toThrow("Shopify did not renew the token");
    expect(await findPixel(shopId)).toMatchObject({ state: "none", changedAt: null });
  });
});

describe("the pixel is looked after", () => {
  test.each([
    { when: "settings are saved", act: (id: ShopId) => saveSettings(id, settingsChange()) },
    {
      when: "the settings page is saved",
      act: (id: ShopId) => saveShop(id, CREDENTIALS, settingsChange(), TEST_NOW),
    },
    { when: "Pinterest is disconnected", act: (id: ShopId) => disconnect(id, TEST_NOW) },
    { when: "there is a new key", act: (id: ShopId) => rotateKey(id) },
    { when: "the shop's country may have changed", act: (id: ShopId) => readShopProfile(id) },
  ])("when $when", async ({ act }) => {
    const shopId = await connectedShop();
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'sync-pixel'`;
    await act(shopId);
    await act(shopId);
    expect(await pixelJobs()).toEqual([shopId]);
  });
});

test("an uninstall leaves nothing of the pixel", async () => {
  const shopId = await connectedShop();
  await sync(shopId);
  await db.shop.update({ where: { id: shopId }, data: { pixelSeenAt: TEST_NOW } });
  await recordUninstall(db, "shopify", SHOP_DOMAIN, LATER);
  expect(await findPixel(shopId)).toEqual({
    state: "none",
    refusal: null,
    changedAt: LATER,
    seenAt: null,
  });
  expect(await findShopById(shopId)).toMatchObject({ pixelSeenAt: null });
  expect(await findPlatformPixelId(shopId)).toBeNull();
});

test("every error code of Shopify's has a refusal of its own", () => {
  const codes = adminSchema().schema.getType("ErrorsWebPixelUserErrorCode");
  const values = codes && "getValues" in codes ? codes.getValues() : [];
  const published = values.map(({ name }) => name.toLowerCase());
  expect([...published, "missing_scope"].toSorted()).toEqual(PIXEL_REFUSALS.toSorted());
});

function sync(shopId: ShopId, now = TEST_NOW): Promise<PixelSync> {
  return syncPixel(shopId, {
    now: () => now,
    client: (shopDomain) => adminClient(shopDomain, "all"),
    pause: async () => {},
  });
}

/** A run in which something else happens just before one of its calls. */
function syncBeside(
  shopId: ShopId,
  operation: string,
  act: () => Promise<unknown>,
): Promise<PixelSync> {
  let isDone = false;
  return syncPixel(shopId, {
    now: () => TEST_NOW,
    pause: async () => {},
    client: async (shopDomain) => {
      const client = await adminClient(shopDomain, "all");
      if (client === null) return null;
      const ask = client.rawRequest.bind(client);
      Object.assign(client, {
        rawRequest: async (query: string, variables: Record<string, unknown>) => {
          if (!isDone && query.includes(`mutation ${operation}(`)) {
            isDone = true;
            await act();
          }
          return ask(query, variables);
        },
      });
      return client;
    },
  });
}

async function webPixel(): Promise<WebPixel> {
  const { shops } = await shopify.control<{ shops: { domain: string; webPixel: WebPixel }[] }>(
    "GET",
    "state",
  );
  return shops.find(({ domain }) => domain === SHOP_DOMAIN)?.webPixel ?? null;
}

/** The pixel's calls of the Admin API in this test. */
async function operations(): Promise<string[]> {
  const { calls } = await shopify.control<{ calls: AdminCall[] }>("GET", "admin-calls");
  return calls.flatMap(({ operation }) => (operation?.startsWith("Pixel") ? [operation] : []));
}

function refuse(code: string | null): Promise<unknown> {
  return shopify.control("PUT", "pixel-refusal", { shop: SHOP_DOMAIN, code });
}

async function pixelJobs(): Promise<string[]> {
  const jobs = await db.$queryRaw<{ id: string }[]>`
    SELECT data->>'shopId' AS id FROM pgboss.job
     WHERE name = 'sync-pixel' AND state = 'created'`;
  return jobs.map(({ id }) => id);
}
