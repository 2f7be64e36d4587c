import { readFile } from "node:fs/promises";

import { describe, expect, test } from "vitest";

import type { WithTextDates } from "~/components/wire-dates";
import type { ConversionsPage, PastOrdersPage } from "~/conversions/conversions-page";
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
    await placeYesterdaysOrder(4);
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await openConversions();
    await app.getByText("No order and no event has come in yet.").waitFor();
    await openPastOrders();
    await app.getByText("No Pinterest account is connected, so nothing can be sent.").waitFor();
  });

  test("checks past orders and reads what would become of them", async () => {
    const { app, stack } = story();
    // Not connected yet: these are left out, and wait for a backfill.
    for (const number of [1, 2, 3]) await placeYesterdaysOrder(number);
    await connectShop(stack);
    await openPastOrders();
    await app.getByRole("button", { name: "Check first" }).click();
    await app.getByText("Would be sent").waitFor();
    await app.getByRole("button", { name: "Send 4 orders" }).waitFor();
    expect(await receivedEvents(stack.sandbox.pinterestUrl)).toEqual([]);
  });

  test("reads why an order from before the installation is missing, and where to send it", async () => {
    const { app } = story();
    await openConversions();
    await app.getByRole("link", { name: "Explain" }).click();
    await app.getByLabel("Order or event").fill("#1004");
    await app.getByRole("button", { name: "Explain" }).click();
    await app.getByText("It was placed before the app was installed").waitFor();
    await app.getByText("Would be sent").waitFor();
    await app.getByRole("link", { name: "Past orders" }).click();
    await app.getByRole("button", { name: "Send 4 orders" }).waitFor();
  });

  test("sends them, and finds nothing left to send", async () => {
    const { app, stack } = story();
    await app.getByRole("button", { name: "Send 4 orders" }).click();
    await app.getByText("On their way to Pinterest").waitFor();
    await eventually("all are at Pinterest", async () => {
      const events = await receivedEvents(stack.sandbox.pinterestUrl);
      return events.length === 4 || undefined;
    });
    await app.getByRole("button", { name: "Check first" }).click();
    await app.getByText("There is nothing to send").waitFor();
    await app.getByText("Already reported").waitFor();
  });

  test("sends what Pinterest refused again, with the keyboard alone", async () => {
    const { app, page, stack } = story();
    await refuseOne("refused");
    await reload();
    await app.getByLabel("View", { exact: true }).focus();
    await page.keyboard.type("Refused by");
    await app.getByRole("button", { name: "Send all of this filter again" }).waitFor();
    await app.getByRole("checkbox").last().focus();
    await page.keyboard.press("Space");
    await app.getByRole("button", { name: "Send again", exact: true }).first().focus();
    await page.keyboard.press("Enter");
    const confirm = app.getByRole("dialog").getByRole("button", { name: "Send again" });
    await confirm.focus();
    await page.keyboard.press("Enter");
    await app.getByText("On their way to Pinterest again: 1.").waitFor();
    await app.getByText("Nothing fits this filter.").waitFor();
    await eventually("Pinterest took it", async () => {
      const events = await receivedEvents(stack.sandbox.pinterestUrl);
      return events.filter(({ result }) => result.status === "processed").length === 5 || undefined;
    });
  });

  test("reads on an order's page what Pinterest answered each time", async () => {
    const { app } = story();
    await app.getByLabel("View", { exact: true }).selectOption({ label: "Orders" });
    await app.getByRole("link", { name: /^#/ }).first().click();
    await app.getByRole("heading", { name: "Attempts" }).waitFor();
    await app.getByText("Pinterest refused this event").waitFor();
    await app.getByText("Pinterest took the event.").waitFor();
    await app.getByText("Yes, not shown").first().waitFor();
  });

  test("sends one again from its own page, and all of a filter from the list", async () => {
    const { app } = story();
    await refuseOne("one");
    await openView("Refused by Pinterest");
    await app.getByRole("link", { name: /^#/ }).first().click();
    await app.getByRole("button", { name: "Send again" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
    await app.getByText("On their way to Pinterest again: 1.").waitFor();
    await refuseOne("all");
    await openView("Refused by Pinterest");
    await app.getByRole("button", { name: "Send all of this filter again" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
    await app.getByText("On their way to Pinterest again: 1.").waitFor();
  });

  test("downloads the events of a filter, and what was decided", async () => {
    await openView("Orders");
    // Delivered, so in no view of what was refused.
    await story().app.getByRole("link", { name: "#1004" }).first().waitFor();
    const events = await download("Download this filter as CSV");
    expect(events[0]).toContain("event_name,event_id");
    expect(events).toHaveLength(8);
    const decisions = await download("Download CSV");
    expect(decisions[0]).toContain("order_id");
    expect(decisions).toHaveLength(8);
  });

  test("saves a filter as a view, finds it again, and deletes it", async () => {
    const { app } = story();
    await openConversions();
    await app.getByLabel("State", { exact: true }).selectOption("held");
    await app.getByText("Nothing fits this filter.").waitFor();
    await app.getByRole("button", { name: "Save view" }).click();
    await app.getByLabel("Name of the view").fill("Held ones");
    await app.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByText("The view is saved.").waitFor();
    await openView("Held ones");
    await app.getByText("Nothing fits this filter.").waitFor();
    await app.getByRole("button", { name: "Delete view" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Delete view" }).click();
    await app.getByText("The view is deleted.").waitFor();
  });

  test("reads why an order went, and what to do about one that is unknown", async () => {
    const { app } = story();
    await openConversions();
    await app.getByRole("link", { name: "Explain" }).click();
    await app.getByLabel("Order or event").fill("#4711");
    await app.getByRole("button", { name: "Explain" }).click();
    await app.getByText("Shopify shows it no such order").waitFor();
    const { page } = await readPage(DEMO_SHOP);
    await app.getByLabel("Order or event").fill(page.events[0]?.orderName ?? "");
    await app.getByRole("button", { name: "Explain" }).click();
    await app.getByText("Pinterest took the order").waitFor();
  });

  test("is told where there is no such event, with the way back", async () => {
    const { app } = story();
    await app.locator("body").evaluate((body) => {
      body.ownerDocument.defaultView?.history.pushState(null, "", "/app/conversions/events/999999");
      body.ownerDocument.defaultView?.dispatchEvent(new PopStateEvent("popstate"));
    });
    await app.getByRole("heading", { name: "Not found" }).waitFor();
    await app.getByRole("link", { name: "Back to the list" }).click();
    await app.getByLabel("View", { exact: true }).waitFor();
    story().faults.splice(0);
  });

  test("keeps what is theirs from another shop's merchant", async () => {
    const { stack } = story();
    const other = "other.myshopify.com";
    await refuseOne("theirs");
    const { page } = await readPage(DEMO_SHOP, "?state=dead_letter");
    const [letter] = page.events;
    const { eventId, orderId, rowId } = letter ?? {};
    const { backfills } = await readPast(DEMO_SHOP);
    const runId = backfills.check?.id ?? "";
    expect([eventId, orderId, rowId, runId]).not.toContain(undefined);
    await press(DEMO_SHOP, { intent: "save_view", name: "Mine", query: "state=held" });
    const [view] = (await readPage(DEMO_SHOP)).views;

    await control(stack.sandbox.adminUrl, "POST", "shops", { domain: other });
    await installApp(stack, other);
    expect(await readPage(other)).toMatchObject({ page: { events: [] }, views: [] });
    expect(await readPage(other, `?event=${eventId}`)).toMatchObject({ page: { events: [] } });
    expect(await readPast(other)).toMatchObject({ backfills: { check: null, send: null } });
    for (const path of [`events/${rowId}`, `orders/${orderId}`]) {
      const headers = await merchantHeaders(stack, other);
      const answer = await fetch(`${stack.appUrl}/app/conversions/${path}`, { headers });
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain(eventId);
    }
    const events = JSON.stringify([{ eventId, eventName: "checkout" }]);
    for (const form of [
      { intent: "cancel", runId },
      { intent: "send", checkId: runId },
      { intent: "delete_view", id: view?.id ?? "" },
      { intent: "redrive_one", eventId: eventId ?? "", eventName: "checkout" },
      { intent: "redrive_selected", events },
    ]) {
      await press(other, form, 404);
    }
    const all = await press(other, { intent: "redrive_filter", query: "state=dead_letter" });
    expect(all).toMatchObject({ result: { redriven: 0 } });
    for (const path of [
      "/app/decisions?first=2020-01-01&last=2040-01-01",
      "/app/conversions/export",
    ]) {
      const file = await ask(other, path);
      expect((await file.text()).trim().split(/\r?\n/)).toHaveLength(1);
    }
    const after = await readPage(DEMO_SHOP, "?state=dead_letter");
    expect(after).toMatchObject({ page: { events: [{ eventId }] }, views: [view] });
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

/** The list's data, as a shop's merchant is given it. */
async function readPage(shop: string, query = "?"): Promise<WithTextDates<ConversionsPage>> {
  return (await ask(shop, `/app/conversions${query}&_data=routes%2Fapp.conversions`)).json();
}

async function readPast(shop: string): Promise<WithTextDates<PastOrdersPage>> {
  const page = "/app/conversions/past-orders?_data=routes%2Fapp.conversions_.past-orders";
  return (await ask(shop, page)).json();
}

async function press(shop: string, form: Record<string, string>, status = 200): Promise<unknown> {
  const init = { method: "POST", body: new URLSearchParams(form) };
  return (await ask(shop, PAGE, init, status)).json();
}

async function ask(
  shop: string,
  path: string,
  init: RequestInit = {},
  status = 200,
): Promise<Response> {
  const { stack } = story();
  const headers = await merchantHeaders(stack, shop);
  const answer = await fetch(`${stack.appUrl}${path}`, { ...init, headers });
  expect(answer.status).toBe(status);
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

/** An order that Pinterest refuses, once. */
async function refuseOne(seed: string): Promise<void> {
  const { stack } = story();
  const partial = { kind: "partial", everyNth: 1, calls: 1 };
  await control(stack.sandbox.pinterestUrl, "POST", "failures", partial);
  await placeOrder(stack, seed);
  await eventually("it is refused", async () => {
    const { page } = await readPage(DEMO_SHOP, "?state=dead_letter");
    return page.events.length > 0 || undefined;
  });
}

/** What a button downloads, by lines. */
async function download(name: string): Promise<string[]> {
  const { app, page } = story();
  const button = app.getByRole("button", { name });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return (await readFile(await file.path(), "utf8")).trim().split(/\r?\n/);
}

async function openConversions(): Promise<void> {
  const { app, page } = story();
  await page.locator("#app-nav").getByText("Conversions").click();
  await app.getByRole("heading", { name: "Conversions" }).waitFor();
}

async function openView(name: string): Promise<void> {
  await reload();
  await story().app.getByLabel("View", { exact: true }).selectOption({ label: name });
}

async function openPastOrders(): Promise<void> {
  await openConversions();
  await story().app.getByRole("link", { name: "Past orders" }).click();
  await story().app.getByRole("heading", { name: "Past orders" }).first().waitFor();
}

/** Opens the page anew, as a merchant who comes back to it. */
async function reload(): Promise<void> {
  await story().page.locator("#app-nav").getByText("Home").click();
  await story().app.getByRole("heading", { name: "Home" }).waitFor();
  await openConversions();
}
