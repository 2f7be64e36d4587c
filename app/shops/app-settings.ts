import { z } from "zod";

import {
  CHOSEN_EVENT_NAMES,
  CHOSEN_PIXEL_EVENTS,
  DEFAULT_THEME_EVENTS,
  PIXEL_EVENT_NAMES,
} from "./pixel-events";
import { CONSENT_POLICIES } from "./settings";

/** The longest that an order waits for its snapshot. A pixel that has not spoken by then will not. */
export const GRACE_SECONDS_MAX = 90;

/** A whole number, both ends included. `preset` holds until a merchant says otherwise. */
type Limits = { min: number; preset: number; max: number };

/**
 * The periods that are a shop's choice. Hashed user data is personal data: a quarter of a year is the
 * longest for which anybody has a use. Nothing goes while its order could still be reported, which is
 * seven days.
 */
export const RETENTION = {
  /**
   * A settled event with its hashed user data. For seven days its row keeps an act that is no order from
   * being reported twice; a month is for questions to support.
   */
  eventDays: { min: 7, preset: 30, max: 90 },
  /** A dead letter with Pinterest's words. Pinterest takes it for seven days. */
  deadLetterDays: { min: 7, preset: 30, max: 90 },
  /**
   * A snapshot with the shopper's choice. Forgotten sooner, an order found late would be reported against
   * a no; later, it says nothing that the ledger does not.
   */
  snapshotDays: { min: 7, preset: 7, max: 30 },
} as const satisfies Record<string, Limits>;

export type RetentionField = keyof typeof RETENTION;

/** Days of each period. */
export type Retention = Readonly<Record<RetentionField, number>>;

function within({ min, max }: Limits) {
  return z.int().min(min).max(max);
}

/**
 * Which ways an act of a shopper takes to Pinterest.
 *
 * - `both`: from the browser and from the server, under one id.
 * - `server_only`: from the server; the browser never contacts Pinterest.
 * - `browser_only`: from the browser; the server sends no event, of orders neither.
 * - `coexistence`: as `server_only`, under the ids of another Pinterest pixel that the shop keeps.
 */
export const TRACKING_MODES = ["both", "server_only", "browser_only", "coexistence"] as const;
export type TrackingMode = (typeof TRACKING_MODES)[number];

/** What an act of the pixel is reported as; `off`: it is not. */
export const REPORTED_AS = ["off", ...CHOSEN_EVENT_NAMES] as const;
export type ReportedAs = (typeof REPORTED_AS)[number];

/**
 * What Pinterest may match a shopper by, as far as a shop can leave it out. `browser` is the IP address with
 * the user agent: one without the other matches nobody.
 */
export const IDENTIFIERS = [
  "em",
  "ph",
  "fn",
  "ln",
  "ct",
  "st",
  "zp",
  "country",
  "external_id",
  "browser",
  "click_id",
] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

/** What a merchant can be told of on the home page, by name. */
export const ALERT_CODES = [
  "connection_needs_attention",
  "oldest_pending",
  "webhooks_stopped",
] as const;
export type AlertCode = (typeof ALERT_CODES)[number];

/** Spans of a day, so that the same hours of other days can be compared. */
export const QUIET_HOURS = [3, 4, 6, 8, 12, 24] as const;
export type QuietHours = (typeof QUIET_HOURS)[number];

/** The limits of the alerts' figures. */
export const ALERT_LIMITS = {
  /** Minutes. Delivery takes seconds; what is told before five minutes is told of every short outage. */
  pendingMinutes: { min: 5, preset: 15, max: 1_440 },
  /** Days. Fewer than three are no rhythm; more than a fortnight are many lines to count. */
  quietDays: { min: 3, preset: 7, max: 14 },
} as const satisfies Record<string, Limits>;
export type AlertField = keyof typeof ALERT_LIMITS;

/**
 * The settings that only the running app has: they concern the pixel and what is stored, of which a
 * command that explains one order from a file knows nothing.
 */
export const appSettingsSchema = z.object({
  /** A shop whose pixel is live, and no snapshot of an order: the shopper probably declined. */
  presumedDenied: z.enum(CONSENT_POLICIES),
  /** How long an order waits for its snapshot. Whole seconds; 0: not at all. */
  graceSeconds: z.int().min(0).max(GRACE_SECONDS_MAX),
  retention: z.object({
    eventDays: within(RETENTION.eventDays),
    deadLetterDays: within(RETENTION.deadLetterDays),
    snapshotDays: within(RETENTION.snapshotDays),
  } satisfies Record<RetentionField, z.ZodType>),
  mode: z.enum(TRACKING_MODES),
  events: z.record(z.enum(CHOSEN_PIXEL_EVENTS), z.enum(REPORTED_AS)),
  /** The events that the theme may publish, as `pinterest:<name>`. */
  themeEvents: z.array(z.enum(CHOSEN_EVENT_NAMES)).readonly(),
  /** The browser sends Pinterest, and us, a hashed email address and a hashed customer id. */
  matching: z.enum(["on", "off"]),
  /** What is not sent to match a shopper by; what this list does not name is. */
  withheld: z.array(z.enum(IDENTIFIERS)).readonly(),
  alerts: z.object({
    /** Which are not shown. */
    hidden: z.array(z.enum(ALERT_CODES)).readonly(),
    /** So long an event may be due before it counts as late. */
    pendingMinutes: within(ALERT_LIMITS.pendingMinutes),
    /** So long without an order is a sign that webhooks have stopped. */
    quietHours: z.literal([...QUIET_HOURS]),
    /** How many days before those hours are the measure. */
    quietDays: within(ALERT_LIMITS.quietDays),
  }),
});

export type AppSettings = Readonly<z.infer<typeof appSettingsSchema>>;

/**
 * What holds until a merchant says otherwise.
 *
 * **Decision:** `ldp` where a denial is presumed. Where consent comes first, the order is skipped by
 * that rule already; elsewhere a missing snapshot mostly means an ad blocker.
 */
export const DEFAULT_APP_SETTINGS: AppSettings = {
  presumedDenied: "ldp",
  graceSeconds: GRACE_SECONDS_MAX,
  retention: {
    eventDays: RETENTION.eventDays.preset,
    deadLetterDays: RETENTION.deadLetterDays.preset,
    snapshotDays: RETENTION.snapshotDays.preset,
  },
  mode: "both",
  events: {
    page_viewed: PIXEL_EVENT_NAMES.page_viewed,
    product_viewed: PIXEL_EVENT_NAMES.product_viewed,
    collection_viewed: PIXEL_EVENT_NAMES.collection_viewed,
    search_submitted: PIXEL_EVENT_NAMES.search_submitted,
    product_added_to_cart: PIXEL_EVENT_NAMES.product_added_to_cart,
    checkout_started: PIXEL_EVENT_NAMES.checkout_started,
    payment_info_submitted: PIXEL_EVENT_NAMES.payment_info_submitted,
  },
  themeEvents: DEFAULT_THEME_EVENTS,
  matching: "off",
  withheld: [],
  alerts: {
    hidden: [],
    pendingMinutes: ALERT_LIMITS.pendingMinutes.preset,
    quietHours: 6,
    quietDays: ALERT_LIMITS.quietDays.preset,
  },
};

const storedSchema = z.looseObject({
  events: z.looseObject({}).exactOptional(),
  alerts: z.looseObject({}).exactOptional(),
});

/** Stored settings over the defaults, event by event, so that a later version may add some of either. */
export function withDefaults(stored: unknown): unknown {
  const { alerts, events, ...others } = storedSchema.parse(stored ?? {});
  return {
    ...DEFAULT_APP_SETTINGS,
    ...others,
    events: { ...DEFAULT_APP_SETTINGS.events, ...events },
    alerts: { ...DEFAULT_APP_SETTINGS.alerts, ...alerts },
  };
}
