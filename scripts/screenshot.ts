import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { FrameLocator } from "playwright-core";

import { DEMO_SHOP } from "../sandbox/shopify/desk";
import { storefrontUrl } from "../sandbox/storefront/server";
import { launchBrowser, openPage } from "../test/support/browser";
import { connectAccount } from "../test/support/merchant";
import { startStack } from "../test/support/stack";
import { buyMug, Shopper } from "../test/support/storefront";

// Takes the README's picture: the demo's home page after a merchant connected Pinterest and a shopper bought
// something. It has a sandbox, an app and a database of its own, which are gone when it ends.

const PICTURE = path.join(import.meta.dirname, "..", "docs", "screenshot.png");
const SIZE = { width: 1600, height: 1100 };

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
  await app.getByText("Set-up guide").first().waitFor();
  await connectAccount(stack, DEMO_SHOP);
  await shopOnce(app);
  await app.getByRole("link", { name: /^Open privacy settings: / }).click();
  await app.getByRole("button", { name: "These settings are right" }).click();
  await app.getByText("Privacy settings confirmed").waitFor();
  await page.locator("#app-nav").getByText("Home").click();
  await app.getByText("Steps done: 6 of 6").waitFor();
  await app.getByRole("button", { name: "Hide the set-up guide" }).click();
  await app.getByText("Everything is set up.").waitFor({ state: "detached" });
  // What a toast or a hovered button would hide.
  await page.mouse.move(0, SIZE.height - 1);
  await page.locator("#toasts > *").first().waitFor({ state: "detached" });
  await page.screenshot({ path: PICTURE });
  process.stdout.write(`${PICTURE}\n`);
} finally {
  await browser.close();
  await stack.close();
}

/** A shopper who allows everything looks around and buys, so that browser and server report it. */
async function shopOnce(app: FrameLocator): Promise<void> {
  const shopper = await Shopper.enter(browser, stack);
  const shop = await shopper.context.newPage();
  await buyMug(shop, storefrontUrl(stack.sandbox.adminUrl, DEMO_SHOP));
  // The page of a shopper who leaves at once may not have told everything.
  await app.getByText("Steps done: 5 of 6").waitFor();
  await shopper.context.close();
}
