import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { rm } from "node:fs/promises";

import { findItems, startNotes } from "./catalog-items.server";
import { startCatalogCheck, type CheckedItem } from "./catalog-check";
import type { FeedRow } from "./columns";
import type { FeedKey } from "./feed";
import type { FeedFormat } from "./feed-format";
import { feedWriter } from "./feed-write";
import type { Issue } from "./issue";
import type { ItemOptions } from "./item";
import type { LintCode } from "./lint-codes";
import { itemRows, startComparison } from "./make-items.server";
import type { FeedMarket } from "./market";
import { productIn } from "./market-product";
import type { PartRange } from "./part";
import type { Product } from "./product";

/** What a feed is made of and where its file is put together. */
export type MakingOptions = {
  feed: FeedKey;
  format: FeedFormat;
  items: ItemOptions;
  storefront: FeedMarket["storefront"];
  /** The file is written here; beside it, with a name of its own, what changed of the items. */
  file: string;
};

/** A file that was made and is not published yet. */
export type MadeFeed = {
  file: string;
  /** What changed of the items, in the form of `noteChanges`. */
  changesFile: string;
  /** SHA-256 in hex. */
  contentHash: string;
  sizeBytes: number;
  /** Rows of the file. */
  items: number;
  /** Items with an error. */
  leftOut: number;
  /** How often each code was found. */
  issueCounts: Readonly<Partial<Record<LintCode, number>>>;
  issues: readonly ItemIssue[];
};

/** An issue, and the product that it leads to. */
export type ItemIssue = Issue & { productId: string | null };

/** One feed on its way to a file. */
export type FeedMaking = {
  /** Begins some parts. They come in their order, each once. */
  begin(range: PartRange): Promise<void>;
  /** Takes a product of these parts. They come in the order of the file, each once. */
  take(product: Product): void;
  /** Ends them: all their products were taken. */
  end(): void;
  finish(): Promise<MadeFeed>;
  /** Ends it without a file. */
  abandon(): Promise<void>;
};

/** So many issues of one code are kept with their items; the others are counted. */
const ERRORS_KEPT_MAX = 500;
const WARNINGS_KEPT_MAX = 50;

/**
 * Begins the file of a feed. Memory holds the products that are given, the stored items of their parts
 * and the issues that are kept, so it does not grow with the catalog.
 *
 * The stored items are only read: what changed of them is noted on the disk, for whoever publishes the
 * file. A making that is broken off leaves nothing but files.
 */
export async function startMaking(options: MakingOptions): Promise<FeedMaking> {
  const { file, format, items: itemOptions, feed } = options;
  const changesFile = `${file}.changes`;
  const notes = startNotes(changesFile);
  const descriptor = openSync(file, "w");
  const check = startCatalogCheck(itemOptions);
  const inMarket = productIn({ market: itemOptions.market, storefront: options.storefront });
  const writer = feedWriter(format, itemOptions.storeUrl);
  const sha256 = createHash("sha256");
  const issues = new IssueBook();
  const piece = startPiece(descriptor, sha256);
  let published = 0;
  let leftOut = 0;
  let comparison = startComparison([]);

  piece.write(writer.head());
  return {
    async begin(range) {
      comparison = startComparison(await findItems(feed, range));
    },
    take(given) {
      const product = inMarket(given);
      const checked = check(product);
      const rows: FeedRow[] = [];
      for (const one of checked) {
        issues.note(one);
        if (one.isPublished) rows.push(one.item.row);
        else leftOut += 1;
      }
      published += rows.length;
      piece.write(writer.rows(rows));
      for (const item of itemRows(product, checked, itemOptions)) {
        if (comparison.take(item)) notes.put(item);
      }
    },
    end() {
      const { put, removed } = comparison.end();
      for (const item of put) notes.put(item);
      for (const item of removed) notes.removed(item);
    },
    async finish() {
      piece.write(writer.foot());
      piece.flush();
      closeSync(descriptor);
      notes.close();
      return {
        file,
        changesFile,
        contentHash: sha256.digest("hex"),
        sizeBytes: piece.sizeBytes(),
        items: published,
        leftOut,
        issueCounts: issues.counts(),
        issues: issues.kept(),
      };
    },
    async abandon() {
      closeSync(descriptor);
      notes.close();
      await rm(file, { force: true });
      await rm(changesFile, { force: true });
    },
  };
}

/**
 * Writes text to a file and adds it to a hash, through one buffer: text that waited in memory would outlive
 * many collections of garbage, and a new buffer for each piece would be garbage that nobody collects in time.
 */
function startPiece(descriptor: number, hash: Hash) {
  let scratch = Buffer.allocUnsafe(PIECE_BYTES);
  let filled = 0;
  let sizeBytes = 0;
  const flush = (): void => {
    const bytes = scratch.subarray(0, filled);
    hash.update(bytes);
    writeSync(descriptor, bytes);
    sizeBytes += filled;
    filled = 0;
  };
  return {
    write(text: string): void {
      // Of a character of UTF-16 come three bytes at most.
      const bytesMax = text.length * 3;
      if (filled + bytesMax > scratch.length) flush();
      if (bytesMax > scratch.length) scratch = Buffer.allocUnsafe(bytesMax);
      filled += scratch.write(text, filled);
    },
    flush,
    sizeBytes: () => sizeBytes,
  };
}

/** More than most products come to. */
const PIECE_BYTES = 512 * 1024;

/** Counts all issues, and keeps some of each code. */
class IssueBook {
  readonly #counts = new Map<LintCode, number>();
  readonly #errors: ItemIssue[] = [];
  readonly #warnings: ItemIssue[] = [];

  note({ issues, item }: CheckedItem): void {
    for (const issue of issues) {
      const count = (this.#counts.get(issue.code) ?? 0) + 1;
      this.#counts.set(issue.code, count);
      const isError = issue.severity === "error";
      if (count > (isError ? ERRORS_KEPT_MAX : WARNINGS_KEPT_MAX)) continue;
      (isError ? this.#errors : this.#warnings).push({ ...issue, productId: item.productId });
    }
  }

  counts(): MadeFeed["issueCounts"] {
    return Object.fromEntries(this.#counts);
  }

  kept(): ItemIssue[] {
    return [...this.#errors, ...this.#warnings];
  }
}
