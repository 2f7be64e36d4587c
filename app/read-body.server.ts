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
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Where a number may stand that is above 2^53, which has 16 digits. To look for one first is cheap, and to
 * ask the reviver about every value takes several times as long as the parsing itself.
 */
const LONG_NUMBER = /(?:^|[:,[\s])\d{16}/;

/**
 * What the bytes say as JSON, which must be UTF-8; `undefined` where they say nothing. A whole number above
 * 2^53 becomes its digits as text: as a number, an id would lose its last ones.
 */
export function toJson(bytes: Uint8Array): unknown {
  try {
    const text = utf8.decode(bytes);
    if (!LONG_NUMBER.test(text)) return JSON.parse(text);
    // TypeScript does not know the reviver's third argument yet.
    return Reflect.apply(JSON.parse, JSON, [text, withWholeIds]);
  } catch {
    return undefined;
  }
}

function withWholeIds(_key: string, value: unknown, context: { source?: string }): unknown {
  const isLossy = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isLossy && /^\d+$/.test(context.source ?? "") ? context.source : value;
}
