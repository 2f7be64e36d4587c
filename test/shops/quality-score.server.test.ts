import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerAccountForm } from "~/conversions/account-form.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { scoreOf } from "~/shops/quality-score";
import { findQuality, readQualityScore } from "~/shops/quality-score.server";

import { connectAccount, STAFF } from "#test/support/account";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";
import { DEMO_AD_ACCOUNT_ID, DEMO_TAG_ID } from "../../sandbox/pinterest/directory";

const pinterest = useLocalPinterest();
useWorker();
beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("Pinterest's score of a shop's events", () => {
  test("is asked for the ad account in use, and kept as Pinterest said it", async () => {
    const shopId = await connectedShop();
    await connectAccount(pinterest, shopId, TEST_NOW);
    const chosen = { adAccountId: DEMO_AD_ACCOUNT_ID, tagId: DEMO_TAG_ID };
    await answerAccountForm(shopId, STAFF, { intent: "choose_ad_account", ...chosen }, TEST_NOW);
    await recordOrders(shopId, 2);
    await deliver(shopId);
    expect(await readQualityScore(shopId, TEST_NOW)).toBe("done");
    expect(await readQualityScore(shopId, TEST_NOW)).toBe("done");

    const quality = await findQuality(shopId);
    expect(quality?.askedAt).toEqual(TEST_NOW);
    const scores = quality?.scores ?? [];
    expect(scores).toMatchObject([{ ingestionSource: "CONVERSIONS_API", status: "fair" }]);
    expect(scoreOf(scores, "hashed_email", "checkout")).toEqual({
      coverage: 100,
      overlap: null,
      issues: [],
    });
    expect(scoreOf(scores, "external_event_id", "checkout")?.overlap).toBe(0);
    expect(scoreOf(scores, "hashed_maid", "checkout")?.coverage).toBe(0);
    expect(scoreOf(scores, "hashed_email", "search")).toBeNull();
    const calls = await pinterest.apiCalls("conversion_eqs/list");
    expect(calls.map(({ query }) => query)).toEqual([
      "?lookback_period=14d",
      "?lookback_period=14d",
    ]);
  });

  test("stays as it was while Pinterest does not answer", async () => {
    const shopId = await connectedShop();
    await connectAccount(pinterest, shopId, TEST_NOW);
    expect(await readQualityScore(shopId, TEST_NOW)).toBe("no_ad_account");
    expect(await findQuality(shopId)).toBeNull();
  });

  test("is not asked for without an account", async () => {
    const shopId = await connectedShop();
    expect(await readQualityScore(shopId, TEST_NOW)).toBe("no_ad_account");
    expect(await pinterest.apiCalls("conversion_eqs/list")).toEqual([]);
  });
});
