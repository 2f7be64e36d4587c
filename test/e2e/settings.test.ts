import { readFile } from "node:fs/promises";

import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";

import { DEMO_AD_ACCOUNT_ID, DEMO_TAG_ID, DEMO_TOKEN } from "../../sandbox/pinterest/server";
import { useStory } from "../support/story";

const story = useStory("settings");
let page: Page;
let app: FrameLocator;
beforeAll(() => {
  ({ page, app } = story());
});

test("a merchant connects Pinterest by the keyboard alone", async () => {
  await page.getByRole("button", { name: "Install app" }).click();
  await app.getByRole("heading", { name: "Home" }).waitFor();
  await page.locator("#app-nav").getByText("Settings").focus();
  await page.keyboard.press("Enter");
  const connection = app.getByRole("link", { name: "Pinterest connection" });
  await connection.focus();
  await page.keyboard.press("Enter");
  await app.getByRole("heading", { name: "Pinterest connection" }).waitFor();

  await tabTo("tagId");
  await page.keyboard.type(DEMO_TAG_ID);
  await page.keyboard.press("Tab");
  await page.keyboard.type(DEMO_TAG_ID);
  await page.keyboard.press("Enter");
  await app.getByText("This is the tag id again.").waitFor();
  await app.getByText("Enter a conversion access token.", { exact: true }).waitFor();
  // The first field that was refused has the focus.
  expect(await focused()).toBe("adAccountId");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(DEMO_AD_ACCOUNT_ID);
  await page.keyboard.press("Tab");
  await page.keyboard.type(DEMO_TOKEN);
  await page.keyboard.press("Enter");
  await app.getByText(`••••${DEMO_TOKEN.slice(-4)}`).waitFor();
  await app.getByText("Connected", { exact: true }).waitFor();
});

describe("each page of the settings", () => {
  test("tracking keeps what is changed until it is saved or discarded, and asks before it is left", async () => {
    await open("Tracking");
    const mode = app.getByLabel("Who reports to Pinterest");
    await mode.selectOption("server_only");
    await saveBar().waitFor();
    await Promise.all([
      page.locator("#save-bar.shaking").waitFor({ state: "attached" }),
      page.locator("#app-nav").getByText("Home").click(),
    ]);
    expect(await mode.inputValue()).toBe("server_only");
    await page.locator("#save-bar-discard").click();
    expect(await mode.inputValue()).toBe("both");
    await saveBar().waitFor({ state: "hidden" });

    await mode.selectOption("server_only");
    await saveAndReturn("Tracking");
    expect(await app.getByLabel("Who reports to Pinterest").inputValue()).toBe("server_only");
  });

  test("matching warns where nobody could be matched, and keeps what was saved elsewhere", async () => {
    await open("Matching");
    await app.getByLabel("Phone number").uncheck();
    await app.getByLabel("Email address").uncheck();
    await app.getByLabel("IP address and user agent").uncheck();
    await app.getByText("Without both nearly nothing is reported any more").waitFor();
    await app.getByLabel("Email address").check();
    await app.getByLabel("Item id").selectOption("sku");
    await app.getByText("This renames every item").waitFor();
    await app.getByLabel("Item id").selectOption("variant_id");
    await saveAndReturn("Matching");
    expect(await app.getByLabel("Phone number").isChecked()).toBe(false);
    expect(await app.getByLabel("Email address").isChecked()).toBe(true);
    await open("Tracking");
    expect(await app.getByLabel("Who reports to Pinterest").inputValue()).toBe("server_only");
  });

  test("privacy shows what happens to whom while it is edited", async () => {
    await open("Privacy");
    const unknown = app.getByRole("row", { name: /Choice not known/ });
    expect(await unknown.innerText()).toMatch(/Not reported\s+Limited/);
    await app.getByLabel("Choice unknown, everywhere else").selectOption("send");
    expect(await unknown.innerText()).toMatch(/Not reported\s+Reported/);
    await app.getByLabel("Longest wait for the pixel").fill("91");
    await page.locator("#save-bar-save").click();
    await app.getByText("Enter a whole number from 0 to 90.").waitFor();
    await app.getByLabel("Longest wait for the pixel").fill("60");
    await saveAndReturn("Privacy");
    expect(await app.getByLabel("Longest wait for the pixel").inputValue()).toBe("60");
  });

  test("alerts say beside the field what is wrong with it, until it is changed", async () => {
    await open("Alerts");
    await app.getByLabel("An order is late after").fill("4");
    await page.locator("#save-bar-save").click();
    await app.getByText("Enter a whole number from 5 to 1,440.").waitFor();
    await app.getByLabel("An order is late after").fill("30");
    await app.getByLabel("No orders are coming in").uncheck();
    await saveAndReturn("Alerts");
    expect(await app.getByLabel("An order is late after").inputValue()).toBe("30");
    expect(await app.getByLabel("No orders are coming in").isChecked()).toBe(false);
  });

  test("the address of the secrets that was before leads on", async () => {
    await open("Events from your server");
    await app.getByRole("button", { name: "Create a secret" }).waitFor();
  });
});

test("settings leave as a file, and come back after a look at what would change", async () => {
  await open("Export and import");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    app.getByRole("button", { name: "Download settings" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain('"mode": "server_only"');
  for (const bound of [DEMO_TAG_ID, DEMO_AD_ACCOUNT_ID, DEMO_TOKEN, "myshopify"]) {
    expect(text).not.toContain(bound);
  }

  await choose(text);
  await app.getByText("The settings of this shop are the same as in the file.").waitFor();
  await choose(text.replace('"mode"', '"shopId": 1, "mode"'));
  await app.getByText("There is no setting tracking.shopId.").waitFor();
  await choose(text.replace('"server_only"', '"browser_only"'));
  const row = app.getByRole("row", { name: /Who reports to Pinterest/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Server only\s+Browser only/);
  await app.getByRole("button", { name: "Apply these changes" }).click();
  await app.getByText("The settings of the file hold from now on.").waitFor();
  await open("Tracking");
  expect(await app.getByLabel("Who reports to Pinterest").inputValue()).toBe("browser_only");
});

test("disconnecting gives a receipt of what was removed and what stays", async () => {
  await open("Pinterest connection");
  await app.getByRole("button", { name: "Disconnect" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await app
    .getByText(`The conversion access token that ended in ••••${DEMO_TOKEN.slice(-4)} was erased`)
    .waitFor();
  await app.getByText("Tag id, ad account id and all other settings stay here.").waitFor();
});

test("met no fault on any page", () => {
  expect(story().faults).toEqual([]);
});

function saveBar() {
  return page.locator("#save-bar");
}

/** To a page of the settings, by their list. */
async function open(name: string): Promise<void> {
  await page.locator("#app-nav").getByText("Settings").click();
  await app.getByRole("heading", { name: "Settings", exact: true }).waitFor();
  await app.getByRole("link", { name }).click();
  await app.getByRole("heading", { name, exact: true }).waitFor();
}

/** Saves, leaves the page, and comes back to what the server has of it. */
async function saveAndReturn(name: string): Promise<void> {
  await page.locator("#save-bar-save").click();
  await saveBar().waitFor({ state: "hidden" });
  await open(name);
}

async function choose(text: string): Promise<void> {
  await app.locator('input[type="file"]').setInputFiles({
    name: "settings.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
}

function focused(): Promise<string> {
  return app.locator("html").evaluate(() => document.activeElement?.id ?? "");
}

async function tabTo(id: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    if ((await focused()) === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No Tab leads to ${id}`);
}
