import { closeSync, openSync, writeSync } from "node:fs";

import { canRepeat, startCatalogCheck } from "./catalog-check";
import type { FeedRow } from "./columns";
import type { FeedFormat } from "./feed-format";
import { feedWriter } from "./feed-write";
import { startIssueBook, type IssueCounts, type ItemIssue } from "./issue-book";
import type { ItemOptions } from "./item";
import { startNotes, type Notes, type StoredItem } from "./item-notes.server";
import { itemRows, startComparison } from "./make-items.server";
import type { FeedMarket } from "./market";
import { productIn } from "./market-product";
import type { Product } from "./product";

/** What a feed is made by: plain data, because a thread may make a part of it. */
export type FeedRecipe = {
  format: FeedFormat;
  items: ItemOptions;
  storefront: FeedMarket["storefront"];
  /** The name of the file that is put together; a range's files stand beside it. */
  file: string;
};

/** What is known of a range before it is made. */
export type RangeBefore = {
  /** The stored items of its parts. */
  stored: readonly StoredItem[];
  /** Ids of the range's items that an earlier range has, so far as they are known. */
  taken: readonly string[];
};

/** The rows and the notes of one range, in files of their own, and what is to be told of them. */
export type MadeRange = {
  /** Rows of the file. */
  items: number;
  /** Items with an error. */
  leftOut: number;
  issueCounts: IssueCounts;
  issues: readonly ItemIssue[];
  /** The ids of its items that are not `taken`, in the order of the file, each once; none where none can repeat. */
  ids: readonly string[];
};

/** One range of one feed on its way. */
export type RangeMaking = {
  /** Takes a product. They come in the order of the file, each once. */
  take(product: Product): void;
  /** All products were taken. */
  end(): MadeRange;
};

/** The files of a range: its rows, and what changed of its items. */
export function filesOfRange({ file }: FeedRecipe, range: number): { rows: string; notes: string } {
  return { rows: `${file}.${range}`, notes: `${file}.${range}.changes` };
}

/** Makes the ranges of one feed, one after another. */
export type RangeMaker = {
  /** Begins a range, once the one before is ended. A range may be made again, which writes its files anew. */
  begin(range: number, before: RangeBefore): RangeMaking;
};

/**
 * Begins to make ranges of a feed. Memory holds the product that is given, the stored items of the range and
 * the issues that are kept, and two buffers that are used again.
 */
export function startRangeMaker(recipe: FeedRecipe): RangeMaker {
  const inMarket = productIn({ market: recipe.items.market, storefront: recipe.storefront });
  const tools = { inMarket, notes: startNotes(), text: startText() };
  return { begin: (range, before) => beginRange(recipe, tools, range, before) };
}

type Tools = {
  inMarket: (product: Product) => Product;
  notes: Notes;
  text: ReturnType<typeof startText>;
};

function beginRange(
  recipe: FeedRecipe,
  { inMarket, notes, text }: Tools,
  range: number,
  before: RangeBefore,
): RangeMaking {
  const { format, items: options } = recipe;
  const files = filesOfRange(recipe, range);
  const check = startCatalogCheck(options, before.taken);
  const comparison = startComparison(before.stored);
  const writer = feedWriter(format, options.storeUrl);
  const issues = startIssueBook();
  const ids = canRepeat(options) ? new Set<string>() : null;
  let items = 0;
  let leftOut = 0;
  notes.open(files.notes);
  text.open(files.rows);

  return {
    take(given) {
      const product = inMarket(given);
      const checked = check(product);
      const rows: FeedRow[] = [];
      for (const { isPublished, issues: found, item } of checked) {
        ids?.add(item.itemId);
        for (const issue of found) issues.note({ ...issue, productId: item.productId });
        if (isPublished) rows.push(item.row);
        else leftOut += 1;
      }
      items += rows.length;
      text.write(writer.rows(rows));
      for (const item of itemRows(product, checked, options)) {
        if (comparison.take(item)) notes.put(item);
      }
    },
    end() {
      const { put, removed } = comparison.end();
      for (const item of put) notes.put(item);
      for (const item of removed) notes.removed(item);
      notes.close();
      text.close();
      for (const itemId of before.taken) ids?.delete(itemId);
      const told = { issueCounts: issues.counts(), issues: issues.kept() };
      return { items, leftOut, ...told, ids: [...(ids ?? [])] };
    },
  };
}

/** More than most products come to. */
const TEXT_BYTES = 512 * 1024;

/**
 * Writes text to a file through one buffer: text that waited in memory would outlive many collections of
 * garbage, and a new buffer for each piece would be garbage that nobody collects in time.
 */
function startText() {
  let descriptor = NO_FILE;
  let scratch = Buffer.allocUnsafe(TEXT_BYTES);
  let filled = 0;
  const flush = (): void => {
    writeSync(descriptor, scratch.subarray(0, filled));
    filled = 0;
  };
  return {
    open(file: string): void {
      descriptor = openSync(file, "w");
    },
    write(text: string): void {
      // Of a character of UTF-16 come three bytes at most.
      const bytesMax = text.length * 3;
      if (filled + bytesMax > scratch.length) flush();
      if (bytesMax > scratch.length) scratch = Buffer.allocUnsafe(bytesMax);
      filled += scratch.write(text, filled);
    },
    close(): void {
      flush();
      closeSync(descriptor);
      descriptor = NO_FILE;
    },
  };
}

const NO_FILE = -1;
