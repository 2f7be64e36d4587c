import path from "node:path";

import type { Frame, Locator, Page } from "playwright-core";

import { DEMO_SHOP } from "../sandbox/shopify/desk";
import { ADMIN_PAGES, addressOf, openAppPage, scriptBytes } from "../test/support/app-pages";
import { launchBrowser, openPage } from "../test/support/browser";
import { connectAccount, connectShop, installApp, placeOrder } from "../test/support/merchant";
import { control, receivedEvents } from "../test/support/sandbox-control";
import { eventually, startStack, type Stack } from "../test/support/stack";
import { print, quantile, shown } from "./stopwatch";

// Every page of the admin in Chromium, as a merchant opens it: when its largest part is painted, how far its
// parts move while it comes, how long it takes to answer a click, and how much script it loads. A page is
// opened once to warm the server, and then several times, each time with an empty cache; the middle of these
// counts.

const OPENINGS = 3;
/** A small laptop's. Without a graphics card, drawing takes the longer the larger it is. */
const WINDOW = { width: 1280, height: 800 };
const WANTED = { paintMs: 1_000, shift: 0.05, answerMs: 100, scriptKb: 250 };

/** So long a merchant looks at a page before the first click; until then everything of it has come. */
const LOOK_MS = 1_500;

/** What opens or closes something on the page, and changes nothing else. */
const HARMLESS = "button[aria-expanded], button[aria-controls], summary, [role=tab]";

/** Functions inside of `observe` get their names from a helper of the compiler, which no page has. */
const KEEP_NAMES = "globalThis.__name = (named) => named";

type Vitals = { paintMs: number; shift: number; answerMs: number; scriptKb: number };

const stack = await startStack("admin", path.join(process.env["DATA_DIR"] ?? "", "admin"));
// One browser, as a merchant has it open already; every page of it has a cache of its own.
const browser = await launchBrowser();
try {
  await fill(stack);
  for (const [name, address] of ADMIN_PAGES) {
    await vitalsOf(stack, address);
    const vitals: Vitals[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      vitals.push(await vitalsOf(stack, address));
    }
    print(lineOf(name, vitals));
  }
} finally {
  await browser.close();
  await stack.close();
}

/** A shop with an account, a feed and some orders. */
async function fill({ sandbox, ...rest }: Stack): Promise<void> {
  const reached = { sandbox, ...rest };
  await installApp(reached, DEMO_SHOP);
  await connectShop(reached);
  await connectAccount(reached);
  for (let order = 0; order < 25; order += 1) await placeOrder(reached, `order-${order}`);
  await eventually("the orders are at Pinterest", async () => {
    const events = await receivedEvents(sandbox.pinterestUrl);
    return events.length >= 25 || undefined;
  });
  await eventually("the feed is published", async () => {
    const { processings } = await control<{ processings: unknown[] }>(
      sandbox.pinterestUrl,
      "GET",
      "feeds",
    );
    return processings.length > 0 || undefined;
  });
}

async function vitalsOf(reached: Stack, address: string): Promise<Vitals> {
  const { page } = await openPage(browser);
  try {
    await page.addInitScript(KEEP_NAMES);
    await page.addInitScript(observe);
    await page.setViewportSize(WINDOW);
    await page.goto(reached.sandbox.adminUrl, { waitUntil: "networkidle" });
    const opened = await addressOf({ stack: reached }, address);
    const frame = await openAppPage({ page, stack: reached }, { path: opened });
    await page.waitForTimeout(LOOK_MS);
    // What moves after a click was asked to.
    const { shift } = await frame.evaluate(readVitals);
    await click(page, frame);
    const seen = await frame.evaluate(readVitals);
    return { ...seen, shift, scriptKb: (await scriptBytes(frame)) / 1_000 };
  } finally {
    await page.context().close();
  }
}

/** In the page, before anything of it runs. */
function observe(): void {
  const seen = { paintMs: 0, shift: 0, answerMs: 0 };
  Reflect.set(window, "vitals", seen);
  const watch = (type: string, note: (entry: PerformanceEntry) => void, options = {}): void => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true, ...options });
  };
  watch("largest-contentful-paint", ({ startTime }) => (seen.paintMs = startTime));
  watch("layout-shift", (entry) => {
    const shift: unknown = Reflect.get(entry, "value");
    const wasAsked = Reflect.get(entry, "hadRecentInput") === true;
    if (typeof shift === "number" && !wasAsked) seen.shift += shift;
  });
  // What is no click and no key, such as a pointer that comes by, is answered by nothing.
  const answers = (entry: PerformanceEntry): void => {
    const isAsked = Reflect.get(entry, "interactionId") !== 0;
    if (isAsked) seen.answerMs = Math.max(seen.answerMs, entry.duration);
  };
  watch("event", answers, { durationThreshold: 16 });
}

/** Opens and closes up to three things on the page, and goes through it by the keyboard. */
async function click(page: Page, frame: Frame): Promise<void> {
  await painted(frame);
  const buttons = await frame.locator(HARMLESS).all();
  for (const button of buttons.slice(0, 3)) {
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
    await press(page, frame, button);
    await page.keyboard.press("Escape");
    await painted(frame);
  }
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Tab");
  await painted(frame);
}

/** As a hand does it: the pointer is there before it presses, and nothing else is done meanwhile. */
async function press(page: Page, frame: Frame, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) return;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await painted(frame);
  await page.mouse.down();
  await page.mouse.up();
  await painted(frame);
}

/** Until what was asked for is on the screen, and told to the observers. */
function painted(frame: Frame): Promise<void> {
  return frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve()));
      }),
  );
}

function readVitals(): { paintMs: number; shift: number; answerMs: number } {
  return Reflect.get(window, "vitals");
}

function lineOf(name: string, vitals: readonly Vitals[]): string {
  const middle = (of: keyof Vitals): number =>
    quantile(
      vitals.map((one) => one[of]),
      0.5,
    );
  const ratio = Math.max(
    middle("paintMs") / WANTED.paintMs,
    middle("shift") / WANTED.shift,
    middle("answerMs") / WANTED.answerMs,
    middle("scriptKb") / WANTED.scriptKb,
  );
  return (
    `admin ${name}: ${shown(ratio)} of what is allowed at most ` +
    `(largest paint ${shown(middle("paintMs"))} of ${WANTED.paintMs} ms, ` +
    `layout shift ${middle("shift").toFixed(3)} of ${WANTED.shift}, ` +
    `answer to a click ${answerOf(middle("answerMs"))} of ${WANTED.answerMs} ms, ` +
    `script ${shown(middle("scriptKb"))} of ${WANTED.scriptKb} kB)`
  );
}

/** What is answered sooner than the browser tells of has no time. */
function answerOf(ms: number): string {
  return ms === 0 ? "under 16" : shown(ms);
}
