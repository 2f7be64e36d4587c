import type { DeliveryOutcome, EventsAnswer } from "~/pinterest/outcome";

/** Posts one batch of at least one event. The caller brings the network. */
export type PostBatch<Event> = (events: readonly Event[]) => Promise<EventsAnswer>;

export type Settled<Event> = { event: Event; outcome: DeliveryOutcome };

/** An answer that is about the lane, not about an event. */
export type Stop = Extract<EventsAnswer, { kind: "needs_attention" | "retry" }>;

/** What came of a batch; whatever is not settled is to be sent again. */
export type SentBatch<Event> = { settled: readonly Settled<Event>[]; stop: Stop | null };

/**
 * Sends `events` and gives each its outcome, in the order given.
 *
 * A batch that Pinterest refuses as a whole is halved until the bad event stands alone: one such event
 * among n costs about 2·log2(n) calls more, and not the other n - 1 events. An answer about the lane
 * ends the work at once; whatever has no outcome then is to be sent again. No events, no call.
 */
export async function sendBatch<Event>(
  events: readonly Event[],
  post: PostBatch<Event>,
): Promise<SentBatch<Event>> {
  const settled: Settled<Event>[] = [];
  const open = [events];
  for (let batch = open.pop(); batch !== undefined; batch = open.pop()) {
    if (batch.length === 0) continue;
    const answer = await post(batch);
    switch (answer.kind) {
      case "per_event":
        settled.push(...paired(batch, answer.outcomes));
        break;
      case "refused":
        if (batch.length > 1) open.push(...halves(batch));
        else settled.push(...paired(batch, [{ kind: "rejected", reason: answer.reason }]));
        break;
      case "needs_attention":
      case "retry":
        return { settled, stop: answer };
    }
  }
  return { settled, stop: null };
}

/** The second half first: `open` is emptied from its end. */
function halves<Event>(batch: readonly Event[]): [readonly Event[], readonly Event[]] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(middle), batch.slice(0, middle)];
}

/** The client promises one outcome per event; what an answer leaves out has none and is sent again. */
function paired<Event>(
  batch: readonly Event[],
  outcomes: readonly DeliveryOutcome[],
): Settled<Event>[] {
  return batch.flatMap((event, index) => {
    const outcome = outcomes[index];
    return outcome ? [{ event, outcome }] : [];
  });
}
