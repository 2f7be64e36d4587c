import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerAccountForm } from "~/conversions/account-form.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { discardOffer } from "~/shops/pinterest-account.server";
import {
  describeAccounts,
  endSignIn,
  forgetSignIns,
  openSignIn,
  startSignIn,
} from "~/shops/sign-in.server";

import {
  callbackOf,
  connectAccount,
  offerAccount,
  setOut,
  STAFF,
  ticketOf,
} from "#test/support/account";
import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { whereFound } from "#test/support/every-row";
import { useLocalPinterest } from "#test/support/pinterest";
import { connectedShop } from "#test/support/shops";

const pinterest = useLocalPinterest();

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("a sign-in", () => {
  test("ends with an account that waits to be confirmed, and changes nothing", async () => {
    const shopId = await connectedShop();
    const before = await configuration(shopId);
    const { cookie, url } = await setOut(shopId, TEST_NOW);
    const back = await pinterest.signIn(url, {});

    expect(await endSignIn(callbackOf(back), cookie, after(9 * MINUTE))).toEqual({
      kind: "back",
      shopDomain: "demo.myshopify.com",
    });
    expect(await describeAccounts(shopId, STAFF, TEST_NOW)).toEqual({
      canConnect: true,
      active: null,
      offered: {
        username: "demo_store",
        businessName: "Demo Store",
        isBusiness: true,
        isMine: true,
      },
      lastFailure: null,
    });
    expect(await configuration(shopId)).toEqual(before);
  });

  test("is active once the one who set out has confirmed it, and a second confirmation finds nothing", async () => {
    const shopId = await connectedShop();
    const before = await configuration(shopId);
    await offerAccount(pinterest, shopId, TEST_NOW);

    expect(await confirm(shopId, STAFF)).toBe("confirmed");
    expect(await confirm(shopId, STAFF)).toBe("nothing_offered");
    const { active, offered } = await describeAccounts(shopId, STAFF, TEST_NOW);
    expect(active).toMatchObject({ username: "demo_store", attention: null });
    expect(offered).toBeNull();
    expect(await configuration(shopId)).toEqual(before);
  });

  test("asks with the app's own name by HTTP Basic, and for a refresh token of the lasting kind", async () => {
    const shopId = await connectedShop();
    await offerAccount(pinterest, shopId, TEST_NOW);
    const [call] = await pinterest.apiCalls("oauth/token");
    expect(Object.fromEntries(new URLSearchParams(call?.rawBody))).toMatchObject({
      grant_type: "authorization_code",
      redirect_uri: "http://127.0.0.1:4199/pinterest/callback",
      continuous_refresh: "true",
    });
    expect(call?.rawBody).not.toContain("SANDBOX_NOT_A_REAL_SECRET");
  });

  test("leaves neither ticket, state, cookie, code nor token readable in the database", async () => {
    const shopId = await connectedShop();
    const opened = await openSignIn(shopId, STAFF, TEST_NOW);
    const ticket = opened.kind === "opened" ? ticketOf(opened.path) : "";
    const start = await startSignIn(ticket, TEST_NOW);
    if (start.kind !== "sent_on") throw new Error("not sent on");
    const back = await pinterest.signIn(start.url, {});
    await endSignIn(callbackOf(back), start.cookie, TEST_NOW);
    const { code, state } = callbackOf(back);
    expect(await whereFound([ticket, start.cookie, state, code ?? ""])).toEqual([]);
    const { sealedAccessToken } = await db.pinterestAccount.findFirstOrThrow();
    expect(sealedAccessToken).toMatch(/^k1\./);
  });

  test("a ticket is good once, and of two that bring it at once, one is sent on", async () => {
    const shopId = await connectedShop();
    const opened = await openSignIn(shopId, STAFF, TEST_NOW);
    const ticket = opened.kind === "opened" ? ticketOf(opened.path) : "";
    const starts = await Promise.all([
      startSignIn(ticket, TEST_NOW),
      startSignIn(ticket, TEST_NOW),
    ]);
    expect(starts.map(({ kind }) => kind).toSorted()).toEqual(["sent_on", "stopped"]);
  });

  test.each([
    { because: "it is none", ticket: "nobody-made-this" },
    { because: "it is empty", ticket: "" },
  ])("a ticket is refused where $because", async ({ ticket }) => {
    await connectedShop();
    expect(await startSignIn(ticket, TEST_NOW)).toEqual({
      kind: "stopped",
      stop: "ticket_unknown",
    });
  });

  test("a ticket of more than two minutes ago is refused", async () => {
    const shopId = await connectedShop();
    const opened = await openSignIn(shopId, STAFF, TEST_NOW);
    const ticket = opened.kind === "opened" ? ticketOf(opened.path) : "";
    expect(await startSignIn(ticket, after(2 * MINUTE + 1))).toMatchObject({
      stop: "ticket_unknown",
    });
  });
});

describe("a sign-in that goes wrong ends in a clear state, and the shop keeps what it has:", () => {
  test("a state that nobody waits for", async () => {
    const { shopId, before, cookie } = await underWay();
    const end = await endSignIn({ state: "forged", code: "x", error: null }, cookie, TEST_NOW);
    expect(end).toEqual({ kind: "stopped", stop: "state_unknown" });
    expect(await configuration(shopId)).toEqual(before);
  });

  test("a state of another sign-in, in the browser of this one", async () => {
    const { shopId, before, cookie } = await underWay();
    const other = await setOut(shopId, TEST_NOW);
    const back = await pinterest.signIn(other.url, { username: "second_brand" });
    expect(await endSignIn(callbackOf(back), cookie, TEST_NOW)).toMatchObject({
      stop: "other_browser",
    });
    await expectNothing(shopId, before, "other_browser");
  });

  test("an answer that is brought a second time", async () => {
    const { shopId, cookie, url } = await underWay();
    const back = await pinterest.signIn(url, {});
    await endSignIn(callbackOf(back), cookie, TEST_NOW);
    await answerAccountForm(shopId, STAFF, { intent: "confirm_account" }, TEST_NOW);
    const before = await configuration(shopId);

    const again = await endSignIn(callbackOf(back), cookie, TEST_NOW);
    expect(again).toEqual({ kind: "stopped", stop: "state_used" });
    expect(await pinterest.apiCalls("oauth/token")).toHaveLength(1);
    expect(await configuration(shopId)).toEqual(before);
    expect((await describeAccounts(shopId, STAFF, TEST_NOW)).active).not.toBeNull();
  });

  test("two browsers that bring one answer at once: one is led on", async () => {
    const { cookie, url } = await underWay();
    const back = callbackOf(await pinterest.signIn(url, {}));
    const ends = await Promise.all([
      endSignIn(back, cookie, TEST_NOW),
      endSignIn(back, cookie, TEST_NOW),
    ]);
    expect(ends.map(({ kind }) => kind).toSorted()).toEqual(["back", "stopped"]);
    expect(await pinterest.apiCalls("oauth/token")).toHaveLength(1);
  });

  test.each([
    { because: "has no cookie", cookie: null },
    { because: "has another one", cookie: "of-somebody-else" },
  ])("somebody else's browser, which $because", async ({ cookie }) => {
    const { shopId, before, url } = await underWay();
    const back = await pinterest.signIn(url, {});
    const end = await endSignIn(callbackOf(back), cookie, TEST_NOW);
    expect(end).toEqual({ kind: "stopped", stop: "other_browser" });
    // The code may be known to whoever brought it: it is not used, and the state is used up.
    expect(await pinterest.apiCalls("oauth/token")).toEqual([]);
    expect(await endSignIn(callbackOf(back), cookie, TEST_NOW)).toMatchObject({
      stop: "state_used",
    });
    await expectNothing(shopId, before, "other_browser");
  });

  test("another member of the staff, who may not confirm it", async () => {
    const { shopId, before, cookie, url } = await underWay();
    await endSignIn(callbackOf(await pinterest.signIn(url, {})), cookie, TEST_NOW);
    expect((await describeAccounts(shopId, "5678", TEST_NOW)).offered).toMatchObject({
      isMine: false,
    });
    expect(await confirm(shopId, "5678")).toBe("other_user");
    expect((await describeAccounts(shopId, "5678", TEST_NOW)).active).toBeNull();
    expect(await configuration(shopId)).toEqual(before);
  });

  test("a user who refuses", async () => {
    const { shopId, before, cookie, url } = await underWay();
    const back = await pinterest.signIn(url, { decision: "deny" });
    expect(await endSignIn(callbackOf(back), cookie, TEST_NOW)).toMatchObject({ kind: "back" });
    await expectNothing(shopId, before, "denied");
  });

  test("a way back after more than ten minutes", async () => {
    const { shopId, before, cookie, url } = await underWay();
    const back = await pinterest.signIn(url, {});
    await endSignIn(callbackOf(back), cookie, after(10 * MINUTE + 1));
    expect(await pinterest.apiCalls("oauth/token")).toEqual([]);
    await expectNothing(shopId, before, "expired");
  });

  test("a permission that was left out", async () => {
    const { shopId, before, cookie, url } = await underWay();
    const scopes = ["ads:read", "ads:write", "user_accounts:read"];
    await endSignIn(callbackOf(await pinterest.signIn(url, { scopes })), cookie, TEST_NOW);
    await expectNothing(shopId, before, "scopes_missing");
  });

  test("a code that Pinterest does not take", async () => {
    const { shopId, before, cookie, url } = await underWay();
    const { state } = callbackOf(await pinterest.signIn(url, {}));
    await endSignIn({ state, code: "made-up", error: null }, cookie, TEST_NOW);
    await expectNothing(shopId, before, "code_refused");
  });

  test.each([
    { failure: { kind: "broken_before" } as const, because: "the connection breaks" },
    { failure: { kind: "server_error" } as const, because: "Pinterest fails" },
    { failure: { kind: "cut_answer" } as const, because: "the answer breaks off" },
  ])("an exchange in which $because", async ({ failure }) => {
    const { shopId, before, cookie, url } = await underWay();
    const back = await pinterest.signIn(url, {});
    await pinterest.fail({ ...failure, operation: "oauth/token" });
    await endSignIn(callbackOf(back), cookie, TEST_NOW);
    await expectNothing(shopId, before, "unreachable");
  });

  test("an account whose name Pinterest does not tell", async () => {
    const { shopId, before, cookie, url } = await underWay();
    const back = await pinterest.signIn(url, {});
    await pinterest.fail({ kind: "server_error", operation: "user_account/get" });
    await endSignIn(callbackOf(back), cookie, TEST_NOW);
    await expectNothing(shopId, before, "unreachable");
  });

  test("a second account beside an active one, which is discarded", async () => {
    const shopId = await connectedShop();
    await connectAccount(pinterest, shopId, TEST_NOW);
    const before = await configuration(shopId);
    await offerAccount(pinterest, shopId, TEST_NOW, { username: "second_brand" });
    await discardOffer(shopId);
    await discardOffer(shopId);
    expect(await describeAccounts(shopId, STAFF, TEST_NOW)).toMatchObject({
      active: { username: "demo_store" },
      offered: null,
    });
    expect(await configuration(shopId)).toEqual(before);
  });
});

test("sign-ins and offers that nobody confirms are gone after a day, and the active account stays", async () => {
  const shopId = await connectedShop();
  await connectAccount(pinterest, shopId, TEST_NOW);
  await offerAccount(pinterest, shopId, TEST_NOW, { username: "second_brand" });
  expect(await forgetSignIns(after(23 * 60 * MINUTE))).toBe(0);
  expect(await forgetSignIns(after(24 * 60 * MINUTE + 1))).toBe(3);
  expect(await describeAccounts(shopId, STAFF, TEST_NOW)).toMatchObject({
    active: { username: "demo_store" },
    offered: null,
  });
});

const MINUTE = 60_000;

function after(ms: number): Date {
  return new Date(TEST_NOW.getTime() + ms);
}

/** A connected shop whose merchant was sent to Pinterest. */
async function underWay() {
  const shopId = await connectedShop();
  const before = await configuration(shopId);
  return { shopId, before, ...(await setOut(shopId, TEST_NOW)) };
}

async function confirm(shopId: ShopId, user: string): Promise<string> {
  return (await answerAccountForm(shopId, user, { intent: "confirm_account" }, TEST_NOW)).kind;
}

/** Everything that the shop reports with. */
function configuration(shopId: ShopId) {
  return Promise.all([
    db.pinterestConnection.findUniqueOrThrow({ where: { shopId } }),
    db.shop.findUniqueOrThrow({ where: { id: shopId } }),
    db.deliveryLane.findMany({ where: { shopId } }),
  ]);
}

async function expectNothing(shopId: ShopId, before: unknown, lastFailure: string): Promise<void> {
  expect(await describeAccounts(shopId, STAFF, TEST_NOW)).toEqual({
    canConnect: true,
    active: null,
    offered: null,
    lastFailure,
  });
  expect(await configuration(shopId)).toEqual(before);
}
