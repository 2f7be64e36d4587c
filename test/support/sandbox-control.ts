import type { ReceivedCall, ReceivedEvent } from "../../sandbox/pinterest/received";

/** Calls a control route of the sandbox and returns its answer. */
export async function control<Answer>(
  base: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${base}/sandbox/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  if (!response.ok) {
    throw new Error(`The sandbox refused ${method} ${path}: ${response.status}`);
  }
  return response.json();
}

/** The events that a local Pinterest recorded. */
export async function receivedEvents(pinterestUrl: string): Promise<ReceivedEvent[]> {
  const answer = await control<{ events: ReceivedEvent[] }>(pinterestUrl, "GET", "events");
  return answer.events;
}

/** Every body that reached a local Pinterest, as it arrived. */
export async function receivedBodies(pinterestUrl: string): Promise<unknown[]> {
  const { calls } = await control<{ calls: ReceivedCall[] }>(pinterestUrl, "GET", "calls");
  return calls.map(({ rawBody }) => JSON.parse(rawBody));
}
