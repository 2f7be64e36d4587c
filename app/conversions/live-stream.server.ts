import { ending } from "~/ending.server";
import type { ShopId } from "~/ids";
import { SECOND_MS } from "~/time";

import { listLiveEvents, watchEvents, type LiveBatch } from "./live-events.server";

/** An id token lasts a minute: the stream ends before it, and the page comes back with a fresh one. */
export const STREAM_MS = 50 * SECOND_MS;

/** A line that says nothing keeps proxies from closing a silent stream. */
const BEAT_MS = 15 * SECOND_MS;

/** How long a stream goes on, and how often it beats. Tests have their own. */
export type StreamTimes = { streamMs: number; beatMs: number };

/**
 * The events of a shop as they come and change, as an event stream: at first what changed since `after`,
 * then each change. It ends by itself, when nobody reads it any more, and when the process is about to
 * stop; whoever comes again with the last id misses nothing.
 */
export function liveStream(
  shopId: ShopId,
  after: Date | null,
  reader: AbortSignal,
  times: StreamTimes = { streamMs: STREAM_MS, beatMs: BEAT_MS },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const end = AbortSignal.any([reader, ending.signal, AbortSignal.timeout(times.streamMs)]);
  let stop = (): void => undefined;
  return new ReadableStream({
    async start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const unwatch = watchEvents(shopId, (batch) => write(toMessage(batch)));
      const beat = setInterval(() => write(": beat\n\n"), times.beatMs);
      let isOver = false;
      stop = () => {
        if (isOver) return;
        isOver = true;
        unwatch();
        clearInterval(beat);
      };
      const close = () => {
        if (!isOver) controller.close();
        stop();
      };
      end.addEventListener("abort", close, { once: true });
      if (end.aborted) return close();
      // An empty batch too tells the page that the stream is there.
      const at = new Date();
      const events = await listLiveEvents(shopId, after, at);
      if (!isOver) write(toMessage({ events, at }));
    },
    cancel: () => stop(),
  });
}

function toMessage({ at, events }: LiveBatch): string {
  return `event: events\nid: ${at.toISOString()}\ndata: ${JSON.stringify(events)}\n\n`;
}

/** The instant of a last id; `null` where it is none of ours. */
export function parseLastId(text: string | null): Date | null {
  const at = new Date(text ?? "");
  return Number.isNaN(at.getTime()) ? null : at;
}
