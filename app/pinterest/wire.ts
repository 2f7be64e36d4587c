import { z } from "zod";

import { EVENT_NAMES, type EventName } from "./event-name";

export { EVENT_NAMES, type EventName };

/**
 * Where the shopper acted.
 *
 * Source: Pinterest API v5.23, `ConversionEvents.action_source`.
 */
export const ACTION_SOURCES = ["app_android", "app_ios", "web", "offline"] as const;
export type ActionSource = (typeof ACTION_SOURCES)[number];

/** The most events that one request may carry; none at all is refused too. */
export const EVENTS_PER_REQUEST_MAX = 1_000;

/**
 * The most test events that one request may carry: of more, Pinterest looks at these alone.
 *
 * Source: Pinterest developer guide, conversion testing: "the first 20 events".
 */
export const TEST_EVENTS_PER_REQUEST_MAX = 20;

/** The body of `POST /ad_accounts/{ad_account_id}/events`. */
export type WireEventsBody = { data: readonly WireEvent[] };

/**
 * One event as Pinterest takes it. What is not known is absent.
 *
 * Source: Pinterest API v5.23, `ConversionEvents`.
 */
export type WireEvent = {
  event_name: EventName;
  action_source: ActionSource;
  /** Unix seconds. */
  event_time: number;
  /** With `event_name`, the key by which Pinterest counts an act once. */
  event_id: string;
  event_source_url?: string;
  /** Two letters, ISO 639-1. */
  language?: string;
  user_data: WireUserData;
  custom_data?: WireCustomData;
  wifi?: boolean;
  app_id?: string;
  app_name?: string;
  app_version?: string;
  app_info?: WireAppInfo;
  device_brand?: string;
  device_carrier?: string;
  device_model?: string;
  device_type?: string;
  os_version?: string;
};

/** Keys sent as lists of SHA-256 hashes, even for one value. */
export const WIRE_HASHED_KEYS = [
  "em",
  "ph",
  "fn",
  "ln",
  "ct",
  "st",
  "zp",
  "country",
  "ge",
  "db",
  "external_id",
  "hashed_maids",
] as const;
export type WireHashedKey = (typeof WIRE_HASHED_KEYS)[number];

/** Keys sent as plain text and never hashed. */
export const WIRE_PLAIN_KEYS = ["click_id", "client_ip_address", "client_user_agent"] as const;
export type WirePlainKey = (typeof WIRE_PLAIN_KEYS)[number];

/**
 * Pinterest needs `em`, `hashed_maids`, or IP and user agent together.
 *
 * Source: Pinterest API v5.23, `ConversionEventsUserData`.
 */
export type WireUserData = Partial<Record<WireHashedKey, readonly string[]>> &
  Partial<Record<WirePlainKey, string>>;

export type WireCustomData = {
  /** ISO 4217. Without it, Pinterest takes the ad account's currency. */
  currency?: string;
  /** Decimal text. */
  value?: string;
  predicted_ltv?: string;
  order_id?: string;
  /** Pieces, not lines. */
  num_items?: number;
  content_ids?: readonly string[];
  contents?: readonly WireContent[];
  search_string?: string;
  content_name?: string;
  content_category?: string;
  content_brand?: string;
  /** Limited data processing; the only value that Pinterest acts on. */
  opt_out_type?: "LDP";
};

export type WireContent = {
  id: string;
  item_name?: string;
  item_category?: string;
  item_brand?: string;
  /** Of one piece, before discount; decimal text. */
  item_price?: string;
  quantity?: number;
};

export type WireAppInfo = {
  app_package_name?: string;
  app_store?: string;
  /** Unix seconds. */
  install_time?: number;
};

/** Missing, `null` and `""` all say that there is no message. */
const message = z
  .string()
  .nullish()
  .transform((text) => text || undefined);

/**
 * The answer to a batch, 200 or 422: one entry per event, in the order sent.
 *
 * Source: Pinterest API v5.23, `ConversionApiResponse`.
 */
export const wireEventsAnswerSchema = z.object({
  num_events_received: z.int(),
  num_events_processed: z.int(),
  events: z.array(
    z.object({
      status: z.enum(["processed", "failed"]),
      error_message: message,
      /** Advice on an event that was taken, e.g. on a key that it lacks. */
      warning_message: message,
    }),
  ),
});
export type WireEventsAnswer = z.infer<typeof wireEventsAnswerSchema>;
export type WireEventResult = WireEventsAnswer["events"][number];

/**
 * The body of every other answer.
 *
 * Source: Pinterest API v5.23, `Error`, `DetailedError`.
 */
export const wireErrorSchema = z.object({ code: z.int(), message });
export type WireError = z.infer<typeof wireErrorSchema>;
