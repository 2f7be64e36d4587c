import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerAccountForm } from "~/conversions/account-form.server";
import { disconnect } from "~/conversions/connect.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { fetchAccount } from "~/pinterest/account.server";
import { startQueue, stopQueue } from "~/queue.server";
import { findConnection, findLane } from "~/shops/connection.server";
import { callWithAccount, lookAfterAccount } from "~/shops/account-access.server";
import { resealAccounts } from "~/shops/account-row.server";
import { findAccounts, listAccountShops } from "~/shops/pinterest-account.server";
import { recordUninstall } from "~/shops/shop.server";

import { connectAccount, STAFF } from "#test/support/account";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { deliver, recordOrders, states, useWorker } from "#test/support/delivery";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop, CREDENTIALS, installedShop, SHOP_DOMAIN } from "#test/support/shops";
import { DEMO_AD_ACCOUNT_ID, DEMO_TAG_ID } from "../../sandbox/pinterest/server";

const DAY = 86_400_000;

const pinterest = useLocalPinterest();
useWorker();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("callWithAccount", () => {
  test("has nothing to call with before an account is confirmed", async () => {
    const shopId = await installedShop();
    expect(await ask(shopId)).toEqual({ kind: "no_account" });
  });

  test("renews a token that is about to end, once for all who need it, and keeps the new pair", async () => {
    const shopId = await account();
    const before = await row(shopId);
    const answers = await Promise.all([
      ask(shopId, 30 * DAY - 60_000),
      ask(shopId, 30 * DAY - 60_000),
    ]);
    expect(answers).toMatchObject([{ kind: "done" }, { kind: "done" }]);
    expect(await renewals()).toBe(1);
    const renewed = await row(shopId);
    expect(renewed.sealedRefreshToken).not.toBe(before.sealedRefreshToken);
    expect(renewed.refreshExpiresAt).toEqual(after(30 * DAY - 60_000 + 60 * DAY));
    expect(renewed.attention).toBeNull();
  });

  test("renews a token that Pinterest refuses before its time", async () => {
    const shopId = await account();
    await pinterest.control("POST", "grants/expire", { kind: "access" });
    expect(await ask(shopId)).toMatchObject({ kind: "done", value: { username: "demo_store" } });
    expect(await ask(shopId)).toMatchObject({ kind: "done" });
    expect(await renewals()).toBe(1);
  });

  test("notices a permission that was taken back, and asks no more until somebody mends it", async () => {
    const shopId = await account();
    const connection = await findConnection(shopId);
    await pinterest.control("POST", "grants/revoke", { username: "demo_store" });
    const lost = { kind: "account_lost", attention: "access_revoked" };
    expect(await ask(shopId)).toEqual(lost);
    expect(await ask(shopId)).toEqual(lost);
    expect(await renewals()).toBe(1);
    expect((await findAccounts(shopId)).active).toMatchObject({ attention: "access_revoked" });
    expect(await findConnection(shopId)).toEqual(connection);

    await connectAccount(pinterest, shopId, TEST_NOW);
    expect(await ask(shopId)).toMatchObject({ kind: "done" });
  });

  test("says of a refresh token that has ended that the account has to be connected again", async () => {
    const shopId = await account();
    const lost = { kind: "account_lost", attention: "access_expired" };
    expect(await ask(shopId, 60 * DAY)).toEqual(lost);
    expect(await renewals()).toBe(0);
    expect((await findAccounts(shopId)).active).toMatchObject({ attention: "access_expired" });
    expect(await findConnection(shopId)).toMatchObject({ state: "connected" });
  });

  test("blames nobody for a renewal that Pinterest does not answer", async () => {
    const shopId = await account();
    await pinterest.fail({ kind: "server_error", operation: "oauth/token", calls: 1 });
    expect(await ask(shopId, 30 * DAY)).toMatchObject({ kind: "retry" });
    expect((await findAccounts(shopId)).active).toMatchObject({ attention: null });
    expect(await ask(shopId, 30 * DAY)).toMatchObject({ kind: "done" });
  });

  test("hands on a refusal that is no word on the token", async () => {
    const shopId = await account();
    await pinterest.fail({ kind: "bad_request", operation: "user_account/get" });
    expect(await ask(shopId)).toMatchObject({ kind: "refused", status: 400, code: 4196 });
    expect((await findAccounts(shopId)).active).toMatchObject({ attention: null });
  });
});

describe("lookAfterAccount", () => {
  test("renews ten days before the end, not before, and follows a new name", async () => {
    const shopId = await account();
    expect(await listAccountShops()).toEqual([shopId]);
    expect(await lookAfterAccount(shopId, after(19 * DAY))).toBe("done");
    expect(await renewals()).toBe(0);
    expect(await lookAfterAccount(shopId, after(20 * DAY + 1))).toBe("done");
    expect(await renewals()).toBe(1);
  });

  test("goes on with a token that is still good where its early renewal is refused", async () => {
    const shopId = await account();
    await pinterest.control("POST", "grants/expire", { kind: "refresh" });
    expect(await lookAfterAccount(shopId, after(21 * DAY))).toBe("done");
    expect((await findAccounts(shopId)).active).toMatchObject({ attention: null });
  });

  test("notices a permission that was taken back where nothing else calls", async () => {
    const shopId = await account();
    await pinterest.control("POST", "grants/revoke", { username: "demo_store" });
    expect(await lookAfterAccount(shopId, TEST_NOW)).toBe("account_lost");
    expect((await findAccounts(shopId)).active).toMatchObject({ attention: "access_revoked" });
  });

  test("mends an account that was lost for a fault that is gone", async () => {
    const shopId = await account();
    await db.pinterestAccount.updateMany({ data: { attention: "access_revoked" } });
    expect(await lookAfterAccount(shopId, TEST_NOW)).toBe("done");
    expect((await findAccounts(shopId)).active).toMatchObject({ attention: null });
  });
});

describe("choosing an ad account", () => {
  const choice = {
    intent: "choose_ad_account",
    adAccountId: DEMO_AD_ACCOUNT_ID,
    tagId: DEMO_TAG_ID,
  } as const;

  test("offers ad accounts with their currency, the tags in use, and websites", async () => {
    const shopId = await account();
    expect(
      await submit(shopId, { intent: "list_choices", adAccountId: DEMO_AD_ACCOUNT_ID }),
    ).toEqual({
      kind: "choices",
      adAccountId: DEMO_AD_ACCOUNT_ID,
      adAccounts: [
        {
          id: DEMO_AD_ACCOUNT_ID,
          name: "Demo Store ads",
          currency: "USD",
          country: "US",
          canReport: true,
        },
        {
          id: "549755885180",
          name: "Agency client",
          currency: "EUR",
          country: "DE",
          canReport: false,
        },
      ],
      tags: [{ id: DEMO_TAG_ID, name: "Demo tag" }],
      websites: [{ website: "demo.example", isClaimed: true }],
    });
  });

  test("picks the only ad account that may report before the merchant does", async () => {
    const shopId = await account();
    expect(await submit(shopId, { intent: "list_choices" })).toMatchObject({
      adAccountId: DEMO_AD_ACCOUNT_ID,
      tags: [{ id: DEMO_TAG_ID }],
    });
  });

  test("makes a token of its own for it, with which orders go out, and twice is once", async () => {
    const shopId = await account(await installedShop());
    expect(await submit(shopId, choice)).toEqual({ kind: "chosen" });
    expect(await submit(shopId, choice)).toEqual({ kind: "chosen" });
    expect(await pinterest.apiCalls("oauth/conversion_token")).toHaveLength(1);
    expect(await findConnection(shopId)).toMatchObject({
      state: "connected",
      adAccountId: DEMO_AD_ACCOUNT_ID,
      tagId: DEMO_TAG_ID,
    });
    await recordOrders(shopId, 2);
    await deliver(shopId);
    expect((await states(shopId)).outbox).toEqual({ delivered: 2 });
  });

  test("the token goes on when the account's permission is taken back", async () => {
    const shopId = await account(await installedShop());
    await submit(shopId, choice);
    await pinterest.control("POST", "grants/revoke", { username: "demo_store" });
    await recordOrders(shopId, 1);
    await deliver(shopId);
    expect((await states(shopId)).outbox).toEqual({ delivered: 1 });
  });

  test.each([
    {
      because: "it is nobody's",
      change: { adAccountId: "549000000000" },
      problem: "ad_account_unknown",
    },
    {
      because: "the role does not allow it",
      change: { adAccountId: "549755885180" },
      problem: "ad_account_unknown",
    },
    { because: "the tag is another's", change: { tagId: "2612345678910" }, problem: "tag_unknown" },
  ])("changes nothing where $because", async ({ change, problem }) => {
    const shopId = await account();
    const before = await findLane(shopId);
    expect(await submit(shopId, { ...choice, ...change })).toEqual({
      kind: "account_problem",
      problem,
    });
    expect(await findLane(shopId)).toEqual(before);
  });

  test.each([
    { operation: "ad_accounts/list" },
    { operation: "conversion_tags/list" },
    { operation: "oauth/conversion_token" },
  ])("changes nothing while Pinterest does not answer $operation", async ({ operation }) => {
    const shopId = await account();
    const before = await findLane(shopId);
    await pinterest.fail({ kind: "server_error", operation });
    const problem = { kind: "account_problem", problem: "account_unreachable" };
    expect(await submit(shopId, choice)).toEqual(problem);
    expect(await findLane(shopId)).toEqual(before);
  });
});

describe("an account that goes", () => {
  test("is forgotten, asked back at Pinterest, and events go on with their own token", async () => {
    const shopId = await account();
    const before = await findConnection(shopId);
    expect(await submit(shopId, { intent: "remove_account" })).toEqual({ kind: "removed" });
    expect(await submit(shopId, { intent: "remove_account" })).toEqual({ kind: "removed" });
    expect(await db.pinterestAccount.count()).toBe(0);
    expect(await pinterest.apiCalls("token/revoke")).toHaveLength(2);
    expect(await findConnection(shopId)).toEqual(before);
  });

  test("goes with the events' token on Disconnect", async () => {
    const shopId = await account();
    await disconnect(shopId, TEST_NOW);
    expect(await db.pinterestAccount.count()).toBe(0);
    expect(await findConnection(shopId)).toMatchObject({ state: "not_connected" });
  });

  test("goes with an uninstall", async () => {
    await account();
    await recordUninstall(db, "shopify", SHOP_DOMAIN, after(DAY));
    expect(await db.pinterestAccount.count()).toBe(0);
  });
});

test("resealAccounts finds nothing to do on the second run", async () => {
  const shopId = await account();
  const before = await row(shopId);
  expect(await resealAccounts((sealed) => sealed === before.sealedAccessToken)).toBe(1);
  expect(await resealAccounts((sealed) => sealed === before.sealedAccessToken)).toBe(0);
  expect(await ask(shopId)).toMatchObject({ kind: "done" });
});

/** A shop with a pasted token and a confirmed account. */
async function account(shop?: ShopId): Promise<ShopId> {
  const shopId = shop ?? (await connectedShop());
  await connectAccount(pinterest, shopId, TEST_NOW);
  expect(shop ? null : (await findConnection(shopId)).adAccountId).toBe(
    shop ? null : CREDENTIALS.adAccountId,
  );
  return shopId;
}

function ask(shopId: ShopId, ms = 0) {
  return callWithAccount(shopId, fetchAccount, after(ms));
}

function submit(shopId: ShopId, form: Parameters<typeof answerAccountForm>[2]) {
  return answerAccountForm(shopId, STAFF, form, TEST_NOW);
}

function row(shopId: ShopId) {
  return db.pinterestAccount.findFirstOrThrow({ where: { shopId } });
}

/** How often the token endpoint was asked for a renewal. */
async function renewals(): Promise<number> {
  const calls = await pinterest.apiCalls("oauth/token");
  return calls.filter(({ rawBody }) => rawBody.includes("grant_type=refresh_token")).length;
}

function after(ms: number): Date {
  return new Date(TEST_NOW.getTime() + ms);
}
