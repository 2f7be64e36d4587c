import { createHash } from "node:crypto";
import { open, rm, type FileHandle } from "node:fs/promises";

import { canRepeat } from "./catalog-check";
import { feedWriter } from "./feed-write";
import { startIdSet } from "./id-set";
import { startIssueBook, type IssueCounts, type ItemIssue } from "./issue-book";
import { filesOfRange, type FeedRecipe, type MadeRange } from "./make-range.server";

/** A file that was made and is not published yet. */
export type MadeFeed = {
  file: string;
  /** What changed of the items, as `notedBatches` reads it. */
  changesFile: string;
  /** SHA-256 in hex. */
  contentHash: string;
  sizeBytes: number;
  /** Rows of the file. */
  items: number;
  /** Items with an error. */
  leftOut: number;
  issueCounts: IssueCounts;
  issues: readonly ItemIssue[];
};

/** One feed on its way to a file. */
export type FeedMaking = {
  /**
   * The ids of a range that an earlier one has. Where there are any, the range has to be made again with
   * them as `taken`.
   */
  taken(made: MadeRange): string[];
  /** Puts a range behind the ones before. They come in their order, each once. */
  add(range: number, made: MadeRange): Promise<void>;
  finish(): Promise<MadeFeed>;
  /** Ends it without a file. */
  abandon(): Promise<void>;
};

/**
 * Begins to put the file of a feed together from its ranges. Memory holds the issues that are kept and, where
 * two items can have one id, all ids.
 *
 * A making that is broken off leaves nothing but files.
 */
export async function startMaking(recipe: FeedRecipe): Promise<FeedMaking> {
  const { file, format, items: options } = recipe;
  const changesFile = `${file}.changes`;
  const changes = await open(changesFile, "w");
  const rows = await open(file, "w");
  const writer = feedWriter(format, options.storeUrl);
  const sha256 = createHash("sha256");
  const issues = startIssueBook();
  const ids = canRepeat(options) ? startIdSet() : null;
  const scratch = Buffer.allocUnsafe(PIECE_BYTES);
  let sizeBytes = 0;
  let items = 0;
  let leftOut = 0;

  const write = async (bytes: Uint8Array): Promise<void> => {
    sha256.update(bytes);
    sizeBytes += bytes.length;
    await rows.writeFile(bytes);
  };

  await write(Buffer.from(writer.head()));
  return {
    taken: (made) => (ids ? made.ids.filter((id) => ids.has(id)) : []),
    async add(range, made) {
      for (const id of made.ids) ids?.add(id);
      issues.add(made.issueCounts, made.issues);
      items += made.items;
      leftOut += made.leftOut;
      const files = filesOfRange(recipe, range);
      await eachPiece(files.rows, scratch, write);
      await eachPiece(files.notes, scratch, (bytes) => changes.writeFile(bytes));
      await rm(files.rows);
      await rm(files.notes);
    },
    async finish() {
      await write(Buffer.from(writer.foot()));
      await closeAll(rows, changes);
      return {
        ...{ file, changesFile, sizeBytes, items, leftOut },
        contentHash: sha256.digest("hex"),
        issueCounts: issues.counts(),
        issues: issues.kept(),
      };
    },
    async abandon() {
      await closeAll(rows, changes);
      await rm(file, { force: true });
      await rm(changesFile, { force: true });
    },
  };
}

const PIECE_BYTES = 256 * 1024;

async function eachPiece(
  file: string,
  scratch: Buffer,
  take: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const handle = await open(file);
  try {
    for (;;) {
      const { bytesRead } = await handle.read(scratch);
      if (bytesRead === 0) return;
      await take(scratch.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

async function closeAll(...handles: readonly FileHandle[]): Promise<void> {
  for (const handle of handles) await handle.close();
}
