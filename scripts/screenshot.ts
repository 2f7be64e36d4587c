import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { FrameLocator, Page } from "playwright-core";

import { DEMO_AD_ACCOUNT_ID, DEMO_TOKEN } from "../sandbox/pinterest/server";
import { launchBrowser, openPage } from "../test/support/browser";
import { eventually, startStack } from "../test/support/stack";

// Takes the README's picture: the demo's page after a merchant connected Pinterest and three orders
// came in. It has a sandbox, an app and a database of its own, which are gone when it ends.

const PICTURE = path.join(import.meta.dirname, "..", "docs", "screenshot.png");
const SIZE = { width: 1440, height: 900 };
const TAG_ID = "2612345678901";

/** Where the shoppers live. Of the German one's choice nothing is known, so that order is skipped. */
const COUNTRIES = ["US", "DE", "US"];

// The folder itself and none inside it: as root, the database server runs under another account, which
// is given this folder and could not pass through one of root's.
const dataDir = await mkdtemp(path.join(tmpdir(), "pin-relay-screenshot-"));
const browser = await launchBrowser();
const stack = await startStack("screenshot", dataDir);
try {
  const { page } = await openPage(browser);
  await page.setViewportSize(SIZE);
  await page.goto(stack.sandbox.adminUrl);
  const app = page.frameLocator("#app-frame");
  await page.getByRole("button", { name: "Install app" }).click();
  await connect(page, app);
  for (const country of COUNTRIES) await placeOrder(page, app, country);
  // What a toast or a hovered button would hide.
  await page.mouse.move(0, SIZE.height - 1);
  await page.locator("#toasts > *").first().waitFor({ state: "detached" });
  await page.screenshot({ path: PICTURE });
  process.stdout.write(`${PICTURE}\n`);
} finally {
  await browser.close();
  await stack.close();
}

async function connect(page: Page, app: FrameLocator): Promise<void> {
  await app.getByRole("heading", { name: "Home" }).waitFor();
  await page.locator("#app-nav").getByText("Settings").click();
  await app.getByLabel("Tag id").fill(TAG_ID);
  await app.getByLabel("Ad account id").fill(DEMO_AD_ACCOUNT_ID);
  await app.getByLabel("Conversion access token").fill(DEMO_TOKEN);
  await page.locator("#save-bar-save").click();
  await app.getByText(`••••${DEMO_TOKEN.slice(-4)}`).waitFor();
  await page.locator("#app-nav").getByText("Home").click();
  await app.getByText("Pinterest is connected.").waitFor();
}

/** Places an order and waits until the app's page shows what became of it. */
async function placeOrder(page: Page, app: FrameLocator, country: string): Promise<void> {
  const settled = app.getByText(country === "DE" ? "Skipped" : "Delivered", { exact: true });
  const before = await settled.count();
  await page.locator("#order-country").selectOption(country);
  await page.locator("#place-order").click();
  await eventually(`the order from ${country} is settled`, async () =>
    (await settled.count()) > before ? true : undefined,
  );
}
