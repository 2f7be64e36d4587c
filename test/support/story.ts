import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";

import { InvariantError } from "~/errors";

import { launchBrowser, openPage } from "./browser";
import { startStack, type Stack } from "./stack";

/** A merchant's browser in front of an app, a Shopify and a Pinterest of its own. */
export type Story = {
  stack: Stack;
  /** The sandbox's admin. */
  page: Page;
  /** The app inside it. */
  app: FrameLocator;
  /** Console errors and uncaught faults so far; a story expects none. */
  faults: string[];
};

/**
 * Opens a story for a file, and closes it. Each test goes on where the one before it ended, and none
 * goes on after a failed one, unless the story says that its tests only look.
 *
 * @returns the story, once the tests run.
 */
export function useStory(name: string, { onlyLooks = false } = {}): () => Story {
  let browser: Browser | undefined;
  let stack: Stack | undefined;
  let story: Story | undefined;
  let isBroken = false;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(name), launchBrowser()]);
    const { page, faults } = await openPage(browser);
    await page.goto(stack.sandbox.adminUrl);
    story = { stack, page, app: page.frameLocator("#app-frame"), faults };
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  beforeEach(({ skip, onTestFailed }) => {
    skip(isBroken, "an earlier part of the story failed");
    onTestFailed(() => {
      isBroken = !onlyLooks;
    });
  });

  return () => {
    if (!story) throw new InvariantError("The story is not open yet");
    return story;
  };
}
