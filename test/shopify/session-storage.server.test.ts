import { Session } from "@shopify/shopify-api";
import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import { SealedSessionStorage } from "~/shopify/session-storage.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { SHOP_DOMAIN } from "#test/support/shops";

const storage = new SealedSessionStorage();

beforeEach(emptyDatabase);

describe("SealedSessionStorage", () => {
  test("gives back what it was given", async () => {
    const stored = session();
    expect(await storage.storeSession(stored)).toBe(true);
    const loaded = await storage.loadSession(stored.id);
    expect(loaded?.toObject()).toEqual(stored.toObject());
    expect(await storage.loadSession("offline_nobody.myshopify.com")).toBeUndefined();
  });

  test("replaces what it had of the same session", async () => {
    await storage.storeSession(session());
    await storage.storeSession(session({ accessToken: "shpat_second_token" }));
    expect(await db.shopifySession.count()).toBe(1);
    expect(await storage.loadSession(session().id)).toMatchObject({
      accessToken: "shpat_second_token",
    });
  });

  test("puts no token into the database", async () => {
    await storage.storeSession(session());
    const rows = JSON.stringify(await db.shopifySession.findMany());
    expect(rows).not.toMatch(/shpat_|shprt_/);
    expect(rows).toContain("k1.");
  });

  test("opens a token neither as the other one nor in another shop's session", async () => {
    await storage.storeSession(session());
    const [row] = await db.shopifySession.findMany();
    if (!row?.sealedRefreshToken) throw new Error("The row is missing");
    await db.shopifySession.create({ data: { ...row, id: "offline_other.myshopify.com" } });
    await expect(storage.loadSession("offline_other.myshopify.com")).rejects.toThrow("not open");
    await db.shopifySession.update({
      where: { id: row.id },
      data: { sealedAccessToken: row.sealedRefreshToken },
    });
    await expect(storage.loadSession(row.id)).rejects.toThrow("not open");
  });

  test("keeps a session without tokens, scope and end", async () => {
    const bare = new Session({
      id: "offline_bare.myshopify.com",
      shop: "bare.myshopify.com",
      state: "",
      isOnline: false,
    });
    await storage.storeSession(bare);
    expect(await storage.loadSession(bare.id)).toMatchObject({ shop: bare.shop, accessToken: "" });
    expect(await db.shopifySession.findMany()).toMatchObject([
      { scope: null, expiresAt: null, sealedAccessToken: "", sealedRefreshToken: null },
    ]);
  });

  test("finds and deletes by shop and by id, twice without complaint", async () => {
    await storage.storeSession(session());
    await storage.storeSession(session({ shop: "other.myshopify.com" }));
    expect(await storage.findSessionsByShop(SHOP_DOMAIN)).toHaveLength(1);
    expect(await storage.deleteSession(session().id)).toBe(true);
    expect(await storage.deleteSession(session().id)).toBe(true);
    expect(await storage.findSessionsByShop(SHOP_DOMAIN)).toEqual([]);
    expect(await db.shopifySession.count()).toBe(1);
  });
});

function session(changes: { shop?: string; accessToken?: string } = {}): Session {
  const { shop = SHOP_DOMAIN, accessToken = "shpat_first_token" } = changes;
  return new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    scope: "read_orders,write_pixels",
    expires: TEST_NOW,
    accessToken,
    refreshToken: "shprt_first_token",
    refreshTokenExpires: TEST_NOW,
  });
}
