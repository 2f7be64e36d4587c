import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { rangeOf } from "~/catalog/part";

/** What is parted: the lines of products, the pictures of variants, and which variant is whose. */
type Kind = "products" | "variants" | "pictures";

/** How much of a range waits to be written. */
const BUFFER_BYTES: Readonly<Record<Kind, number>> = {
  products: 64 * 1024,
  variants: 8 * 1024,
  pictures: 8 * 1024,
};

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** The file of a range. Each of its lines begins with the numeric id of its owner and a space. */
export function rangeFile(folder: string, kind: Kind, range: number): string {
  return path.join(folder, `${kind}-${range}.jsonl`);
}

/**
 * One file for each range of owners, each behind a buffer. No file is held open: there may be more of them
 * than a process may open.
 */
export function openRanges(folder: string, kind: Kind, ranges: number) {
  const bytes = BUFFER_BYTES[kind];
  const all = new ArrayBuffer(ranges * bytes);
  const files = Array.from({ length: ranges }, (_, range) => ({
    name: rangeFile(folder, kind, range),
    buffer: Buffer.from(all, range * bytes, bytes),
    filled: 0,
  }));
  for (const { name } of files) writeFileSync(name, "");
  const flush = (file: (typeof files)[number]): void => {
    if (file.filled > 0) appendFileSync(file.name, file.buffer.subarray(0, file.filled));
    file.filled = 0;
  };
  return {
    /** Notes a line without its line break. A text is of digits. */
    write(ownerId: string, line: Buffer | string): void {
      const file = files[rangeOf(ownerId, ranges)];
      if (!file) return;
      const length = ownerId.length + line.length + 2;
      if (file.filled + length > bytes) flush(file);
      if (length > bytes) {
        const owner = Buffer.from(`${ownerId} `);
        return appendFileSync(file.name, Buffer.concat([owner, Buffer.from(line), BREAK]));
      }
      const { buffer } = file;
      let at = file.filled;
      at += buffer.write(ownerId, at, "latin1");
      buffer[at] = SPACE;
      at += 1;
      at += typeof line === "string" ? buffer.write(line, at, "latin1") : line.copy(buffer, at);
      buffer[at] = NEWLINE;
      file.filled = at + 1;
    },
    flush: () => files.forEach(flush),
    read: (range: number) => readFileSync(rangeFile(folder, kind, range)),
    remove: () => files.forEach(({ name }) => rmSync(name, { force: true })),
    /** Gives the memory of the buffers back, which nobody would collect in time. Nothing is written any more. */
    release: () => void all.transfer(0),
  };
}

const BREAK = Buffer.from([NEWLINE]);

/** The lines of a range's file: whose each is, where it begins with that, and where it stands. */
export function* eachOwned(
  bytes: Buffer,
): Generator<{ ownerId: string; begin: number; start: number; end: number }> {
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    const end = bytes.indexOf(NEWLINE, space);
    yield { ownerId: bytes.toString("latin1", at, space), begin: at, start: space + 1, end };
    at = end + 1;
  }
}
