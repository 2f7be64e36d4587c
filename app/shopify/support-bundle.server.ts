import { readFileSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

import { OUTBOX_STATES } from "~/conversions/outbox";
import { findConflicts } from "~/conversions/conflicts.server";
import { SKIP_REASONS } from "~/conversions/skip-reason";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { INSTALLATION_DIR } from "~/paths.server";
import { findConnection } from "~/shops/connection.server";
import type { Shop } from "~/shops/shop";
import { DAY_MS, SECOND_MS } from "~/time";

import { findHeartbeat } from "./diagnostics-page.server";

const WEEK_MS = 7 * DAY_MS;

/** Of the dead letters, so many of the latest are looked at. */
const DEAD_LETTERS_MAX = 200;

/** Our own words for why an event was not taken; any other is Pinterest's and may repeat an event. */
const OWN_ERRORS = new Set([
  ...["rate_limited", "unavailable", "timeout", "network", "sealed", "unreadable_event"],
  ...["token_refused", "no_permission", "account_not_found"],
]);

/**
 * What support needs to know of a shop, and nothing that opens anything or is of a shopper: states, codes,
 * counts and times. Every word in it is one of ours, or a number; what somebody else wrote is left out,
 * Pinterest's sentences too.
 */
export async function makeSupportBundle(shop: Shop, now: Date) {
  const [connection, heartbeat, conflicts, states, errors, lanes, catalog, migration] =
    await Promise.all([
      findConnection(shop.id),
      findHeartbeat(shop, now),
      findConflicts(shop.id, now),
      countStates(shop.id, now),
      listErrors(shop.id),
      listLanes(shop.id),
      describeCatalog(shop.id),
      lastMigration(),
    ]);
  const { appSettings, consentPolicy, installedAt, settings, shopDomain } = shop;
  return {
    madeAt: now,
    versions: { app: appVersion(), node: process.version, migration },
    shop: { shopDomain, installedAt, scopes: shop.scopes, consentPolicy },
    sending: { mode: shop.sending, changedAt: shop.sendingChangedAt },
    settings: { ...settings, app: appSettings },
    connection: {
      state: connection.state,
      attention: connection.attention,
      tagId: connection.tagId,
      adAccountId: connection.adAccountId,
      hasToken: connection.tokenLastFour !== null,
      lastTest: connection.lastTest,
    },
    ...{ heartbeat, conflicts, states, errors, lanes, catalog },
  };
}

/** Open events with the age of the oldest, and what was settled in the last week. */
async function countStates(shopId: ShopId, now: Date) {
  const [open, settled] = await Promise.all([
    db.$queryRaw<{ state: string; events: number; oldestDueAt: Date }[]>`
      SELECT state, count(*)::int AS events, min("nextAttemptAt") AS "oldestDueAt" FROM outbox
       WHERE "shopId" = ${shopId}::uuid AND state IN ('waiting', 'pending', 'held', 'dead_letter')
       GROUP BY state`,
    db.$queryRaw<{ state: string; reason: string | null; events: number }[]>`
      SELECT state, reason, count(*)::int AS events FROM outbox
       WHERE "shopId" = ${shopId}::uuid AND "settledAt" IS NOT NULL AND state <> 'dead_letter'
         AND "settledAt" > ${new Date(now.getTime() - WEEK_MS)}
       GROUP BY state, reason`,
  ]);
  return {
    open: open.map(({ events, oldestDueAt, state }) => ({
      state: known(OUTBOX_STATES, state),
      events,
      oldestDueForSeconds: Math.round((now.getTime() - oldestDueAt.getTime()) / SECOND_MS),
    })),
    settledThisWeek: settled.map(({ events, reason, state }) => ({
      state: known(OUTBOX_STATES, state),
      reason: reason === null ? null : known(SKIP_REASONS, reason),
      events,
    })),
  };
}

/** Why the latest dead letters were refused, and what still waits after a failed call. */
async function listErrors(shopId: ShopId) {
  const rows = await db.$queryRaw<{ lastError: string; events: number; lastAt: Date }[]>`
    SELECT "lastError", count(*)::int AS events, max(at) AS "lastAt" FROM (
      (SELECT "lastError", "settledAt" AS at FROM outbox
        WHERE "shopId" = ${shopId}::uuid AND state = 'dead_letter' AND "lastError" IS NOT NULL
        ORDER BY "settledAt" DESC LIMIT ${DEAD_LETTERS_MAX}) UNION ALL
      (SELECT "lastError", "createdAt" FROM outbox
        WHERE "shopId" = ${shopId}::uuid AND state IN ('pending', 'held') AND "lastError" IS NOT NULL
        LIMIT ${DEAD_LETTERS_MAX})) failed
     GROUP BY 1`;
  const codes = Map.groupBy(rows, ({ lastError }) =>
    OWN_ERRORS.has(lastError) ? lastError : "words_of_pinterest",
  );
  return [...codes].map(([code, some]) => ({
    code,
    events: some.reduce((sum, { events }) => sum + events, 0),
    lastAt: new Date(Math.max(...some.map(({ lastAt }) => lastAt.getTime()))),
  }));
}

function listLanes(shopId: ShopId) {
  return db.deliveryLane.findMany({
    where: { shopId },
    select: { credentialVersion: true, failures: true, pausedUntil: true, leaseUntil: true },
    orderBy: { credentialVersion: "desc" },
    take: 5,
  });
}

async function describeCatalog(shopId: ShopId) {
  const [feeds, sync, joinCheck] = await Promise.all([
    db.feed.findMany({
      where: { shopId },
      select: {
        ...{ country: true, locale: true, currency: true, format: true, state: true },
        ...{ problem: true, gate: true, checkedAt: true, fetchedAt: true, fetchedStatus: true },
      },
      take: 50,
    }),
    db.catalogSync.findFirst({
      where: { shopId },
      orderBy: { requestedAt: "desc" },
      select: { phase: true, cause: true, failure: true, items: true, endedAt: true },
    }),
    db.joinCheck.findUnique({
      where: { shopId },
      select: { checkedAt: true, items: true, missing: true },
    }),
  ]);
  return { feeds, sync, joinCheck };
}

async function lastMigration(): Promise<string | null> {
  const [found] = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1`;
  return found?.name ?? null;
}

function appVersion(): string {
  const file = readFileSync(path.join(INSTALLATION_DIR, "package.json"), "utf8");
  return z.object({ version: z.string().default("unreleased") }).parse(JSON.parse(file)).version;
}

/** A word that this version knows; another may be anything. */
function known<Word extends string>(words: readonly Word[], stored: string): Word | "unknown" {
  return words.find((word) => word === stored) ?? "unknown";
}
