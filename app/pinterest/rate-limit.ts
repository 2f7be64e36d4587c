import { SECOND_MS } from "~/time";

/** What Pinterest says of a caller's limit beside an answer. `null`: it said nothing usable. */
export type RateLimit = {
  /** Calls still allowed in the running window. */
  remaining: number | null;
  /** Milliseconds until the window starts anew. */
  resetMs: number | null;
};

/** A wait that Pinterest cannot mean: no window of its limits is longer than a day. */
const RESET_MS_MAX = 24 * 60 * 60 * SECOND_MS;

/**
 * Reads the rate-limit headers of an answer. `X-RateLimit-Reset` is in seconds from now.
 *
 * Source: Pinterest developers, "Rate limits"; `X-RateLimit-Limit` comes as
 * `120000, 120000;w=60;name="ads_conversions_ad_account_id"` and is not needed here.
 */
export function rateLimitOf(headers: { get(name: string): string | null }): RateLimit {
  const resetSeconds = wholeNumber(headers.get("x-ratelimit-reset"));
  return {
    remaining: wholeNumber(headers.get("x-ratelimit-remaining")),
    resetMs: resetSeconds === null ? null : Math.min(resetSeconds * SECOND_MS, RESET_MS_MAX),
  };
}

/** The first number of a header, which may be a list. */
function wholeNumber(header: string | null): number | null {
  const digits = /^\s*(\d{1,15})/.exec(header ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
