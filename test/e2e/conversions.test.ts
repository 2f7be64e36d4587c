import { readFile } from "node:fs/promises";

import { describe, expect, test } from "vitest";

import type { WithTextDates } from "~/components/wire-dates";
import type { ConversionsPage } from "~/conversions/conversions-page";
import { DAY_MS } from "~/time";

import { DEMO_SHOP } from "../../sandbox/shopify/desk";
import { makeOrder } from "../../sandbox/shopify/order-maker";
import { USER_AGENT } from "../support/browser";
import { connectShop, installApp, merchantHeaders, placeOrder } from "../support/merchant";
import { control, receivedEvents } from "../support/sandbox-control";
import { eventually } from "../support/stack";
import { useStory } from "../support/story";

const story = useStory("conversions");

describe("a merchant", () => {
  test("finds the page in the app's menu, and is told what is not there yet", async () => {
    const { app, page } = story();
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await openConversions();
    await app.getByText("No order has come in yet.").waitFor();
    await app.getByText("Pinterest has refused nothing.").waitFor();
    await app.getByText("No Pinterest account is connected, so nothing can be sent.").waitFor();
  });

  test("checks past orders and reads what would become of them", async () => {
    const { app, stack } = story();
    // Not connected yet: these are left out, and wait for a backfill.
    for (const number of [1, 2, 3]) await placeYesterdaysOrder(number);
    await connectShop(stack);
    await reload();
    await app.getByRole("button", { name: "Check first" }).click();
    await app.getByText("Would be sent").waitFor();
    await app.getByRole("button", { name: "Send 3 orders" }).waitFor();
    expect(await receivedEvents(stack.sandbox.pinterestUrl)).toEqual([]);
  });

  test("sends them, and finds nothing left to send", async () => {
    const { app, stack } = story();
    await app.getByRole("button", { name: "Send 3 orders" }).click();
    await app.getByText("On their way to Pinterest").waitFor();
    await eventually("all are at Pinterest", async () => {
      const events = await receivedEvents(stack.sandbox.pinterestUrl);
      return events.length === 3 || undefined;
    });
    await app.getByRole("button", { name: "Check first" }).click();
    await app.getByText("There is nothing to send").waitFor();
    await app.getByText("Already reported").waitFor();
  });

  test("sends what Pinterest refused again", async () => {
    const { app, stack } = story();
    const { pinterestUrl } = stack.sandbox;
    await control(pinterestUrl, "POST", "failures", { kind: "partial", everyNth: 1, calls: 1 });
    await placeOrder(stack, "refused");
    await eventually("it is refused", async () => {
      await reload();
      return (await app.getByRole("button", { name: /^Send .* again$/ }).count()) > 0 || undefined;
    });
    await app.getByRole("button", { name: "Send all again (1)" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
    await app.getByText("On their way to Pinterest again: 1.").waitFor();
    await app.getByText("Pinterest has refused nothing.").waitFor();
  });

  test("downloads what was decided", async () => {
    const { app, page } = story();
    const button = app.getByRole("button", { name: "Download CSV" });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split(/\r?\n/);
    expect(lines[0]).toContain("order_id");
    expect(lines).toHaveLength(5);
  });

  test("lists the orders of one state", async () => {
    const { app } = story();
    await app.getByLabel("State", { exact: true }).selectOption("held");
    await app.getByText("No order stands in this state.").waitFor();
    await app.getByLabel("State", { exact: true }).selectOption("delivered");
    await app.getByText("Pinterest took the order").first().waitFor();
  });

  test("keeps what is theirs from another shop's merchant", async () => {
    const { stack } = story();
    const other = "other.myshopify.com";
    await control(stack.sandbox.pinterestUrl, "POST", "failures", {
      kind: "partial",
      everyNth: 1,
      calls: 1,
    });
    await placeOrder(stack, "theirs");
    const { backfills, ledger, letters } = await eventually("it is refused", async () => {
      const page = await readPage(DEMO_SHOP);
      return page.letters.count === 1 ? page : undefined;
    });
    const [letter, runId] = [letters.shown[0]?.eventId ?? "", backfills.check?.id ?? ""];
    expect([letter, runId]).not.toContain("");
    expect(ledger.lines.length).toBeGreaterThan(3);

    await control(stack.sandbox.adminUrl, "POST", "shops", { domain: other });
    await installApp(stack, other);
    expect(await readPage(other)).toMatchObject({
      backfills: { check: null, send: null },
      ledger: { lines: [] },
      letters: { shown: [], count: 0 },
    });
    expect(await press(other, { intent: "cancel", runId })).toEqual({ kind: "already_over" });
    expect(await press(other, { intent: "send", checkId: runId })).toEqual({ kind: "not_checked" });
    for (const form of [
      { intent: "redrive_one", eventId: letter, eventName: "checkout" },
      { intent: "redrive_all", reason: "" },
    ]) {
      expect(await press(other, form)).toMatchObject({ result: { redriven: 0 } });
    }
    const file = await ask(other, "/app/decisions?first=2020-01-01&last=2040-01-01");
    expect((await file.text()).trim().split(/\r?\n/)).toHaveLength(1);
    expect((await readPage(DEMO_SHOP)).letters.count).toBe(1);
  });

  test("met no fault on any page", () => {
    expect(story().faults).toEqual([]);
  });
});

test("nobody downloads decisions without a session token", async () => {
  const answer = await fetch(
    `${story().stack.appUrl}/app/decisions?first=2026-01-01&last=2026-01-02`,
    { headers: { "user-agent": USER_AGENT }, redirect: "manual" },
  );
  expect(answer.status).not.toBe(200);
  expect(await answer.text()).not.toContain("order_id");
});

const PAGE = "/app/conversions?_data=routes%2Fapp.conversions";

/** The page's data, as a shop's merchant is given it. */
async function readPage(shop: string): Promise<WithTextDates<ConversionsPage>> {
  return (await ask(shop, PAGE)).json();
}

async function press(shop: string, form: Record<string, string>): Promise<unknown> {
  return (await ask(shop, PAGE, { method: "POST", body: new URLSearchParams(form) })).json();
}

async function ask(shop: string, path: string, init: RequestInit = {}): Promise<Response> {
  const { stack } = story();
  const headers = await merchantHeaders(stack, shop);
  const answer = await fetch(`${stack.appUrl}${path}`, { ...init, headers });
  expect(answer.status).toBe(200);
  return answer;
}

/** An order that was made a day ago, and whose webhook comes now. */
async function placeYesterdaysOrder(number: number): Promise<void> {
  const order = makeOrder({
    seed: "yesterday",
    number,
    shopDomain: DEMO_SHOP,
    currency: "USD",
    country: "US",
    now: new Date(Date.now() - DAY_MS),
  });
  const { adminUrl } = story().stack.sandbox;
  await control(adminUrl, "POST", "orders", { body: JSON.stringify(order) });
}

async function openConversions(): Promise<void> {
  const { app, page } = story();
  await page.locator("#app-nav").getByText("Conversions").click();
  await app.getByRole("heading", { name: "Conversions" }).waitFor();
}

/** Opens the page anew, as a merchant who comes back to it. */
async function reload(): Promise<void> {
  await story().page.locator("#app-nav").getByText("Home").click();
  await story().app.getByRole("heading", { name: "Home" }).waitFor();
  await openConversions();
}
