import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";

import { DEMO_SHOP } from "../../sandbox/shopify/desk";
import { storefrontUrl } from "../../sandbox/storefront/server";
import { connectAccount } from "../support/merchant";
import type { Stack } from "../support/stack";
import { buyMug, Shopper } from "../support/storefront";
import { useStory } from "../support/story";

const story = useStory("setup-guide");
let stack: Stack;
let page: Page;
let app: FrameLocator;
beforeAll(() => {
  ({ stack, page, app } = story());
});

test("the set-up guide meets a merchant with every step undone, and one thing to do first", async () => {
  await page.getByRole("button", { name: "Install app" }).click();
  await app.getByText("Steps done: 0 of 6").waitFor();
  await app.getByText("Pinterest is not connected.").first().waitFor();
  expect(await app.locator(".Polaris-Button--variantPrimary").count()).toBe(1);
});

test("its steps check themselves: the account, a test event, the pixel, the feed", async () => {
  await connectAccount(stack, DEMO_SHOP);
  await app.getByText("Connect your Pinterest account").waitFor({ state: "detached" });
  await app
    .getByRole("link", { name: "Open connection settings: Have a test event accepted" })
    .click();
  await app.getByRole("button", { name: "Test connection" }).click();
  await app.getByText("Pinterest accepted the test event.").waitFor();
  await openHome();
  await app.getByText("Send a test event").waitFor({ state: "detached" });
  await app.getByText("Save the settings once more").waitFor({ state: "detached" });
  await app.getByText("Register the feed at Pinterest").waitFor({ state: "detached" });
  await app.getByText("Steps done: 3 of 6").waitFor();
});

test("consent is reviewed when the merchant says so", async () => {
  await app.getByRole("link", { name: "Open privacy settings: Review consent" }).click();
  await app.getByRole("button", { name: "These settings are right" }).click();
  await app.getByText("Privacy settings confirmed").waitFor();
  await openHome();
  await app.getByText("Read what happens to an order").waitFor({ state: "detached" });
});

test("an order that both sides report is the last step", async () => {
  const shopper = await Shopper.enter(browserOf(page), stack);
  const shop = await shopper.context.newPage();
  await buyMug(shop, storefrontUrl(stack.sandbox.adminUrl, DEMO_SHOP));
  await app.getByText("Steps done: 6 of 6").waitFor();
  await app.getByText("Everything is set up.").waitFor();
  await shopper.context.close();
});

test("hidden, it stays hidden, until the merchant wants it back", async () => {
  await app.getByRole("button", { name: "Hide the set-up guide" }).click();
  await app.getByText("Everything is set up.").waitFor({ state: "detached" });
  await page.locator("#app-nav").getByText("Settings").click();
  await app.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
  await page.locator("#app-nav").getByText("Home").click();
  await app.getByRole("heading", { name: "How it stands" }).waitFor();
  expect(await app.getByText("Everything is set up.").count()).toBe(0);
  await app.getByRole("button", { name: "Show the set-up guide" }).click();
  await app.getByText("Everything is set up.").waitFor();
  expect(story().faults).toEqual([]);
});

function browserOf(opened: Page) {
  const browser = opened.context().browser();
  if (!browser) throw new Error("The page has no browser");
  return browser;
}

async function openHome(): Promise<void> {
  await page.locator("#app-nav").getByText("Home").click();
  await app.getByText("Set-up guide").first().waitFor();
}
