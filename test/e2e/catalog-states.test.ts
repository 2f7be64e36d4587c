import type { Frame } from "playwright-core";
import { describe, expect, test } from "vitest";

import { REGISTRATION_PROBLEMS } from "~/catalog/registration";
import { SYNC_FAILURES } from "~/catalog/sync";
import { english } from "~/messages/english";

import { DEMO_SHOP } from "../../sandbox/shopify/desk";
import { askDatabase } from "../support/ask-database";
import { keepPicture, looksOf, openAppPage, resize, WIDTHS } from "../support/app-pages";
import { violationsIn } from "../support/axe";
import { connectAccount, installApp } from "../support/merchant";
import { eventually } from "../support/stack";
import { useStory } from "../support/story";

const story = useStory("catalog-states", { onlyLooks: true });

const CATALOG = "/app/catalog";

/** A state, as the database has it, and a sentence by which its page is known. */
type State = { name: string; sql: string[]; sees: string };

const OPEN = `"isOpen" = true, "endedAt" = NULL, "touchedAt" = now() + interval '1 hour',
  "phaseAt" = now() - interval '20 seconds'`;

const SYNCS: State[] = [
  {
    name: "asked",
    sql: [`UPDATE catalog_syncs SET phase = 'asked', reached = 12345, "outOf" = NULL, ${OPEN}`],
    sees: english.message("sync_phase_asked"),
  },
  {
    name: "downloading",
    sql: [`UPDATE catalog_syncs SET phase = 'downloading', reached = 5e6, "outOf" = 2e7, ${OPEN}`],
    sees: english.message("sync_phase_downloading"),
  },
  {
    name: "making",
    sql: [
      `UPDATE catalog_syncs SET phase = 'making', reached = 1500, "outOf" = 4200, items = 1480, ${OPEN}`,
    ],
    sees: english.message("sync_phase_making"),
  },
  ...SYNC_FAILURES.map((failure) => ({
    name: `failed-${failure}`,
    sql: [
      `UPDATE catalog_syncs
          SET phase = 'failed', failure = '${failure}', "isOpen" = NULL, "endedAt" = now()`,
    ],
    sees: english.message(`sync_failed_${failure}`),
  })),
  {
    name: "cancelled",
    sql: [`UPDATE catalog_syncs SET phase = 'cancelled', failure = NULL`],
    sees: english.message("sync_phase_cancelled"),
  },
];

const GATES: State[] = (["shrunk", "empty"] as const).map((gate) => ({
  name: `gate-${gate}`,
  sql: [`UPDATE feeds SET gate = '${gate}', "gatedVersionId" = "currentVersionId"`],
  sees: english.message(`gate_${gate}`),
}));

const REFUSALS: State[] = REGISTRATION_PROBLEMS.map((problem) => ({
  name: `refused-${problem}`,
  sql: [
    `UPDATE feed_registrations
        SET state = 'refused', problem = '${problem}', words = 'The feed is not like that.'`,
  ],
  sees: english.message(`catalog_${problem}`),
}));

const ACCOUNTS: State[] = [
  {
    name: "registering",
    sql: [`UPDATE feed_registrations SET state = 'registering', problem = NULL, words = NULL`],
    sees: english.message("registration_registering"),
  },
  {
    name: "removed",
    sql: [`UPDATE feed_registrations SET state = 'removed'`],
    sees: english.message("registration_removed"),
  },
  {
    name: "account-lost",
    sql: [
      `UPDATE feed_registrations SET state = 'registered'`,
      `UPDATE pinterest_accounts SET attention = 'access_revoked'`,
    ],
    sees: english.message("registration_account_lost"),
  },
];

describe("the catalog of a shop that has just installed the app", () => {
  test("is read", async () => {
    await installApp(story().stack, DEMO_SHOP);
    await eventually("the feed is published", async () => {
      const [sync] = await query(`SELECT id FROM catalog_syncs WHERE phase = 'done'`);
      return sync;
    });
  });

  looksGood("published", CATALOG, english.message("registration_no_account"));
  looksGood("published-items", "/app/catalog/published", english.message("published_explained"));
  looksGood("items", "/app/catalog/items", english.label("preview_in_feed"));
  looksGood("issues", "/app/catalog/issues", "IMAGE_LINK_MISSING");
  looksGood("issue", "/app/catalog/issues?code=IMAGE_LINK_MISSING", "IMAGE_LINK_MISSING");
  looksGood("markets-access", "/app/catalog/markets", english.message("markets_access"));
});

describe("the catalog in a state of its own", () => {
  for (const state of [...SYNCS, ...GATES]) inState(state);

  test("goes on", async () => {
    await query(`UPDATE catalog_syncs SET phase = 'done', failure = NULL`);
    await query(`UPDATE feeds SET gate = NULL, "gatedVersionId" = NULL`);
  });
});

describe("the catalog of a shop with several feeds and an account", () => {
  test("has them", async () => {
    await query(`INSERT INTO feeds (id, "shopId", country, locale, currency, "fileId", state, problem,
        "marketId", "storeLocale", "rootUrl", "updatedAt")
      SELECT gen_random_uuid(), f."shopId", m.country, m.locale, m.currency, m.locale, m.state,
             m.problem, '1', 'en', 'https://demo.example', now()
        FROM feeds f, (VALUES ('CA', 'fr-CA', 'CAD', 'on', NULL),
                              ('DE', 'de-DE', 'EUR', 'off', 'market_gone'),
                              ('JP', 'ja-JP', 'JPY', 'leaving', NULL))
                      AS m (country, locale, currency, state, problem)`);
    await connectAccount(story().stack);
    await eventually("the feed is registered", async () => {
      const [known] = await query(
        `SELECT state FROM feed_registrations WHERE state = 'registered'`,
      );
      return known;
    });
  });

  looksGood("registered", CATALOG, english.message("registration_registered"));
  for (const state of [...REFUSALS, ...ACCOUNTS]) inState(state);
});

describe("a merchant whose feed is at Pinterest", () => {
  test("is asked before it is removed there", async () => {
    const { page } = story();
    await query(`UPDATE pinterest_accounts SET attention = NULL`);
    await page.setViewportSize({ width: WIDTHS.narrow, height: 900 });
    const frame = await openAppPage(story(), { path: CATALOG });
    await frame.getByRole("button", { name: english.label("remove_feed") }).click();
    const asked = english.message("remove_feed_explained");
    await eventually("the question is shown", async () => {
      const shown = await Promise.all(
        page.frames().map((one) => one.getByText(asked).filter({ visible: true }).count()),
      );
      return shown.some((count) => count > 0) || undefined;
    });
    await keepPicture(story(), frame, "ask-first-narrow");
    expect(await violationsIn(frame)).toEqual([]);
  });
});

describe("the catalog of a shop that was never read", () => {
  test("is so", async () => {
    await query(`DELETE FROM feeds`);
    await query(`DELETE FROM catalog_syncs`);
    await query(`DELETE FROM catalog_samples`);
  });

  looksGood("never", CATALOG, english.message("catalog_never_read"));
  looksGood("items-never", "/app/catalog/items", english.message("preview_not_read"));
});

test("no page met a fault", () => {
  expect(story().faults).toEqual([]);
});

describe("the catalog while the app cannot be reached", () => {
  test("says so, and stays", async () => {
    const { page } = story();
    const frame = await openAppPage(story(), { path: CATALOG });
    const lost = /_data=/;
    await page.route(lost, (route) => route.abort());
    await frame.getByRole("button", { name: english.label("read_catalog") }).click();
    await frame.getByText(english.message("catalog_unreachable")).waitFor();
    await expectGood("unreachable", frame);
    await page.unroute(lost);
  });
});

function inState({ name, sees, sql }: State): void {
  test(`${name}: is so`, async () => {
    for (const statement of sql) await query(statement);
  });
  looksGood(name, CATALOG, sees);
}

/** A page fits its window, shows what it is to show, and axe finds nothing. */
function looksGood(name: string, path: string, sees: string): void {
  test(`${name}: looks good`, async () => {
    const frame = await openAppPage(story(), { path });
    await frame.getByText(sees).first().waitFor();
    await expectGood(name, frame);
  });
}

async function expectGood(name: string, frame: Frame): Promise<void> {
  for (const [size, width] of Object.entries(WIDTHS)) {
    await resize(story(), frame, width);
    await keepPicture(story(), frame, `${name}-${size}`);
    const { cut, overflow, primary } = await looksOf(frame);
    expect({ size, cut, overflow }).toEqual({ size, cut: [], overflow: 0 });
    expect(primary.length).toBeLessThanOrEqual(1);
    expect(await violationsIn(frame)).toEqual([]);
  }
}

function query(text: string): Promise<Record<string, unknown>[]> {
  return askDatabase(story().stack, text);
}
