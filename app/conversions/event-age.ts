import { DAY_MS, MINUTE_MS } from "~/time";

/**
 * Older acts are not sent.
 *
 * **Decision:** Pinterest's own pages name no limit; integrators report that it takes the previous 7 days.
 */
export const EVENT_AGE_MS_MAX = 7 * DAY_MS;

/**
 * After this age, Pinterest counts a web event as offline and no longer compares its id, so that an
 * event which the browser sent too would be counted twice.
 *
 * Source: Pinterest Business Help, "The Pinterest API for Conversions"; Pinterest API v5.23,
 * `events/create`.
 */
export const DEDUPLICATED_AGE_MS_MAX = 60 * MINUTE_MS;
