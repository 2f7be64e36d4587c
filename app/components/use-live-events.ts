import { useAppBridge } from "@shopify/app-bridge-react";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { useEffect, useRef, useState } from "react";

import { liveBatchSchema, withArrived, type LiveEvent } from "~/conversions/live-event";
import { parse } from "~/parse";

/** `interrupted`: the app could not be reached, and is asked again by itself. */
export type LiveState = "connecting" | "live" | "interrupted" | "paused";

const AGAIN_MS = 3_000;

type Teller = {
  idToken: () => Promise<string>;
  /** Where the last stream ended; `null` before the first. */
  lastId: string | null;
  onOpen: () => void;
  onEvents: (arrived: LiveEvent[]) => void;
  onBreak: () => void;
};

/**
 * The shop's events as they come and change, while this page is open and not paused. Every stream begins
 * with a fresh token in its header and goes on where the one before it ended.
 */
export function useLiveEvents(isPaused: boolean): {
  events: LiveEvent[];
  state: LiveState;
  clear: () => void;
} {
  const shopify = useAppBridge();
  const [events, setEvents] = useState<LiveEvent[]>([]);
  const [state, setState] = useState<LiveState>("connecting");
  const lastId = useRef<string | null>(null);
  useEffect(() => {
    if (isPaused) return undefined;
    const gone = new AbortController();
    const teller: Teller = {
      idToken: () => shopify.idToken(),
      get lastId() {
        return lastId.current;
      },
      set lastId(id) {
        lastId.current = id;
      },
      onOpen: () => setState("live"),
      onEvents: (arrived) => setEvents((shown) => withArrived(shown, arrived)),
      onBreak: () => setState("interrupted"),
    };
    void follow(teller, gone.signal);
    return () => gone.abort();
  }, [isPaused, shopify]);
  return { events, state: isPaused ? "paused" : state, clear: () => setEvents([]) };
}

/** Stream after stream, until the page is gone. */
async function follow(teller: Teller, gone: AbortSignal): Promise<void> {
  while (!gone.aborted) {
    try {
      await readStream(teller, gone);
    } catch {
      if (gone.aborted) return;
      teller.onBreak();
      await new Promise((resolve) => window.setTimeout(resolve, AGAIN_MS));
    }
  }
}

async function readStream(teller: Teller, gone: AbortSignal): Promise<void> {
  const token = await teller.idToken();
  const response = await window.fetch("/app/diagnostics/live", {
    headers: {
      authorization: `Bearer ${token}`,
      accept: "text/event-stream",
      ...(teller.lastId !== null && { "last-event-id": teller.lastId }),
    },
    signal: gone,
  });
  if (!response.ok || response.body === null) throw response;
  const parser = createParser({ onEvent: (message) => take(message, teller) });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  teller.onOpen();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
  }
}

function take({ data, id }: EventSourceMessage, teller: Teller): void {
  const batch = parse(liveBatchSchema, JSON.parse(data));
  if (batch.kind === "parsed" && batch.value.length > 0) teller.onEvents(batch.value);
  if (id !== undefined) teller.lastId = id;
}
