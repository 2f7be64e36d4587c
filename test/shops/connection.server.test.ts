import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import {
  findConnection,
  findCredentials,
  findLane,
  findStoredCredentials,
  recordAttention,
  recordCredentials,
  recordDisconnect,
  recordMended,
  recordTest,
} from "~/shops/connection.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { CREDENTIALS, installedShop } from "#test/support/shops";

const { adAccountId, conversionToken, tagId } = CREDENTIALS;

beforeEach(emptyDatabase);

describe("before anything was saved", () => {
  test("there is no lane and nothing to show", async () => {
    const shopId = await installedShop();
    expect(await findLane(shopId)).toBeNull();
    expect(await findCredentials(shopId)).toBeNull();
    expect(await findStoredCredentials(shopId)).toBeNull();
    expect(await findConnection(shopId)).toEqual({
      state: "not_connected",
      tagId: null,
      adAccountId: null,
      tokenLastFour: null,
      attention: null,
      lastTest: null,
    });
  });
});

describe("recordCredentials", () => {
  test("shows the pages everything but the token", async () => {
    const shopId = await installedShop();
    expect(await recordCredentials(db, shopId, CREDENTIALS)).toEqual({ isChanged: true });
    const connection = await findConnection(shopId);
    expect(connection).toEqual({
      state: "connected",
      tagId,
      adAccountId,
      tokenLastFour: "0001",
      attention: null,
      lastTest: null,
    });
    expect(JSON.stringify(connection)).not.toContain(conversionToken);
  });

  test("keeps the token sealed, with the key's id in front", async () => {
    const shopId = await installedShop();
    await recordCredentials(db, shopId, CREDENTIALS);
    const [row] = await db.pinterestConnection.findMany();
    expect(row?.sealedToken).toMatch(/^k1\.[A-Za-z0-9_-]+$/);
    expect(await findCredentials(shopId)).toEqual({
      adAccountId,
      conversionToken,
      credentialVersion: 1,
    });
  });

  test("does not open one shop's token in another's row", async () => {
    const [one, other] = [await installedShop(), await installedShop("other.myshopify.com")];
    await recordCredentials(db, one, CREDENTIALS);
    const row = await db.pinterestConnection.findUniqueOrThrow({ where: { shopId: one } });
    const { sealedToken, state } = row;
    await db.pinterestConnection.update({
      where: { shopId: other },
      data: { sealedToken, state, adAccountId },
    });
    await expect(findCredentials(other)).rejects.toThrow("A sealed value does not open");
  });

  test("forgets the last test with the credentials that were tested", async () => {
    const shopId = await installedShop();
    await recordCredentials(db, shopId, CREDENTIALS);
    await recordTest(db, shopId, 1, "accepted", TEST_NOW);
    await recordCredentials(db, shopId, CREDENTIALS);
    expect((await findConnection(shopId)).lastTest).not.toBeNull();
    await recordCredentials(db, shopId, { ...CREDENTIALS, adAccountId: "1" });
    expect((await findConnection(shopId)).lastTest).toBeNull();
  });

  test("connects nothing where the stored token was erased meanwhile", async () => {
    const shopId = await installedShop();
    await recordCredentials(db, shopId, CREDENTIALS);
    await recordDisconnect(db, shopId);
    await recordCredentials(db, shopId, { ...CREDENTIALS, conversionToken: "" });
    expect(await findCredentials(shopId)).toBeNull();
  });
});

describe("recordAttention", () => {
  test("marks the credentials that were refused, once", async () => {
    const shopId = await installedShop();
    await recordCredentials(db, shopId, CREDENTIALS);
    expect(await recordAttention(db, shopId, 1, "token_refused")).toBe(true);
    expect(await recordAttention(db, shopId, 1, "no_permission")).toBe(false);
    expect(await findConnection(shopId)).toMatchObject({
      state: "needs_attention",
      attention: "token_refused",
    });
    expect(await findCredentials(shopId)).toBeNull();
    expect(await findLane(shopId)).toMatchObject({ state: "needs_attention" });
    expect(await findStoredCredentials(shopId)).toMatchObject({ conversionToken });
  });

  test("does not blame newer credentials", async () => {
    const shopId = await installedShop();
    await recordCredentials(db, shopId, CREDENTIALS);
    await recordCredentials(db, shopId, { ...CREDENTIALS, adAccountId: "1" });
    expect(await recordAttention(db, shopId, 1, "token_refused")).toBe(false);
    expect(await findConnection(shopId)).toMatchObject({ state: "connected" });
  });
});

describe("recordMended", () => {
  test("opens a new lane for what was marked, and for nothing else", async () => {
    const shopId = await installedShop();
    await recordCredentials(db, shopId, CREDENTIALS);
    expect(await recordMended(db, shopId, 1)).toBe(false);
    await recordAttention(db, shopId, 1, "token_refused");
    expect(await recordMended(db, shopId, 2)).toBe(false);
    expect(await recordMended(db, shopId, 1)).toBe(true);
    expect(await findLane(shopId)).toEqual({
      state: "connected",
      key: { adAccountId, credentialVersion: 2 },
    });
  });
});

test("a test of credentials that were replaced meanwhile is not kept", async () => {
  const shopId = await installedShop();
  await recordCredentials(db, shopId, CREDENTIALS);
  await recordTest(db, shopId, 7, "accepted", TEST_NOW);
  expect((await findConnection(shopId)).lastTest).toBeNull();
});

test("a stored word that nobody knows any more is shown as none", async () => {
  const shopId = await installedShop();
  await recordCredentials(db, shopId, CREDENTIALS);
  await db.pinterestConnection.updateMany({
    data: { state: "broken", attention: "broken", testResult: "broken", testedAt: TEST_NOW },
  });
  expect(await findConnection(shopId)).toMatchObject({
    state: "not_connected",
    attention: null,
    lastTest: null,
  });
});
