import { readdir } from "node:fs/promises";
import path from "node:path";

import { describe, expect, test } from "vitest";

import type { OutboxState } from "~/conversions/outbox";

import { DEMO_SHOP } from "../../sandbox/shopify/desk";
import {
  addressOf,
  ADMIN_PAGES,
  keepPicture,
  looksOf,
  openAppPage,
  resize,
  scriptBytes,
  unmarkedTexts,
  WIDTHS,
} from "../support/app-pages";
import { askDatabase } from "../support/ask-database";
import { violationsIn } from "../support/axe";
import { connectAccount, connectShop, installApp, placeOrder } from "../support/merchant";
import { control, receivedEvents } from "../support/sandbox-control";
import { eventually } from "../support/stack";
import { useStory } from "../support/story";

const story = useStory("every-page", { onlyLooks: true });

/** What "Built for Shopify" leaves room for; the full measurement is `npm run bench -- admin`. */
const SCRIPT_BYTES_MAX = 250_000;

test("every page of the admin is in the list", async () => {
  const files = await readdir(path.join(import.meta.dirname, "..", "..", "app", "routes"));
  const pages = files.filter((file) => /^app\..*\.tsx$/.test(file));
  expect(pages.map((file) => path.parse(file).name).toSorted()).toEqual(
    [...ADMIN_PAGES.keys()].toSorted(),
  );
});

describe("empty: a shop that has just installed the app", () => {
  test("is there", async () => {
    await installApp(story().stack, DEMO_SHOP);
  });
  looksGood("empty");
});

describe("normal: a shop with a connected account, orders and a feed", () => {
  test("is there", async () => {
    const { stack } = story();
    await connectShop(stack);
    await connectAccount(stack);
    for (const seed of ["one", "two", "three"]) await placeOrder(stack, seed);
    await eventually("the orders are at Pinterest", async () => {
      const events = await receivedEvents(stack.sandbox.pinterestUrl);
      return events.length >= 3 || undefined;
    });
  });
  looksGood("normal");
});

describe("trouble: a shop whose orders are refused and whose token is taken away", () => {
  test("is there", async () => {
    const { stack } = story();
    const { pinterestUrl } = stack.sandbox;
    await control(pinterestUrl, "POST", "failures", { kind: "partial", everyNth: 1, calls: 1 });
    await placeOrder(stack, "refused");
    await settled("dead_letter");
    await control(pinterestUrl, "POST", "grants/revoke", { username: "demo_store" });
    const { tokens } = await control<Access>(pinterestUrl, "GET", "access");
    for (const { token } of tokens) await control(pinterestUrl, "DELETE", `tokens/${token}`);
    await placeOrder(stack, "held");
    await settled("held");
  });
  looksGood("trouble");
});

/** What the local Pinterest lets in. */
type Access = { tokens: { token: string }[] };

async function settled(state: OutboxState): Promise<void> {
  await eventually(`an order is ${state}`, async () => {
    const query = `SELECT id FROM outbox WHERE state = $1 LIMIT 1`;
    const [found] = await askDatabase(story().stack, query, [state]);
    return found;
  });
}

test("no page met a fault", () => {
  // A page that is left while it still reads ahead leaves the first behind, and the page of an event that is
  // not there the second.
  const left = /^Failed to fetch manifest patches|the server responded with a status of 404/;
  const faults = story().faults.filter((fault) => !left.test(fault));
  expect(faults).toEqual([]);
});

/** Looks at each page, wide and narrow, and at its words in the language that nobody speaks. */
function looksGood(state: string): void {
  describe.each([...ADMIN_PAGES])("%s", (name, address) => {
    test("fits its window, and keeps nothing from anybody, as far as axe sees", async () => {
      const frame = await openAppPage(story(), { path: await addressOf(story(), address) });
      const bytes = await scriptBytes(frame);
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
      for (const [size, width] of Object.entries(WIDTHS)) {
        await resize(story(), frame, width);
        await keepPicture(story(), frame, `${name}-${state}-${size}`);
        const { cut, overflow, primary } = await looksOf(frame);
        expect({ size, cut, overflow }).toEqual({ size, cut: [], overflow: 0 });
        expect(primary.length).toBeLessThanOrEqual(1);
        expect(await violationsIn(frame)).toEqual([]);
      }
    });

    test("says nothing that is not in the catalog", async () => {
      const at = await addressOf(story(), address);
      const frame = await openAppPage(story(), { path: at, locale: "en-XA" });
      await keepPicture(story(), frame, `${name}-${state}-marked`);
      expect(await unmarkedTexts(frame)).toEqual([]);
      expect((await looksOf(frame)).overflow).toBe(0);
    });
  });
}
