import { readFile } from "node:fs/promises";

import type { FrameLocator, Page, Request } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";

import { DEMO_AD_ACCOUNT_ID, DEMO_TOKEN } from "../../sandbox/pinterest/server";
import type { ReceivedCall } from "../../sandbox/pinterest/received";
import { DEMO_SHOP } from "../../sandbox/shopify/desk";
import { keepPicture, openAppPage } from "../support/app-pages";
import { violationsOf } from "../support/axe";
import { placeOrder, saveSettings } from "../support/merchant";
import { control, receivedEvents } from "../support/sandbox-control";
import type { Stack } from "../support/stack";
import { useStory } from "../support/story";

const story = useStory("diagnostics");
let stack: Stack;
let page: Page;
let app: FrameLocator;
const streams: Request[] = [];
beforeAll(() => {
  ({ stack, page, app } = story());
  page.on("request", (request) => {
    if (isStream(request)) streams.push(request);
  });
});

describe("the live view", () => {
  test("shows an order as it comes in, without a reload", async () => {
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    const [shop, adAccountId, conversionToken] = [DEMO_SHOP, DEMO_AD_ACCOUNT_ID, DEMO_TOKEN];
    await saveSettings(stack, { shop, adAccountId, conversionToken });
    await page.locator("#app-nav").getByText("Diagnostics").click();
    await app.getByRole("heading", { name: "Live events" }).waitFor();
    await app.getByText("No event came in the last 15 minutes.").waitFor();
    await placeOrder(stack, "live");
    await liveRow("Delivered").waitFor();
    expect(await rows().count()).toBe(1);
  });

  test("goes on by itself when its stream has ended, and keeps what it showed", async () => {
    if (streams.length === 1) await page.waitForEvent("request", isStream);
    const [first, second] = streams.map((request) => request.headers());
    expect(first?.["authorization"]).toMatch(/^Bearer /);
    expect(second?.["authorization"]).toMatch(/^Bearer /);
    expect(second?.["last-event-id"]).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(streams.map((request) => new URL(request.url()).search)).toEqual(streams.map(() => ""));
    await placeOrder(stack, "after-the-stream");
    await liveRow("Delivered").nth(1).waitFor();
    expect(await rows().count()).toBe(2);
  });

  test("stands still while it is paused", async () => {
    await app.getByRole("button", { name: "Pause" }).click();
    await app.getByText("The view is paused.").first().waitFor();
    await Promise.all([
      page.waitForEvent("request", isStream),
      app.getByRole("button", { name: "Resume" }).click(),
    ]);
    expect(await rows().count()).toBe(2);
  });
});

test("a test event is sent from the page, and Pinterest's answer is told", async () => {
  await app.getByRole("button", { name: "Send test event" }).click();
  await app.getByText("Pinterest took the test event.").waitFor();
  expect((await calls()).at(-1)).toMatchObject({ test: true, status: 200 });
});

test("an order in test mode ends as tested, and Pinterest records none of it", async () => {
  await switchTo("Test");
  await app.getByText("Test mode is on").waitFor();
  await placeOrder(stack, "as-a-test");
  await liveRow("Tested").waitFor();
  expect((await calls()).at(-1)).toMatchObject({ test: true, status: 200 });
  expect(await receivedEvents(stack.sandbox.pinterestUrl)).toHaveLength(2);
});

test("an order in shadow mode is compared and never sent", async () => {
  const before = (await calls()).length;
  await switchTo("Shadow");
  await app.getByText("Shadow mode is on").waitFor();
  await placeOrder(stack, "in-shadow");
  await liveRow("Shadowed").waitFor();
  await app.getByText("Orders: 1. Would have been reported: 1").waitFor();
  expect(await calls()).toHaveLength(before);
});

test("the support file is downloaded and holds no token", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    app.getByRole("button", { name: "Download support file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("pin-relay-support.json");
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ sending: { mode: "shadow" } });
  expect(text).not.toContain(DEMO_TOKEN);
});

test("what was recorded in another mode stays unsent in real mode", async () => {
  await switchTo("Real");
  await app.getByText("Shadow mode is on").waitFor({ state: "detached" });
  await placeOrder(stack, "real-again");
  await liveRow("Delivered").nth(2).waitFor();
  expect(await receivedEvents(stack.sandbox.pinterestUrl)).toHaveLength(3);
});

test.each([1280, 360])("axe finds nothing on the page, %i pixels wide", async (width) => {
  await page.setViewportSize({ width, height: 900 });
  const frame = await openAppPage(story(), { path: "/app/diagnostics" });
  await frame.getByRole("listitem").filter({ hasText: "Tested" }).waitFor();
  await keepPicture(story(), frame, `diagnostics-${width}`);
  expect(await violationsOf(page)).toEqual([]);
});

test("met no fault on the page", () => {
  expect(story().faults).toEqual([]);
});

function isStream(request: Request): boolean {
  return new URL(request.url()).pathname === "/app/diagnostics/live";
}

function rows() {
  return app.getByRole("list", { name: "Live events" }).getByRole("listitem");
}

function liveRow(state: string) {
  return rows().filter({ has: app.getByText(state, { exact: true }) });
}

async function switchTo(mode: string): Promise<void> {
  const choice = app.getByRole("radio", { name: mode });
  await choice.focus();
  await page.keyboard.press("Space");
  expect(await choice.isChecked()).toBe(true);
  await app.getByRole("button", { name: "Switch mode" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Switch mode" }).click();
}

async function calls(): Promise<ReceivedCall[]> {
  const { pinterestUrl } = stack.sandbox;
  return (await control<{ calls: ReceivedCall[] }>(pinterestUrl, "GET", "calls")).calls;
}
