import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";
import type { Frame, Page } from "playwright-core";

/** The same bytes for every page: what axe is, as a script. */
const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds on the app's page as it stands, one line for each element, so that a test says
 * `expect(await violationsOf(page)).toEqual([])` and shows on failure what to mend. Every rule of axe counts,
 * those of best practice too.
 *
 * @param page the sandbox's admin, whose frame shows the app.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  return violationsIn(await appFrame(page));
}

/** The same for any document, as a page outside the admin is. */
export async function violationsIn(frame: Frame): Promise<string[]> {
  // A navigation takes the script away with the page, and a second one changes nothing.
  await frame.evaluate(await source);
  const { violations } = await frame.evaluate<AxeResults>(RUN_AXE);
  return violations.flatMap(({ help, id, nodes }) =>
    nodes.map(
      ({ html, target }) => `${id} (${help}): ${target.join(" ")} ${html.slice(0, HTML_MAX)}`,
    ),
  );
}

/** What is in order is not described, which takes most of axe's time. */
const RUN_AXE = 'axe.run(document, { resultTypes: ["violations"] })';

const HTML_MAX = 200;

/** The frame in which the sandbox's admin shows the app. */
export async function appFrame(page: Page): Promise<Frame> {
  const element = await page.locator("#app-frame").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The admin shows no app");
  return frame;
}
