import { mkdir } from "node:fs/promises";
import path from "node:path";

import type { Frame, Page } from "playwright-core";

import { askDatabase } from "./ask-database";
import { control } from "./sandbox-control";
import type { Story } from "./story";

/** Every page of the admin, by the name of its route's file; see {@link addressOf}. */
export const ADMIN_PAGES = new Map([
  ["app.$", "/app/no-such-page"],
  ["app._index", "/app"],
  ["app.catalog", "/app/catalog"],
  ["app.catalog_.issues", "/app/catalog/issues"],
  ["app.catalog_.items", "/app/catalog/items"],
  ["app.catalog_.markets", "/app/catalog/markets"],
  ["app.catalog_.published", "/app/catalog/published"],
  ["app.conversions", "/app/conversions"],
  ["app.conversions_.events.$id", "/app/conversions/events/{event}"],
  ["app.conversions_.explain", "/app/conversions/explain"],
  ["app.conversions_.orders.$orderId", "/app/conversions/orders/{order}"],
  ["app.conversions_.past-orders", "/app/conversions/past-orders"],
  ["app.diagnostics", "/app/diagnostics"],
  ["app.settings", "/app/settings"],
  ["app.settings_.alerts", "/app/settings/alerts"],
  ["app.settings_.connection", "/app/settings/connection"],
  ["app.settings_.matching", "/app/settings/matching"],
  ["app.settings_.privacy", "/app/settings/privacy"],
  ["app.settings_.server-events", "/app/settings/server-events"],
  ["app.settings_.tracking", "/app/settings/tracking"],
  ["app.settings_.transfer", "/app/settings/transfer"],
]);

/** What an address may leave open, and where the id is found: of one that failed, else of the latest. */
const OPEN_IDS = {
  "{event}": `SELECT id::text FROM outbox ORDER BY "lastError" IS NULL, id DESC LIMIT 1`,
  "{order}": `SELECT "orderId" AS id FROM ledger_lines ORDER BY id DESC LIMIT 1`,
};

/** The address of a page, with the id of something that is there; while nothing is, of nothing that is there. */
export async function addressOf({ stack }: Pick<Story, "stack">, page: string): Promise<string> {
  let address = page;
  for (const [open, query] of Object.entries(OPEN_IDS)) {
    if (!page.includes(open)) continue;
    const [found] = await askDatabase(stack, query);
    address = address.replace(open, String(found?.["id"] ?? 1));
  }
  return address;
}

/** Tells one document from the one before it. */
let openings = 0;

/** The sandbox whose admin is shown, and the browser's page that shows it. */
type Shown = Pick<Story, "page" | "stack">;

/** How a page is opened. */
export type Opening = { path: string; locale?: string };

/** What is wrong with how a page looks; each list is empty where nothing is. */
export type Looks = {
  /** By how many pixels the page is wider than its window. */
  overflow: number;
  /** Texts that are cut off. */
  cut: string[];
  /** Buttons that stand out as the one thing to do; more than one is too many. */
  primary: string[];
};

/**
 * Opens a page of the app in the frame of the sandbox's admin, which then fills the window, so that the
 * window's width is the page's.
 *
 * @returns the frame, once the page has its data and nothing is loading.
 */
export async function openAppPage({ page, stack }: Shown, opening: Opening): Promise<Frame> {
  const query = new URLSearchParams({ path: opening.path });
  const { url } = await control<{ url: string }>(
    stack.sandbox.adminUrl,
    "GET",
    `app-url?${query.toString()}`,
  );
  const address = new URL(url);
  address.searchParams.set("locale", opening.locale ?? "en");
  openings += 1;
  address.searchParams.set("opening", String(openings));
  await page.evaluate(fillWindow, address.href);
  return settledFrame(page, openings);
}

/** Waits in the browser for the page to be loaded: asking from here meanwhile would slow it down. */
async function fillWindow(address: string): Promise<void> {
  const frame = document.querySelector("#app-frame");
  if (!(frame instanceof HTMLIFrameElement)) throw new TypeError("The admin has no frame");
  frame.hidden = false;
  frame.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;z-index:1000;border:0";
  const loaded = new Promise((resolve) => {
    frame.addEventListener("load", resolve, { once: true });
  });
  frame.src = address;
  await loaded;
}

/** The app's frame, once its page is there and the network is quiet. */
async function settledFrame(page: Page, opening: number): Promise<Frame> {
  const element = await page.waitForSelector("#app-frame");
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("The admin's frame holds no page");
  await frame.waitForURL(({ searchParams }) => searchParams.get("opening") === String(opening));
  await frame.waitForSelector(".Polaris-Page, main");
  await frame.waitForFunction("window.__remixRouter?.state.navigation.state === 'idle'");
  await frame.waitForFunction("document.querySelector('[class*=Polaris-Skeleton]') === null");
  await frame.waitForFunction("document.fonts.status === 'loaded'");
  return frame;
}

/** The widths at which pages are looked at: a desk's, and the narrowest telephone's. */
export const WIDTHS = { wide: 1280, narrow: 360 } as const;

/** Gives the window another width, and waits until the page stands in it. */
export async function resize({ page }: Shown, frame: Frame, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await frame.waitForFunction((expected) => window.innerWidth === expected, width);
  // What measures itself does so in the frame after the one in which it was told.
  await frame.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Looks at the page at the window's present width. */
export function looksOf(frame: Frame): Promise<Looks> {
  return frame.evaluate(() => {
    const isShown = (element: Element): boolean => {
      const { height, width } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    const textOf = (element: Element): string => (element.textContent ?? "").trim().slice(0, 80);
    // What scrolls by itself, and what is only there for screen readers, is no cut text.
    const isCut = (element: Element): boolean => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const hides = overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis";
      return hides && element.scrollWidth > element.clientWidth + 1 && isShown(element);
    };
    const { body } = document;
    const all = [...body.querySelectorAll("*")];
    const direct = all.filter((element) =>
      [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      ),
    );
    return {
      overflow: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
      cut: direct.filter(isCut).map(textOf),
      primary: all
        .filter((element) => element.matches(".Polaris-Button--variantPrimary") && isShown(element))
        .map(textOf),
    };
  });
}

/**
 * Texts without the marks of the language that nobody speaks, which no catalog has. What the page was given
 * as data, such as a product's title, is no such text, nor is a time, a size or a code of a currency; a
 * code of ours in small letters is one.
 */
export function unmarkedTexts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const data: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === "string" && value.length > 1 && !/^[a-z_]+$/.test(value))
        data.push(value);
      if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
    };
    const router: unknown = Reflect.get(window, "__remixRouter");
    const state: unknown = router instanceof Object ? Reflect.get(router, "state") : undefined;
    const loaded: unknown = state instanceof Object ? Reflect.get(state, "loaderData") : {};
    for (const [route, value] of Object.entries(loaded instanceof Object ? loaded : {})) {
      if (route !== "root" && route !== "routes/app") collect(value);
    }
    const known = [...new Set(data)].toSorted((one, other) => other.length - one.length);

    const found: string[] = [];
    const judge = (element: Element | null, raw: string | null): void => {
      const text = (raw ?? "").trim();
      if (/[⟦⟧]/.test(text) || element?.closest("script, style, noscript, time, [translate=no]"))
        return;
      const rest = known.reduce((left, value) => left.replaceAll(value, " "), text);
      if (/\p{L}{2}/u.test(rest.replace(/\b([A-Z]{3}|[kMG]B)\b/g, " "))) found.push(text);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      judge(node.parentElement, node.textContent);
    }
    for (const element of document.body.querySelectorAll("*")) {
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        judge(element, element.getAttribute(name));
      }
    }
    return found;
  });
}

/** How many bytes of our script the page has loaded, as they came over the line. */
export function scriptBytes(frame: Frame): Promise<number> {
  return frame.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.startsWith("/assets/") && name.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}

/** Keeps a picture of the whole page, as high as it is, in the folder that `SCREENS_DIR` names; else nothing. */
export async function keepPicture({ page }: Shown, frame: Frame, name: string): Promise<void> {
  const folder = process.env["SCREENS_DIR"];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  const height = await frame.evaluate("document.documentElement.scrollHeight");
  await page.setViewportSize({
    ...size,
    height: Math.min(6000, Math.max(size.height, Number(height))),
  });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.setViewportSize(size);
}
