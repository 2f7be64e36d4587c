import { disableTypes, imageSize, types } from "image-size";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { MINUTE_MS, SECOND_MS } from "~/time";
import { visit, type Visit, type VisitWorld } from "~/visit.server";

import type { AnyRow } from "./columns";
import type { Feed } from "./feed";
import { listFeeds, servedFormat } from "./feed.server";
import { feedReader } from "./feed-read";
import { readStored } from "./feed-storage.server";
import { judgeImage, judgeLink, type CheckFinding } from "./item-check";

/** One visit after the other at one host, half a second between two of them. */
const HOST_EVERY_MS = SECOND_MS / 2;

/** A run ends after so many visits or so much time, so that other shops have their turn. */
const VISITS_PER_RUN_MAX = 300;
const RUN_MS_MAX = 10 * MINUTE_MS;

/** The size of a picture stands at its beginning. */
const IMAGE_HEAD_BYTES = 64 * 1024;

/** Formats that Pinterest shows; whoever wrote the file, no other reader is tried on it. */
const IMAGE_TYPES: readonly string[] = ["gif", "jpg", "png", "webp"];
disableTypes(types.filter((type) => !IMAGE_TYPES.includes(type)));

/** What a run depends on. */
export type CheckWorld = {
  visits: VisitWorld;
  now: () => Date;
  pause: (ms: number) => Promise<unknown>;
  stopping: AbortSignal;
};

/** `off`: the merchant does not want it. */
export type CheckOutcome = "done" | "unfinished" | "off";

/** Turns the visits of a shop's pages and pictures on or off. What was found goes with them. */
export async function setItemChecks(shopId: ShopId, isOn: boolean): Promise<void> {
  const fresh = { isOn, feedId: null, place: 0, passAt: null };
  await db.$transaction([
    db.itemCheckRun.upsert({ where: { shopId }, create: { shopId, ...fresh }, update: fresh }),
    db.itemCheck.deleteMany({ where: { shopId } }),
  ]);
}

/** Whether they are on, and when all items were last seen to. */
export async function findItemChecks(
  shopId: ShopId,
): Promise<{ isOn: boolean; doneAt: Date | null }> {
  const run = await db.itemCheckRun.findUnique({ where: { shopId } });
  return { isOn: run?.isOn ?? false, doneAt: run?.doneAt ?? null };
}

/** The shops that want it. */
export async function listCheckedShops(): Promise<string[]> {
  const runs = await db.itemCheckRun.findMany({
    where: { isOn: true, shop: { uninstalledAt: null } },
    select: { shopId: true },
  });
  return runs.map(({ shopId }) => shopId);
}

/**
 * Visits the pages and pictures of a shop's published items, from where the last run stopped, and keeps what is
 * wrong with them. One page and one picture is visited once a run, however many items have it. Publishes and
 * blocks nothing.
 */
export async function checkItems(shopId: ShopId, world: CheckWorld): Promise<CheckOutcome> {
  const run = await db.itemCheckRun.findUnique({ where: { shopId } });
  if (!run?.isOn) return "off";
  const passAt = run.passAt ?? world.now();
  const feeds = (await listFeeds(shopId)).filter(({ currentVersionId }) => currentVersionId);
  const visitor = startVisitor(world);
  const first = feeds.findIndex(({ feedId }) => feedId === run.feedId);
  for (const [index, feed] of feeds.entries()) {
    if (index < first) continue;
    const place = index === first ? run.place : 0;
    const reached = await checkFeed(feed, place, visitor, world);
    if (reached !== "over") {
      await db.itemCheckRun.updateMany({
        where: { shopId, isOn: true },
        data: { feedId: feed.feedId, place: reached, passAt },
      });
      return "unfinished";
    }
    await db.itemCheck.deleteMany({
      where: { shopId, feedId: feed.feedId, checkedAt: { lt: passAt } },
    });
  }
  await db.itemCheckRun.updateMany({
    where: { shopId },
    data: { feedId: null, place: 0, passAt: null, doneAt: world.now() },
  });
  log.info({ shopId, feeds: feeds.length }, "visited the pages and pictures of a catalog");
  return "done";
}

/** @returns how many rows are done with, or that all are. */
async function checkFeed(
  feed: Feed,
  from: number,
  visitor: Visitor,
  world: CheckWorld,
): Promise<number | "over"> {
  let place = 0;
  for await (const row of rowsOf(feed)) {
    place += 1;
    if (place <= from) continue;
    if (visitor.isTired() || world.stopping.aborted) return place - 1;
    if (!(await findItemChecks(feed.shopId)).isOn) return place - 1;
    const id = columnOf(row, "id");
    const findings = [
      await visitor.image(columnOf(row, "image_link")),
      await visitor.link(columnOf(row, "link")),
    ].filter((finding) => finding !== null);
    await recordFindings(feed, id, findings, world.now());
  }
  return "over";
}

function columnOf(row: AnyRow, column: string): string {
  return row[column] ?? row[`g:${column}`] ?? "";
}

async function* rowsOf(feed: Feed): AsyncGenerator<AnyRow, void> {
  const { currentVersionId, feedId, shopId } = feed;
  if (currentVersionId === null) return;
  const version = await db.feedVersion.findFirst({
    where: { id: currentVersionId, shopId, feedId },
  });
  if (!version) return;
  const reader = feedReader(await servedFormat(feed));
  const decoder = new TextDecoder();
  for await (const chunk of await readStored(version.storageKey)) {
    for (const part of reader.push(decoder.decode(chunk, { stream: true }))) {
      if (part.kind === "row") yield part.row;
    }
  }
  for (const part of reader.end()) if (part.kind === "row") yield part.row;
}

async function recordFindings(
  { feedId, shopId }: Feed,
  itemId: string,
  findings: readonly CheckFinding[],
  checkedAt: Date,
): Promise<void> {
  if (itemId === "") return;
  const codes = findings.map(({ code }) => code);
  await db.$transaction([
    db.itemCheck.deleteMany({ where: { shopId, feedId, itemId } }),
    db.itemCheck.createMany({
      data: findings.map((finding) => ({ shopId, feedId, itemId, ...finding, checkedAt })),
      skipDuplicates: true,
    }),
  ]);
  if (codes.length > 0) log.debug({ shopId, feedId, codes }, "a visit found something");
}

type Visitor = ReturnType<typeof startVisitor>;

function startVisitor({ now, pause, visits }: CheckWorld) {
  const known = new Map<string, Promise<CheckFinding | null>>();
  const nextAt = new Map<string, number>();
  const until = now().getTime() + RUN_MS_MAX;
  let count = 0;

  return {
    isTired: () => count >= VISITS_PER_RUN_MAX || now().getTime() >= until,
    image: (url: string) => once(url, IMAGE_HEAD_BYTES, (seen) => judgeImage(seen, sizeOf(seen))),
    /** The variant of a page is no page of its own. */
    link: (url: string) => once(withoutVariant(url), 0, judgeLink),
  };

  function once(
    url: string,
    headBytes: number,
    judge: (seen: Visit) => CheckFinding | null,
  ): Promise<CheckFinding | null> {
    if (url === "") return Promise.resolve(null);
    const finding = known.get(url) ?? look(url, headBytes).then(judge);
    known.set(url, finding);
    return finding;
  }

  async function look(url: string, headBytes: number): Promise<Visit> {
    count += 1;
    const host = URL.parse(url)?.host ?? "";
    const at = now().getTime();
    const waitMs = Math.max(0, (nextAt.get(host) ?? 0) - at);
    nextAt.set(host, at + waitMs + HOST_EVERY_MS);
    if (waitMs > 0) await pause(waitMs);
    return visit(url, headBytes, visits);
  }
}

function withoutVariant(link: string): string {
  const url = URL.parse(link);
  if (!url) return link;
  url.searchParams.delete("variant");
  return url.href;
}

function sizeOf(seen: Visit): { width: number; height: number } | null {
  if (seen.kind !== "answered") return null;
  try {
    const { height, width } = imageSize(seen.head);
    return { width, height };
  } catch {
    // The beginning does not tell, or it is no picture of a kind that is known.
    return null;
  }
}
