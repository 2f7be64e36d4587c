import { db } from "~/db.server";
import { exclusively } from "~/exclusive.server";
import { log } from "~/log.server";
import { ITEMS_PER_BATCH_MAX, type BatchedItem } from "~/pinterest/catalog";
import { catalogProblem } from "~/pinterest/catalog-problem";
import { fetchItemBatch, postItemBatch } from "~/pinterest/catalog.server";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "~/time";

import { callCatalog } from "./catalog-call.server";
import type { FeedKey } from "./feed";
import { findFeed } from "./feed.server";
import { toItemBatch, type UntoldItem } from "./item-updates";

/** What a run came to, and when the next one is due. */
export type TellOutcome =
  | { kind: "told"; items: number }
  /** Not now: the next run is due after so many milliseconds. */
  | { kind: "later"; items: number; afterMs: number }
  /** Pinterest does not have the feed, or no account may tell it; its next fetch brings everything. */
  | { kind: "nothing" };

/**
 * A run sends so many batches, then makes room: with half a minute between two runs, that stays below
 * Pinterest's 100 calls a minute and leaves calls for reading.
 */
const BATCHES_PER_RUN_MAX = 40;
const ROOM_MS = 30 * SECOND_MS;

/** Where somebody else tells the same feed. */
const BUSY_MS = SECOND_MS;

/** Where Pinterest names no time. */
const RETRY_MS = MINUTE_MS;

/** An answer that Pinterest does not give within this is not waited for: its next fetch has every price. */
const ANSWER_MS_MAX = 6 * HOUR_MS;

/** A feed's batches that are asked after in one run. */
const ASKED_MAX = 20;

/**
 * Tells Pinterest the prices and the stock of items that changed, up to 1000 a call. A change counts as told
 * once Pinterest has taken it; killed in between, it is told again under the same time, which changes nothing.
 */
export async function tellItems(key: FeedKey, now: () => Date): Promise<TellOutcome> {
  const outcome = await exclusively(`tell_items:${key.feedId}`, () => tellAll(key, now));
  return outcome === "busy" ? { kind: "later", items: 0, afterMs: BUSY_MS } : outcome;
}

/**
 * Asks what became of a feed's batches, and keeps the words on each item that was not taken.
 *
 * @returns whether some are not answered yet.
 */
export async function askAfterItems(key: FeedKey, now: Date): Promise<"answered" | "waiting"> {
  const batches = await db.itemBatch.findMany({
    where: whereFeed(key),
    orderBy: { sentAt: "asc" },
    take: ASKED_MAX,
  });
  for (const { batchId, sentAt } of batches) {
    const answer = await callCatalog(key.shopId, (access) => fetchItemBatch(access, batchId), now);
    const isOver = now.getTime() - sentAt.getTime() > ANSWER_MS_MAX;
    if (answer.kind === "done" && answer.value.status !== "PROCESSING") {
      await recordAnswer(key, batchId, answer.value.items, now);
    } else if (answer.kind === "refused" || answer.kind === "no_account" || isOver) {
      await db.itemBatch.deleteMany({ where: { ...whereFeed(key), batchId } });
      log.warn({ ...key, answer: answer.kind }, "an update of items is not asked after any more");
    }
  }
  return (await db.itemBatch.count({ where: whereFeed(key) })) > 0 ? "waiting" : "answered";
}

/** Feeds with something to tell or to ask after, which a killed worker or a lost job left. */
export async function listUntoldFeeds(): Promise<{ tell: FeedKey[]; ask: FeedKey[] }> {
  const tell = await db.$queryRaw<FeedKey[]>`
    SELECT r."shopId"::text AS "shopId", r."feedId"::text AS "feedId" FROM feed_registrations r
     WHERE r.state = 'registered' AND r."resultId" IS NOT NULL AND EXISTS (
       SELECT 1 FROM catalog_items i
        WHERE i."shopId" = r."shopId" AND i."feedId" = r."feedId"
          AND i."untoldSince" IS NOT NULL AND i."leftOut" IS NULL)`;
  const ask = await db.$queryRaw<FeedKey[]>`
    SELECT DISTINCT "shopId"::text AS "shopId", "feedId"::text AS "feedId" FROM item_batches`;
  return { tell, ask };
}

async function tellAll(key: FeedKey, now: () => Date): Promise<TellOutcome> {
  const [feed, registration] = await Promise.all([
    findFeed(key),
    db.feedRegistration.findFirst({ where: whereFeed(key) }),
  ]);
  // Before its first fetch, Pinterest knows none of the items.
  const isReady = registration?.state === "registered" && registration.resultId !== null;
  if (!feed || !isReady) return { kind: "nothing" };
  let told = 0;
  for (let batch = 1; batch <= BATCHES_PER_RUN_MAX; batch += 1) {
    const items = await findUntold(key);
    const wire = items.length === 0 ? null : toItemBatch(feed.market, items);
    if (!wire) return { kind: "told", items: told };
    const answer = await callCatalog(key.shopId, (access) => postItemBatch(access, wire), now());
    switch (answer.kind) {
      case "done":
        await recordTold(key, items, answer.value.batchId, now());
        told += items.length;
        break;
      case "retry":
        return { kind: "later", items: told, afterMs: answer.retryAfterMs ?? RETRY_MS };
      case "refused": {
        const problem = catalogProblem(answer.status, answer.code);
        log.error({ ...key, problem }, "Pinterest refused an update of items as a whole");
        return { kind: "nothing" };
      }
      case "no_account":
      case "account_lost":
        return { kind: "nothing" };
    }
  }
  return { kind: "later", items: told, afterMs: ROOM_MS };
}

/** The longest untold first. */
function findUntold({ shopId, feedId }: FeedKey): Promise<UntoldItem[]> {
  return db.$queryRaw<UntoldItem[]>`
    SELECT "itemId", price, "salePrice", availability, "untoldSince" FROM catalog_items
     WHERE "shopId" = ${shopId}::uuid AND "feedId" = ${feedId}::uuid
       AND "untoldSince" IS NOT NULL AND "leftOut" IS NULL
     ORDER BY "untoldSince", "itemId" LIMIT ${ITEMS_PER_BATCH_MAX}`;
}

/** An item that changed again meanwhile has a later time, and is told again. */
async function recordTold(
  key: FeedKey,
  items: readonly UntoldItem[],
  batchId: string | null,
  now: Date,
): Promise<void> {
  const { shopId, feedId } = key;
  const told = JSON.stringify(items.map(({ itemId, untoldSince }) => ({ itemId, untoldSince })));
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE catalog_items i SET "untoldSince" = NULL
        FROM json_to_recordset(${told}::json) AS told("itemId" text, "untoldSince" timestamptz)
       WHERE i."shopId" = ${shopId}::uuid AND i."feedId" = ${feedId}::uuid
         AND i."itemId" = told."itemId" AND i."untoldSince" = told."untoldSince"`;
    if (batchId === null) return;
    await tx.itemBatch.createMany({
      data: [{ shopId, feedId, batchId, items: items.length, sentAt: now }],
      skipDuplicates: true,
    });
  });
  log.info({ ...key, items: items.length }, "told Pinterest of prices and stock");
}

async function recordAnswer(
  key: FeedKey,
  batchId: string,
  items: readonly BatchedItem[],
  now: Date,
): Promise<void> {
  const refused = items.flatMap(({ error, itemId }) => (error ? [{ itemId, ...error }] : []));
  await db.$transaction([
    db.refusedItem.deleteMany({
      where: { ...whereFeed(key), itemId: { in: items.map(({ itemId }) => itemId) } },
    }),
    db.refusedItem.createMany({
      data: refused.map((item) => ({ ...whereFeed(key), ...item, refusedAt: now })),
      skipDuplicates: true,
    }),
    db.itemBatch.deleteMany({ where: { ...whereFeed(key), batchId } }),
  ]);
  log.info(
    { ...key, items: items.length, refused: refused.length },
    "Pinterest answered for items",
  );
}

function whereFeed({ shopId, feedId }: FeedKey) {
  return { shopId, feedId };
}
