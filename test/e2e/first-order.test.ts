import { appendFile, rm } from "node:fs/promises";
import path from "node:path";

import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";

import { DEMO_AD_ACCOUNT_ID, DEMO_TOKEN } from "../../sandbox/pinterest/server";
import { askDatabase } from "../support/ask-database";
import { USER_AGENT } from "../support/browser";
import { findLeaks, personalValues, stackTexts } from "../support/leaks";
import { assertValidEventsBody } from "../support/pinterest-schema";
import { control, receivedBodies, receivedEvents } from "../support/sandbox-control";
import { eventually, type Stack } from "../support/stack";
import { useStory } from "../support/story";

const TAG_ID = "2612345678901";

const story = useStory("first-order");
let stack: Stack;
let page: Page;
let app: FrameLocator;
let faults: string[];
beforeAll(() => {
  ({ stack, page, app, faults } = story());
});

describe("a merchant", () => {
  test("installs the app and is asked to connect Pinterest", async () => {
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await app.getByText("Pinterest is not connected.").first().waitFor();
  });

  test("is told beside the field what is wrong with it", async () => {
    await openSettings();
    await app.getByLabel("Tag id").fill("26 12");
    await app.getByLabel("Ad account id").fill("");
    await page.locator("#save-bar-save").click();
    await app.getByText("A tag id has 6 to 20 digits and nothing else.").waitFor();
    await app.getByText("Enter the ad account id.").waitFor();
    await app.getByText("Enter a conversion access token.", { exact: true }).waitFor();
  });

  test("is told by the connection test that the token is wrong", async () => {
    await fillIn(`${DEMO_TOKEN}_misspelt`);
    await testConnection();
    await app.getByText("Pinterest does not accept the conversion access token (401).").waitFor();
  });

  test("saves the right token, which is accepted and never shown again", async () => {
    await fillIn(DEMO_TOKEN);
    await testConnection();
    await app.getByText("Pinterest accepted the test event.").waitFor();
    await app.getByText(`••••${DEMO_TOKEN.slice(-4)}`).waitFor();
    expect(await app.locator("html").innerHTML()).not.toContain(DEMO_TOKEN);
  });

  test("sees an order accepted by Pinterest and listed as delivered", async () => {
    await page.locator("#app-nav").getByText("Home").click();
    await app.getByText("Pinterest is connected.").waitFor();
    await page.locator("#place-order").click();

    const event = await eventually("the event is at Pinterest", async () => {
      const [received] = await receivedEvents(stack.sandbox.pinterestUrl);
      return received;
    });
    expect(event).toMatchObject({ eventName: "checkout", result: { status: "processed" } });
    await page.locator(`#received-events li[data-event-id="${event.eventId}"]`).waitFor();
    await app.getByText("Delivered").first().waitFor();
  });

  test("still has orders reported, and reads what is missing, where Shopify shares less", async () => {
    const { adminUrl, pinterestUrl } = stack.sandbox;
    const hidden = { email: false, phone: false, name: false, address: false };
    await control(adminUrl, "PUT", "protected-fields", hidden);
    const orders = 20;
    for (let order = 1; order <= orders; order += 1) {
      await control(adminUrl, "POST", "orders", { seed: `hidden-${order}`, country: "US" });
    }
    await eventually("all of them are at Pinterest", async () =>
      (await receivedEvents(pinterestUrl)).length === 1 + orders ? true : undefined,
    );
    const events = (await receivedEvents(pinterestUrl)).slice(1);
    expect(events.filter(({ result }) => result.status !== "processed")).toEqual([]);
    expect(events.filter(({ event }) => event.user_data.em !== undefined)).toEqual([]);
    await app.getByText("Some customer data is not shared with the app").waitFor();
  });

  test("has no buyer's data and no token in any table or log file", async () => {
    const values = [...personalValues(await placedOrder()), DEMO_TOKEN];
    expect(values.length).toBeGreaterThan(10);
    expect(await findLeaks(stackTexts(stack), values)).toEqual([]);
  });

  test("would have them found there, wherever they were", async () => {
    const [email = ""] = personalValues(await placedOrder()).filter((text) => text.includes("@"));
    const planted = path.join(stack.logDir, "planted.log");
    await appendFile(planted, `{"msg":"an order of ${email}"}\n`);
    await query(`UPDATE shops SET name = '${email}'`);
    const leaks = await findLeaks(stackTexts(stack), [email]);
    await rm(planted);
    await query("UPDATE shops SET name = NULL");

    expect(leaks.map(({ place }) => place).toSorted()).toEqual(["planted.log", "public.shops"]);
  });

  test("loses nothing but the session and the token by uninstalling", async () => {
    const stolen = await freshIdToken();
    await page.getByRole("button", { name: "Uninstall" }).click();
    await eventually("the uninstall has arrived", async () => {
      const [uninstall] = (await deliveries()).filter(({ topic }) => topic === "app/uninstalled");
      return uninstall?.state === "delivered" || undefined;
    });

    const answer = await fetch(`${stack.appUrl}/app?_data=routes%2Fapp._index&index`, {
      headers: { authorization: `Bearer ${stolen}`, "user-agent": USER_AGENT },
      redirect: "manual",
    });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("#");
  });

  test("finds the settings back after installing again, and is asked for the token", async () => {
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByText("Pinterest is not connected.").first().waitFor();
    await openSettings();
    expect(await app.getByLabel("Tag id").inputValue()).toBe(TAG_ID);
    expect(await app.getByLabel("Ad account id").inputValue()).toBe(DEMO_AD_ACCOUNT_ID);
    expect(await app.getByLabel("Conversion access token").inputValue()).toBe("");
    await app.getByText("The ids are still here, but the conversion access token").waitFor();
  });

  test("met no fault on any page", () => {
    expect(faults).toEqual([]);
  });

  test("sent nothing but what Pinterest's published description takes", async () => {
    const bodies = await receivedBodies(stack.sandbox.pinterestUrl);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) assertValidEventsBody(body);
  });
});

/** The body of the one order that was placed. */
async function placedOrder(): Promise<unknown> {
  const { adminUrl, pinterestUrl } = stack.sandbox;
  const [received] = await receivedEvents(pinterestUrl);
  const orderId = received?.event.custom_data?.order_id;
  const order = await control<{ body: string }>(adminUrl, "GET", `orders/${orderId}`);
  return JSON.parse(order.body);
}

function query(sql: string): Promise<unknown> {
  return askDatabase(stack, sql);
}

async function openSettings(): Promise<void> {
  await page.locator("#app-nav").getByText("Settings").click();
  await app.getByRole("heading", { name: "Settings" }).waitFor();
  await app.getByRole("link", { name: "Pinterest connection" }).click();
  await app.getByRole("heading", { name: "Pinterest connection" }).waitFor();
}

async function fillIn(token: string): Promise<void> {
  await app.getByLabel("Tag id").fill(TAG_ID);
  await app.getByLabel("Ad account id").fill(DEMO_AD_ACCOUNT_ID);
  await app.getByLabel("Conversion access token").fill(token);
  await page.locator("#save-bar-save").click();
  await app.getByText(`••••${token.slice(-4)}`).waitFor();
}

async function testConnection(): Promise<void> {
  await app.getByRole("button", { name: "Test connection" }).click();
}

type Delivery = { topic: string; state: string };

async function deliveries(): Promise<Delivery[]> {
  const { adminUrl } = stack.sandbox;
  return (await control<{ deliveries: Delivery[] }>(adminUrl, "GET", "deliveries")).deliveries;
}

async function freshIdToken(): Promise<string> {
  const { adminUrl } = stack.sandbox;
  return (await control<{ idToken: string }>(adminUrl, "POST", "id-token", {})).idToken;
}
