import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { Session } from "@shopify/shopify-api";
import { beforeEach, describe, expect, test } from "vitest";

import { sealContext } from "~/conversions/outbox.server";
import { db } from "~/db.server";
import { env, environmentWith } from "~/env.server";
import { INSTALLATION_DIR } from "~/paths.server";
import { seal, unseal, type SealKeys } from "~/seal.server";
import { SealedSessionStorage } from "~/shopify/session-storage.server";
import { findCredentials, recordCredentials } from "~/shops/connection.server";

import { emptyDatabase } from "#test/support/database";
import { recordOrders } from "#test/support/delivery";
import { CREDENTIALS, installedShop } from "#test/support/shops";
import { reportSnapshot } from "#test/support/snapshots";

const OLD = "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const NEW = `k2:${Buffer.alloc(32, 2).toString("base64")}`;
const NEW_KEYS: SealKeys = [{ id: "k2", key: Buffer.alloc(32, 2) }];

const SNAPSHOT_EVENT = "co_of_a_snapshot";

const SOMETHING = {
  pinterestConnections: 1,
  pinterestAccounts: 0,
  feedPasswords: 0,
  shopifySessions: 1,
  outboxRows: 3,
  snapshots: 1,
  erasureKeys: 1,
  dataRequests: 0,
};
const NOTHING = {
  pinterestConnections: 0,
  pinterestAccounts: 0,
  feedPasswords: 0,
  shopifySessions: 0,
  outboxRows: 0,
  snapshots: 0,
  erasureKeys: 0,
  dataRequests: 0,
};

beforeEach(emptyDatabase);

describe("re-encrypt", () => {
  test("seals everything again with the first key, and finds nothing the second time", async () => {
    await sealedShop();
    expect(await reEncrypt(`${NEW},${OLD}`)).toEqual(SOMETHING);
    expect(await reEncrypt(`${NEW},${OLD}`)).toEqual(NOTHING);
    expect(await sealedValues()).toHaveLength(7);
    for (const sealed of await sealedValues()) expect(sealed).toMatch(/^k2\./);
  });

  test("leaves everything readable without the old key", async () => {
    await sealedShop();
    await reEncrypt(`${NEW},${OLD}`);
    expect(await reEncrypt(NEW)).toEqual(NOTHING);

    const row = await db.outboxRow.findFirstOrThrow();
    const context = sealContext(row.shopId, row.eventId);
    expect(JSON.parse(unseal(row.sealed ?? "", context, NEW_KEYS))).toMatchObject({
      clientIp: "203.0.113.7",
    });
    const snapshot = await db.consentSnapshot.findFirstOrThrow();
    const place = `consent_snapshots.sealed:${snapshot.shopId}:${SNAPSHOT_EVENT}`;
    expect(JSON.parse(unseal(snapshot.sealed ?? "", place, NEW_KEYS))).toMatchObject({
      clientIp: "198.51.100.23",
      clickId: "dj0yJnNuYXBzaG90",
    });
    const session = await db.shopifySession.findFirstOrThrow();
    expect(
      unseal(session.sealedAccessToken, `shopify_sessions.access:${session.id}`, NEW_KEYS),
    ).toBe("shpat_first_token");
  });

  test("goes on where an earlier run was cut off", async () => {
    const shopId = await sealedShop();
    const row = await db.outboxRow.findFirstOrThrow();
    const context = sealContext(shopId, row.eventId);
    const sealed = seal(unseal(row.sealed ?? "", context), context, NEW_KEYS);
    await db.outboxRow.update({ where: { id: row.id }, data: { sealed } });
    expect(await reEncrypt(`${NEW},${OLD}`)).toEqual({ ...SOMETHING, outboxRows: 2 });
  });

  test("has nothing to do while the first key is the one that sealed", async () => {
    const shopId = await sealedShop();
    expect(await reEncrypt(`${OLD},${NEW}`)).toEqual(NOTHING);
    expect(await findCredentials(shopId)).toMatchObject(CREDENTIALS_WITHOUT_TAG);
  });

  test("names the key that is missing, and changes nothing", async () => {
    await sealedShop();
    const before = await sealedValues();
    const fault = await reEncrypt(NEW).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: 1, stdout: "" });
    expect(fault).toHaveProperty("stderr", expect.stringContaining('"keyId":"k1"'));
    expect(fault).toHaveProperty(
      "stderr",
      expect.not.stringContaining(CREDENTIALS.conversionToken),
    );
    expect(await sealedValues()).toEqual(before);
  });
});

const CREDENTIALS_WITHOUT_TAG = {
  adAccountId: CREDENTIALS.adAccountId,
  conversionToken: CREDENTIALS.conversionToken,
};

/** A shop with every kind of sealed value, all of them by the key `k1`. */
async function sealedShop() {
  const shopId = await installedShop();
  await recordCredentials(db, shopId, CREDENTIALS);
  await recordOrders(shopId, 3);
  await reportSnapshot(shopId, SNAPSHOT_EVENT);
  await new SealedSessionStorage().storeSession(
    new Session({
      id: "offline_demo.myshopify.com",
      shop: "demo.myshopify.com",
      state: "",
      isOnline: false,
      accessToken: "shpat_first_token",
      refreshToken: "shprt_first_token",
    }),
  );
  return shopId;
}

async function sealedValues(): Promise<string[]> {
  const connections = await db.pinterestConnection.findMany();
  const sessions = await db.shopifySession.findMany();
  const rows = await db.outboxRow.findMany({ orderBy: { id: "asc" } });
  const snapshots = await db.consentSnapshot.findMany();
  return [
    ...connections.map(({ sealedToken }) => sealedToken),
    ...sessions.flatMap((row) => [row.sealedAccessToken, row.sealedRefreshToken]),
    ...rows.map(({ sealed }) => sealed),
    ...snapshots.map(({ sealed }) => sealed),
  ].filter((sealed) => sealed !== null);
}

/** Runs the operator's command with these keys. */
async function reEncrypt(keys: string): Promise<unknown> {
  const script = path.join(INSTALLATION_DIR, "scripts", "re-encrypt.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
    cwd: INSTALLATION_DIR,
    env: environmentWith({ ENCRYPTION_KEYS: keys, DATABASE_URL: env.DATABASE_URL ?? "" }),
  });
  return JSON.parse(stdout);
}
