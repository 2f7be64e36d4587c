import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { appendFile, rm, writeFile } from "node:fs/promises";

import { findItems, type ItemRow } from "./catalog-items.server";
import { startCatalogCheck, type CheckedItem } from "./catalog-check";
import type { FeedRow } from "./columns";
import type { FeedKey } from "./feed";
import type { FeedFormat } from "./feed-format";
import { feedWriter } from "./feed-write";
import type { Issue } from "./issue";
import type { ItemOptions } from "./item";
import type { LintCode } from "./lint-codes";
import { changesOf, itemRows } from "./make-items.server";
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
  /** What changed of the items, a line of JSON for each range of parts. */
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
  /** Takes all products of some parts, in the order of the file. Parts come in their order, each once. */
  take(range: PartRange, products: readonly Product[]): Promise<void>;
  finish(): Promise<MadeFeed>;
  /** Ends it without a file. */
  abandon(): Promise<void>;
};

/** So many issues of one code are kept with their items; the others are counted. */
const ERRORS_KEPT_MAX = 500;
const WARNINGS_KEPT_MAX = 50;

/** Of most pieces. */
const PIECE_BYTES = 1024 * 1024;

/** So many rows are written at once. */
const ROWS_PER_PIECE = 500;

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
  await writeFile(changesFile, "");
  const descriptor = openSync(file, "w");
  const check = startCatalogCheck(itemOptions);
  const inMarket = productIn({ market: itemOptions.market, storefront: options.storefront });
  const writer = feedWriter(format, itemOptions.storeUrl);
  const sha256 = createHash("sha256");
  const issues = new IssueBook();
  let scratch = Buffer.allocUnsafe(PIECE_BYTES);
  let sizeBytes = 0;
  let published = 0;
  let leftOut = 0;

  write(writer.head());
  return {
    async take(range, products) {
      const made: ItemRow[] = [];
      let rows: FeedRow[] = [];
      for (const given of products) {
        const product = inMarket(given);
        const checked = check(product);
        for (const one of checked) {
          issues.note(one);
          if (one.isPublished) rows.push(one.item.row);
          else leftOut += 1;
        }
        made.push(...itemRows(product, checked, itemOptions));
        if (rows.length < ROWS_PER_PIECE) continue;
        writeRows(rows);
        rows = [];
        await yieldToOthers();
      }
      writeRows(rows);
      const changes = changesOf(made, await findItems(feed, range));
      if (changes.put.length + changes.removed.length > 0) {
        await appendFile(changesFile, `${JSON.stringify(changes)}\n`);
      }
    },
    async finish() {
      write(writer.foot());
      closeSync(descriptor);
      return {
        file,
        changesFile,
        contentHash: sha256.digest("hex"),
        sizeBytes,
        items: published,
        leftOut,
        issueCounts: issues.counts(),
        issues: issues.kept(),
      };
    },
    async abandon() {
      closeSync(descriptor);
      await rm(file, { force: true });
      await rm(changesFile, { force: true });
    },
  };

  function writeRows(rows: readonly FeedRow[]): void {
    published += rows.length;
    write(writer.rows(rows));
  }

  function write(text: string): void {
    const length = Buffer.byteLength(text);
    // A new buffer for each piece would be garbage that nobody collects in time.
    if (length > scratch.length) scratch = Buffer.allocUnsafe(length * 2);
    const bytes = scratch.subarray(0, scratch.write(text));
    sha256.update(bytes);
    sizeBytes += length;
    writeSync(descriptor, bytes);
  }
}

/** The worker has orders to deliver meanwhile. */
function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

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
