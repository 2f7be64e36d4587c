import { describe, expect, test } from "vitest";

import { control } from "../support/sandbox-control";
import { eventually } from "../support/stack";
import { useStory } from "../support/story";

const story = useStory("catalog");

describe("a merchant", { timeout: 90_000 }, () => {
  test("finds the catalog read by itself after the installation, and its feed published", async () => {
    const { app, page } = story();
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await page.locator("#app-nav").getByText("Catalog").click();
    await app.getByRole("heading", { name: "Catalog", exact: true }).waitFor();
    await app.getByText("Published", { exact: true }).waitFor({ timeout: 60_000 });
    await app.getByText("The feed has your products as they were").waitFor();
  });

  test("reads what keeps items out, and which", async () => {
    const { app } = story();
    const issues = app.getByText("PRICE_MISSING", { exact: true });
    await issues.waitFor();
    await app.getByRole("button", { name: "Show items" }).first().click();
    const link = app.locator('a[href^="shopify://admin/products/"]').first();
    await link.waitFor();
    expect(await link.textContent()).toMatch(/\d/);
  });

  test("gives Pinterest an address that answers the whole feed", async () => {
    const url = await feedUrl();
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("tab-separated-values");
    const [header, ...rows] = (await response.text()).trimEnd().split("\n");
    expect(header).toMatch(/^id\titem_group_id\ttitle/);
    expect(rows.length).toBeGreaterThan(300);
    const etag = response.headers.get("etag") ?? "";
    const again = await fetch(url, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  test("has it read again for a new price, and can go back to the version before", async () => {
    const { app, stack } = story();
    const url = await feedUrl();
    const feed = async () => (await fetch(url)).text();
    expect(await feed()).not.toContain("\t23.45 USD");
    await control(stack.sandbox.adminUrl, "POST", "products/price", {
      product: "Stoneware Mug",
      price: "23.45",
    });
    await app.getByRole("button", { name: "Read the catalog now" }).click();
    await eventually("the feed has the price", async () =>
      (await feed()).includes("\t23.45 USD") ? true : undefined,
    );
    await app.getByRole("button", { name: /^Publish the version of .* again$/ }).click();
    await app.getByText("The earlier version is published again").waitFor();
    expect(await feed()).not.toContain("\t23.45 USD");
  });

  test("takes another format, and reads the catalog again", async () => {
    const { app } = story();
    await app.getByLabel("Format").selectOption("xml");
    await app.getByText("The format changes with the next version").waitFor();
    await eventually("the feed is XML", async () => {
      const response = await fetch(await feedUrl());
      return (await response.text()).startsWith("<?xml") || undefined;
    });
  });

  test("met no fault on any page", () => {
    expect(story().faults).toEqual([]);
  });
});

function feedUrl(): Promise<string> {
  return story().app.getByLabel("Address for Pinterest").inputValue();
}
