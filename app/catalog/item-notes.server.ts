import { closeSync, openSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";

/** An item as a making leaves it. */
export type ItemRow = {
  itemId: string;
  productId: string;
  variantId: string;
  part: number;
  contentHash: string;
  price: string | null;
  salePrice: string | null;
  availability: string | null;
  /** Why it is not in the file, as a code; `null` where it is. */
  leftOut: string | null;
};

export type StoredItem = Pick<ItemRow, "itemId" | "productId" | "contentHash" | "leftOut">;

/** What changed of the items of some parts. */
export type ItemChanges = { put: ItemRow[]; removed: Pick<ItemRow, "itemId" | "productId">[] };

/** Notes what changed in a file, as {@link notedBatches} reads it: a batch in each line. */
export type Notes = {
  /** Begins a file, once the one before is closed. */
  open(file: string): void;
  put(item: ItemRow): void;
  removed(item: Pick<ItemRow, "itemId" | "productId">): void;
  /** Writes what is left. */
  close(): void;
};

/**
 * Begins to write notes. Items wait as bytes in buffers that are used again: as objects they would outlive
 * many collections of garbage, and there are as many as the catalog has.
 */
export function startNotes(): Notes {
  let descriptor = NO_FILE;
  const lines = { put: startLine("put"), removed: startLine("removed") };
  return {
    open(file) {
      descriptor = openSync(file, "w");
    },
    put: (item) => lines.put.add(JSON.stringify(item)),
    removed: ({ itemId, productId }) => lines.removed.add(JSON.stringify({ itemId, productId })),
    close() {
      lines.put.end();
      lines.removed.end();
      closeSync(descriptor);
      descriptor = NO_FILE;
    },
  };

  function startLine(kind: Kind) {
    const opening = `${NOTES[kind]}[`;
    let bytes = Buffer.allocUnsafe(LINE_BYTES);
    let filled = 0;
    let items = 0;
    const end = (): void => {
      if (items > 0) writeSync(descriptor, bytes.subarray(0, filled + bytes.write("]\n", filled)));
      items = 0;
    };
    const add = (item: string): void => {
      if (items === BATCH_ITEMS) end();
      if (items === 0) filled = bytes.write(opening);
      // Of a character of UTF-16 come three bytes at most.
      const needed = filled + item.length * 3 + EDGE_BYTES;
      if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, filled)], needed * 2);
      filled += bytes.write(items === 0 ? item : `,${item}`, filled);
      items += 1;
    };
    return { add, end };
  }
}

/** A buffer grows to its longest line. */
const LINE_BYTES = 64 * 1024;

const NO_FILE = -1;

/** What stands around an item. */
const EDGE_BYTES = 8;

/** The kinds of notes, by what a line begins with. */
const NOTES = { put: "+", removed: "-" } as const;
type Kind = keyof typeof NOTES;

const NEWLINE = 0x0a;

/**
 * The noted batches of a kind: JSON in the bytes of UTF-8, each good until the next. Read through one buffer
 * that grows to the longest line.
 */
export async function* notedBatches(file: string, kind: Kind): AsyncGenerator<Buffer> {
  const mark = NOTES[kind].charCodeAt(0);
  const handle = await open(file);
  try {
    let bytes = Buffer.allocUnsafe(LINE_BYTES);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, filled);
      filled += bytesRead;
      let start = 0;
      for (let end = newlineIn(start); end >= 0; end = newlineIn(start)) {
        if (bytes[start] === mark) yield bytes.subarray(start + 1, end);
        start = end + 1;
      }
      if (bytesRead === 0) return;
      bytes.copyWithin(0, start, filled);
      filled -= start;
      if (filled === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
    }

    function newlineIn(from: number): number {
      return bytes.subarray(0, filled).indexOf(NEWLINE, from);
    }
  } finally {
    await handle.close();
  }
}

/** So many items are written by one statement. */
export const BATCH_ITEMS = 1_000;
