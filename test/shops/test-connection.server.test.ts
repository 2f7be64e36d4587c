import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import { findConnection, recordAttention, recordCredentials } from "~/shops/connection.server";
import { testConnection } from "~/shops/test-connection.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { useLocalPinterest } from "#test/support/pinterest";
import { CREDENTIALS, installedShop } from "#test/support/shops";

import { FOREIGN_AD_ACCOUNT_ID } from "../../sandbox/pinterest/server";

const pinterest = useLocalPinterest();
beforeEach(emptyDatabase);

describe("testConnection", () => {
  test("sends one event of nobody, which Pinterest does not record", async () => {
    const shopId = await savedShop();
    expect(await testConnection(shopId, TEST_NOW)).toEqual({ result: "accepted", isMended: false });

    const calls = await pinterest.calls();
    expect(calls.map(({ test: isTest, status }) => ({ isTest, status }))).toEqual([
      { isTest: true, status: 200 },
    ]);
    expect(JSON.parse(calls[0]?.rawBody ?? "")).toMatchObject({
      data: [
        {
          event_name: "page_visit",
          event_time: 1_795_188_600,
          user_data: { client_ip_address: "192.0.2.1" },
        },
      ],
    });
    expect(await pinterest.events()).toEqual([]);
  });

  test.each([
    { result: "token_refused", change: { conversionToken: "pina_unknown_token_000000" } },
    { result: "no_permission", change: { adAccountId: FOREIGN_AD_ACCOUNT_ID } },
    { result: "account_not_found", change: { adAccountId: "1" } },
  ])("says $result, and keeps it", async ({ result, change }) => {
    const shopId = await savedShop(change);
    expect(await testConnection(shopId, TEST_NOW)).toEqual({ result, isMended: false });
    expect(await findConnection(shopId)).toMatchObject({
      state: "connected",
      lastTest: { result, testedAt: TEST_NOW },
    });
  });

  test.each([
    { failure: { kind: "rate_limit", resetSeconds: 5 }, result: "rate_limited" },
    { failure: { kind: "ramped_down" }, result: "unavailable" },
    { failure: { kind: "broken_before" }, result: "network" },
    { failure: { kind: "partial", everyNth: 1, message: "Bad." }, result: "refused" },
  ] as const)("says $result after $failure.kind", async ({ failure, result }) => {
    const shopId = await savedShop();
    await pinterest.fail(failure);
    expect(await testConnection(shopId, TEST_NOW)).toEqual({ result, isMended: false });
  });

  test("mends a connection that had been refused", async () => {
    const shopId = await savedShop();
    await recordAttention(db, shopId, 1, "no_permission");
    expect(await testConnection(shopId, TEST_NOW)).toEqual({ result: "accepted", isMended: true });
    expect(await findConnection(shopId)).toMatchObject({ state: "connected", attention: null });
  });

  test("has nothing to try where nothing is stored", async () => {
    expect(await testConnection(await installedShop(), TEST_NOW)).toBeNull();
    expect(await pinterest.calls()).toEqual([]);
  });
});

async function savedShop(change: Partial<typeof CREDENTIALS> = {}) {
  const shopId = await installedShop();
  await recordCredentials(db, shopId, { ...CREDENTIALS, ...change });
  return shopId;
}
