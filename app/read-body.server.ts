import { Readable } from "node:stream";

import { UpstreamUnavailableError } from "./errors";

/** What is read of a request; every web `Request` is one. */
export type BodyRequest = {
  /** Names are in lower case. */
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
};

/**
 * The bytes of a request's body; `null` once it is clear that there are more than `bytesMax`, of which
 * the rest is not read.
 */
export async function readBody(request: BodyRequest, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length")) > bytesMax) return null;
  if (request.body instanceof Readable) return readStream(request.body, bytesMax);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The same of a socket's stream, by its events: to iterate costs several times as much. What is not read
 * stays in the stream, which must still be answered.
 */
function readStream(stream: Readable, bytesMax: number): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const settle = (bytes: Uint8Array | null): void => {
      stream.off("data", read).off("end", finish).off("error", reject).off("close", lose);
      resolve(bytes);
    };
    const read = (chunk: Uint8Array): void => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= bytesMax) return;
      stream.pause();
      settle(null);
    };
    const finish = (): void => {
      const [first] = chunks;
      settle(first && chunks.length === 1 ? first : Buffer.concat(chunks));
    };
    const lose = (): void => reject(new UpstreamUnavailableError("The body ended in the middle"));
    stream.on("data", read).on("end", finish).on("error", reject).on("close", lose);
  });
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A whole number of 16 digits or more, where one may stand; 2^53 has 16. */
const LONG_NUMBERS = /(^|[:,[\s])([1-9]\d{15,})(?=\s*(?:[,\]}]|$))/g;

/**
 * What the bytes say as JSON, which must be UTF-8; `undefined` where they say nothing. A whole number above
 * 2^53 becomes its digits as text: as a number, an id would lose its last ones.
 */
export function toJson(bytes: Uint8Array): unknown {
  try {
    return parseWithWholeIds(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Asking a reviver about every value takes several times as long as the parsing itself, so long numbers
 * get their quotes beforehand. Inside a text, such quotes end it in front of a digit, which no JSON does:
 * then the reviver has to say which is a number.
 */
function parseWithWholeIds(text: string): unknown {
  // Most bodies have none at all, and this question is cheaper than the next one.
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const marked = text.replace(LONG_NUMBERS, (whole, before: string, digits: string) =>
    isLossy(Number(digits)) ? `${before}"${digits}"` : whole,
  );
  if (marked === text) return JSON.parse(text);
  try {
    return JSON.parse(marked);
  } catch {
    return parseWithReviver(text);
  }
}

function parseWithReviver(text: string): unknown {
  try {
    // TypeScript does not know the reviver's third argument yet.
    return Reflect.apply(JSON.parse, JSON, [text, withWholeIds]);
  } catch (fault) {
    // A reviver is called level by level, and some thousand levels are too many for the stack.
    if (fault instanceof RangeError) return JSON.parse(text);
    throw fault;
  }
}

function withWholeIds(_key: string, value: unknown, context: { source?: string }): unknown {
  return isLossy(value) && /^\d+$/.test(context.source ?? "") ? context.source : value;
}

function isLossy(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}
