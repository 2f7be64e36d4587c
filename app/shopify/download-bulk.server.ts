import { createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

import { UpstreamUnavailableError } from "~/errors";
import { SECOND_MS } from "~/time";

/** What became of a download. */
export type Downloaded =
  | { kind: "whole"; bytes: number }
  /** The address is good no more. */
  | { kind: "expired" };

/** What may go on in between. */
export type DownloadWorld = {
  onProgress: (bytes: number, outOf: number | null) => Promise<void>;
  stopping: AbortSignal;
};

/** A connection that gives nothing for so long is given up. */
const STALLED_MS_MAX = 30 * SECOND_MS;

/** The storage says 400 or 403 for a signature whose time is over. */
const EXPIRED = [400, 403, 404, 410];

/**
 * Downloads the result of a bulk operation into `file`. What is there of it already is kept, and the rest
 * asked for by `Range`; a storage that gives the whole instead begins the file anew. The file is whole
 * when it has as many bytes as the storage says that there are.
 *
 * @throws {UpstreamUnavailableError} when the connection breaks; the next try goes on from there.
 */
export async function downloadBulk(
  url: string,
  file: string,
  world: DownloadWorld,
): Promise<Downloaded> {
  const have = await sizeOf(file);
  const stalled = new AbortController();
  const signal = AbortSignal.any([world.stopping, stalled.signal]);
  const answer = await fetch(url, {
    headers: have > 0 ? { range: `bytes=${have}-` } : {},
    signal,
  }).catch(broken);
  if (EXPIRED.includes(answer.status)) return { kind: "expired" };
  if (answer.status === 416) return whatIsThere(answer, file, have);
  if (answer.status !== 200 && answer.status !== 206) {
    await answer.body?.cancel();
    throw new UpstreamUnavailableError("The storage refused a download", {
      status: answer.status,
    });
  }

  const start = answer.status === 206 ? have : 0;
  const length = answer.headers.get("content-length");
  const outOf = length === null ? null : start + Number(length);
  let bytes = start;
  const timer = setInterval(() => stalled.abort(), STALLED_MS_MAX);
  try {
    const { body } = answer;
    if (body === null) throw new UpstreamUnavailableError("The storage gave no body");
    await pipeline(
      async function* () {
        for await (const chunk of body) {
          timer.refresh();
          bytes += chunk.length;
          yield chunk;
          await world.onProgress(bytes, outOf);
        }
      },
      createWriteStream(file, { flags: start > 0 ? "a" : "w" }),
      { signal },
    );
  } catch (cause) {
    broken(cause);
  } finally {
    clearInterval(timer);
  }
  if (outOf !== null && bytes !== outOf) {
    throw new UpstreamUnavailableError("A download ended early", { bytes, outOf });
  }
  return { kind: "whole", bytes };
}

/** The range begins where the file ends, if the file is whole; else it is of no use. */
async function whatIsThere(answer: Response, file: string, have: number): Promise<Downloaded> {
  await answer.body?.cancel();
  const [, total] = /\/(\d+)$/.exec(answer.headers.get("content-range") ?? "") ?? [];
  if (Number(total) === have) return { kind: "whole", bytes: have };
  await rm(file, { force: true });
  throw new UpstreamUnavailableError("A half download does not fit the whole", { have });
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    // Nothing is there yet.
    return 0;
  }
}

/** The address carries a signature, so nothing of the fault but its kind is told. */
function broken(cause: unknown): never {
  if (cause instanceof UpstreamUnavailableError) throw cause;
  const name = cause instanceof Error ? cause.name : "unknown";
  throw new UpstreamUnavailableError("A download broke off", { name });
}
