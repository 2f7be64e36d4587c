import { describe, expect, test } from "vitest";

import { askDatabase } from "../support/ask-database";
import { control } from "../support/sandbox-control";
import { eventually } from "../support/stack";
import { useStory } from "../support/story";

const story = useStory("catalog");

describe("a merchant", () => {
  test("finds the catalog read by itself after the installation, and its feed published", async () => {
    const { app, page } = story();
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await page.locator("#app-nav").getByText("Catalog").click();
    await app.getByRole("heading", { name: "Catalog", exact: true, level: 1 }).waitFor();
    await app.getByText("Published", { exact: true }).waitFor();
    await app.getByText("The feed has your products as they were").waitFor();
  });

  test("reads what keeps items out, and which", async () => {
    const { app, page } = story();
    await app.getByText("PRICE_MISSING", { exact: true }).waitFor();
    await app.getByText("Connect a Pinterest account, and the app registers").waitFor();
    await app.getByRole("link", { name: "Show items of PRICE_MISSING" }).click();
    const link = app.locator('a[href^="shopify://admin/products/"]').first();
    await link.waitFor();
    expect(await link.textContent()).toMatch(/\d/);
    await page.locator("#app-nav").getByText("Catalog").click();
    await app.getByRole("heading", { name: "Catalog", exact: true, level: 1 }).waitFor();
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
    await isPublished("tsv", 2);
    expect(await feed()).toContain("\t23.45 USD");
    await app.getByRole("button", { name: /^Publish this one again: / }).click();
    await app.getByText("Columns that change: price").waitFor();
    await app.getByRole("button", { name: "Publish it" }).click();
    await app.getByText("The earlier version is published again").waitFor();
    expect(await feed()).not.toContain("\t23.45 USD");
  });

  test("takes another format, and reads the catalog again", async () => {
    const { app } = story();
    await app.getByLabel("Format").selectOption("xml");
    await app.getByText("The format changes with the next version").waitFor();
    await isPublished("xml", 3);
    const url = await eventually("the page shows the new address", async () => {
      const shown = await feedUrl();
      return shown.endsWith(".xml") ? shown : undefined;
    });
    const answer = await fetch(url);
    expect(await answer.text()).toMatch(/^<\?xml/);
  });

  test("chooses where a column comes from and what is left out, sees what that makes, and saves it", async () => {
    const { app, page } = story();
    await app.getByRole("link", { name: "Items and columns" }).click();
    await app.getByRole("heading", { name: "Items and columns" }).waitFor();
    await app.getByText("products were looked at").waitFor();
    const before = await inFeed();

    await app.getByRole("button", { name: "Add an excluding rule" }).click();
    await app.getByLabel("What").selectOption("type");
    await page.locator("#save-bar-save").click();
    await app.getByText("Fill this in, or remove it.").waitFor();
    await app.getByLabel("Words").fill("Mugs");
    await eventually("the preview counts without mugs", async () =>
      (await inFeed()) < before ? true : undefined,
    );
    const after = await inFeed();

    await app.getByRole("button", { name: "Edit Material" }).click();
    await app.getByRole("button", { name: "Add a source" }).click();
    await app.getByLabel("Source 2 of Material", { exact: true }).selectOption("metafield");
    await app.getByLabel("Text of source 2 of Material").fill("custom.fabric");
    await app.getByText("Metafields that are new here were read").waitFor();
    await app.getByRole("button", { name: "Close Material" }).click();
    await app.getByRole("button", { name: "Edit Brand" }).click();
    await app.getByLabel("Source 1 of Brand", { exact: true }).selectOption("fixed");
    await app.getByLabel("Text of source 1 of Brand").fill("Sandbox & Sons");
    await app.getByText("Sandbox & Sons").first().waitFor();

    await page.locator("#save-bar-save").click();
    await app.getByText("Saved. The catalog is read again").waitFor();
    await isPublished("xml", 4);
    await page.locator("#app-nav").getByText("Catalog").click();
    const feed = await (await fetch(await feedUrl())).text();
    expect(feed.match(/<item>/g)).toHaveLength(after);
    expect(feed.match(/<g:brand>Sandbox &amp; Sons<\/g:brand>/g)).toHaveLength(after);
    expect(feed).toMatch(/<g:material>(Linen|Wool|Cotton|Walnut|Stoneware|Beeswax)<\/g:material>/);
    expect(feed).not.toContain("<g:product_type>Mugs<");
  });

  test("met no fault on any page", () => {
    expect(story().faults).toEqual([]);
  });
});

describe("the catalog of a shop that installed the app", () => {
  test("follows a price: the item is made anew, and waits to be told", async () => {
    const product = "Sold out, sold on";
    await control(story().stack.sandbox.adminUrl, "POST", "products/price", {
      product,
      price: "12.34",
    });
    await eventually("the item has the new price", async () => {
      const [item] = await query(
        `SELECT price FROM catalog_items WHERE price = '12.34 USD' AND "untoldSince" IS NOT NULL`,
      );
      return item;
    });
  });

  test("is read again by the worker that comes after one that was killed", async () => {
    const [before] = await query(`SELECT "checkedAt" FROM feeds`);
    await query(`DELETE FROM catalog_syncs WHERE "isOpen" IS NULL`);
    await query(`INSERT INTO catalog_syncs
      (id, "shopId", kind, cause, phase, "isOpen", "requestedAt", "phaseAt", "touchedAt")
      SELECT gen_random_uuid(), id, 'full', 'merchant', 'queued', true, now(), now(),
             now() - interval '1 minute' FROM shops ON CONFLICT DO NOTHING`);
    await eventually("the sync is under way", async () => {
      const [run] = await query(`SELECT id FROM catalog_syncs WHERE "operationId" IS NOT NULL`);
      return run;
    });
    for (const pid of await story().stack.pidsOf("worker.js")) process.kill(pid, "SIGKILL");
    await eventually("the catalog was read again", async () => {
      const [feed] = await query(`SELECT "checkedAt" FROM feeds WHERE "checkedAt" > $1`, [
        before?.["checkedAt"],
      ]);
      return feed;
    });
    expect((await fetch(await feedUrl())).status).toBe(200);
  });
});

describe("a merchant who sells in another country", { timeout: 120_000 }, () => {
  test("chooses its market, which gets a feed in its language and at its prices", async () => {
    const { app, faults, page, stack } = story();
    await page.locator("#app-nav").getByText("Catalog").click();
    await app.getByRole("link", { name: "Choose markets" }).click();
    await app.getByRole("button", { name: "Allow access" }).click();
    await page.getByRole("button", { name: "Grant" }).click();
    await app.getByLabel("Canada in French").check();
    expect(await app.getByLabel("Kazakhstan in Kazakh").isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByText("The choice is saved").waitFor();
    const fileId = await eventually("the feed is published", async () => {
      const [feed] = await query(
        `SELECT "fileId" FROM feeds WHERE country = 'CA' AND "currentVersionId" IS NOT NULL`,
      );
      return feed && String(feed["fileId"]);
    });
    const answer = await fetch(`${stack.appUrl}/feeds/${fileId}.tsv`);
    expect(await answer.text()).toMatch(/\/fr-ca\/products\/tablier-en-lin\S*\t.* CAD\t/);
    expect(faults).toEqual([]);
  });
});

/** Until so many versions were made, of which the published one is in this format. */
async function isPublished(format: string, versions: number): Promise<void> {
  await eventually(`version ${versions} is published`, async () => {
    const [found] = await query(
      `SELECT v.format, (SELECT count(*)::int FROM feed_versions) AS versions
         FROM feeds f JOIN feed_versions v ON v.id = f."currentVersionId"`,
    );
    return (found?.["format"] === format && found["versions"] === versions) || undefined;
  });
}

/** How many items the preview says would be in the feed. */
async function inFeed(): Promise<number> {
  const figure = story().app.getByText("In the feed", { exact: true }).first();
  return Number((await figure.locator("xpath=../*[2]").innerText()).replaceAll(",", ""));
}

function feedUrl(): Promise<string> {
  return story().app.getByLabel("Address for Pinterest").inputValue();
}

function query(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  return askDatabase(story().stack, text, values);
}
