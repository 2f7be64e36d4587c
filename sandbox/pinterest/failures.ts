import { z } from "zod";

const scope = {
  /** How many calls it lasts; without it, until it is cleared. */
  calls: z.int().min(1).optional(),
  /** Only calls for this ad account. */
  adAccountId: z.string().optional(),
};

/**
 * A way to fail that is switched on from outside. Several may be on at once.
 *
 * - `rate_limit`: 429 code 8 with `X-RateLimit-Reset: resetSeconds`.
 * - `server_error`: 500. `ramped_down`: 503 code 4197.
 * - `slow`, `slow_after`: `delayMs` pass before the events are recorded, or after that before the answer.
 * - `broken_before`, `broken_after`: the connection breaks before or after the events are recorded.
 * - `bad_request`: 400 for the whole batch. `html`: a web page with `status` in place of the answer, as
 *   a proxy in between gives it; nothing is recorded.
 * - `cut_answer`: the events are recorded, and the answer breaks off in its middle.
 * - `partial`: the named event ids, or every n-th event of a batch, fail.
 */
export const failureSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rate_limit"),
    resetSeconds: z.int().min(0).default(1),
    ...scope,
  }),
  z.strictObject({ kind: z.literal("server_error"), ...scope }),
  z.strictObject({ kind: z.literal("ramped_down"), ...scope }),
  z.strictObject({ kind: z.literal("slow"), delayMs: z.int().min(0), ...scope }),
  z.strictObject({ kind: z.literal("slow_after"), delayMs: z.int().min(0), ...scope }),
  z.strictObject({ kind: z.literal("bad_request"), ...scope }),
  z.strictObject({
    kind: z.literal("html"),
    status: z.int().min(200).max(599).default(502),
    ...scope,
  }),
  z.strictObject({ kind: z.literal("cut_answer"), ...scope }),
  z.strictObject({ kind: z.literal("broken_before"), ...scope }),
  z.strictObject({ kind: z.literal("broken_after"), ...scope }),
  z.strictObject({
    kind: z.literal("partial"),
    eventIds: z.array(z.string()).optional(),
    everyNth: z.int().min(1).optional(),
    message: z.string().default("The event could not be processed."),
    ...scope,
  }),
]);

export type Failure = z.infer<typeof failureSchema>;

/**
 * A way in which the tag's endpoint fails a browser.
 *
 * - `server_error`: 500. `broken_before`, `broken_after`: the connection breaks before or after the hit
 *   is recorded. `slow`: `delayMs` pass before it is recorded.
 * - `no_credentials`: a request with cookies is not answered to a page of another site; one without is.
 */
export const tagFailureSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("server_error"), ...scope }),
  z.strictObject({ kind: z.literal("broken_before"), ...scope }),
  z.strictObject({ kind: z.literal("broken_after"), ...scope }),
  z.strictObject({ kind: z.literal("slow"), delayMs: z.int().min(0), ...scope }),
  z.strictObject({ kind: z.literal("no_credentials"), ...scope }),
]);

export type TagFailure = z.infer<typeof tagFailureSchema>;

type Scope = { calls?: number | undefined; adAccountId?: string | undefined };

/** The failures that are on, each with the calls it has left. */
export class FailureSwitches<AnyFailure extends Scope = Failure> {
  #active: { failure: AnyFailure; callsLeft: number }[] = [];

  add(failure: AnyFailure): void {
    this.#active.push({ failure, callsLeft: failure.calls ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#active = [];
  }

  list(): AnyFailure[] {
    return this.#active.map(({ failure }) => failure);
  }

  /** The failures that this call meets; each of them has one call less from now on. */
  take(adAccountId: string): AnyFailure[] {
    const met = this.#active.filter(
      ({ failure }) => failure.adAccountId === undefined || failure.adAccountId === adAccountId,
    );
    for (const entry of met) entry.callsLeft -= 1;
    this.#active = this.#active.filter(({ callsLeft }) => callsLeft > 0);
    return met.map(({ failure }) => failure);
  }
}
