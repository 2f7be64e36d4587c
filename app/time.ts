import { brand, type Brand } from "./brand";

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Whole seconds since 1970-01-01T00:00:00Z, the unit of Pinterest's `event_time`. */
export type UnixSeconds = Brand<number, "UnixSeconds">;

/** Drops the fraction, so that an event is never dated after it happened. */
export function toUnixSeconds(instant: Date): UnixSeconds {
  return brand(Math.floor(instant.getTime() / SECOND_MS));
}

/** The earlier of two instants. */
export function earlier(one: Date, other: Date): Date {
  return one.getTime() <= other.getTime() ? one : other;
}
