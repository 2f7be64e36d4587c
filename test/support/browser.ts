import { chromium, type Browser, type Page } from "playwright-core";

import { findBrowser } from "../../scripts/browser.mjs";

/** Nothing of Chromium's own may look for the network. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Shopify's library answers 410 to what names itself a headless browser. */
export const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

/** How long a page may take to show what is waited for, on a machine that is busy with other tests. */
export const PATIENCE_MS = 90_000;

export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("There is no Chromium: npm test installs one as root");
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page whose console errors and uncaught faults are collected; a test expects none. */
export async function openPage(browser: Browser): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({
    userAgent: USER_AGENT,
    viewport: { width: 1440, height: 1000 },
  });
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (fault) => faults.push(fault.message));
  return { page, faults };
}
