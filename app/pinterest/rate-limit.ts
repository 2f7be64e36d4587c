import { SECOND_MS } from "~/time";

/** What Pinterest says of a caller's limit beside an answer. `null`: it said nothing usable. */
export type RateLimit = {
  /** Calls still allowed in the running window. */
  remaining: number | null;
  /** Milliseconds until the window starts anew; more than none, and no more than a day. */
  resetMs: number | null;
};

/** No window of Pinterest's limits is longer than a day; more is another unit, such as Unix time. */
const RESET_SECONDS_MAX = 24 * 60 * 60;

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
    resetMs: isWait(resetSeconds) ? resetSeconds * SECOND_MS : null,
  };
}

/** A wait of nothing would repeat the call that was too many at once. */
function isWait(seconds: number | null): seconds is number {
  return seconds !== null && seconds > 0 && seconds <= RESET_SECONDS_MAX;
}

/** The first number of a header, which may be a list. */
function wholeNumber(header: string | null): number | null {
  const digits = /^\s*(\d{1,15})/.exec(header ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
