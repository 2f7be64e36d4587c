import { DAY_MS } from "~/time";

import type { TrackingMode } from "./app-settings";
import type { ConnectionState } from "./connection";
import type { AccountAttention } from "./pinterest-account";
import type { PixelState } from "./pixel";

/** What the app stands on, in the order of the page. */
export const LEGS = ["browser", "server", "catalog", "consent"] as const;
export type Leg = (typeof LEGS)[number];

/**
 * How a leg stands.
 *
 * - `good`: it does what it should.
 * - `attention`: it works in part, or nobody knows yet.
 * - `trouble`: it does not work.
 * - `off`: the settings leave it out.
 */
export const LEG_TONES = ["good", "attention", "trouble", "off"] as const;
export type LegTone = (typeof LEG_TONES)[number];

/** The pages of the app on which something can be mended. */
const REMEDY_PATHS = {
  connection: "/app/settings/connection",
  tracking: "/app/settings/tracking",
  privacy: "/app/settings/privacy",
  conversions: "/app/conversions",
  catalog: "/app/catalog",
} as const;
/** Some things are done in the store itself. */
export type RemedyPage = keyof typeof REMEDY_PATHS | "store";

/** Where a remedy leads: into the app, or to the store in a tab of its own. */
export function remedyTarget(
  page: RemedyPage,
  storeUrl: string,
): { url: string; external: boolean } {
  if (page === "store") return { url: storeUrl, external: true };
  return { url: REMEDY_PATHS[page], external: false };
}

type Row = { leg: Leg; tone: LegTone; remedy: RemedyPage | null };

/** Why a leg stands as it does, and the page that mends it. Of a leg's reasons, the earlier counts. */
export const LEG_REASONS = {
  browser_off: { leg: "browser", tone: "off", remedy: null },
  pixel_refused: { leg: "browser", tone: "trouble", remedy: "tracking" },
  pixel_missing: { leg: "browser", tone: "trouble", remedy: "tracking" },
  /** It never sent anything. */
  pixel_unheard: { leg: "browser", tone: "attention", remedy: "store" },
  /** It has not sent anything for a day. */
  pixel_quiet: { leg: "browser", tone: "attention", remedy: "tracking" },
  /** In this mode it tells the app nothing. */
  pixel_alone: { leg: "browser", tone: "good", remedy: null },
  pixel_live: { leg: "browser", tone: "good", remedy: null },

  server_off: { leg: "server", tone: "off", remedy: null },
  not_connected: { leg: "server", tone: "trouble", remedy: "connection" },
  connection_lost: { leg: "server", tone: "trouble", remedy: "connection" },
  webhooks_silent: { leg: "server", tone: "trouble", remedy: "conversions" },
  events_late: { leg: "server", tone: "attention", remedy: "conversions" },
  events_refused: { leg: "server", tone: "attention", remedy: "conversions" },
  /** Events have a token of their own and go on. */
  account_lost: { leg: "server", tone: "attention", remedy: "connection" },
  server_untested: { leg: "server", tone: "attention", remedy: "connection" },
  server_ready: { leg: "server", tone: "good", remedy: null },
  server_live: { leg: "server", tone: "good", remedy: null },

  catalog_unread: { leg: "catalog", tone: "attention", remedy: "catalog" },
  /** For the first time: nothing is published yet. */
  catalog_reading: { leg: "catalog", tone: "attention", remedy: "catalog" },
  catalog_failed: { leg: "catalog", tone: "trouble", remedy: "catalog" },
  feed_refused: { leg: "catalog", tone: "trouble", remedy: "catalog" },
  feed_waits: { leg: "catalog", tone: "attention", remedy: "catalog" },
  feed_unpublished: { leg: "catalog", tone: "attention", remedy: "catalog" },
  feed_unfetched: { leg: "catalog", tone: "attention", remedy: "catalog" },
  /** Pinterest has not fetched it for two days. */
  fetch_stopped: { leg: "catalog", tone: "trouble", remedy: "catalog" },
  feed_live: { leg: "catalog", tone: "good", remedy: null },

  /** Most of the orders were left out because nothing was known of the shopper's choice. */
  consent_mostly_unknown: { leg: "consent", tone: "attention", remedy: "privacy" },
  consent_unreviewed: { leg: "consent", tone: "attention", remedy: "privacy" },
  consent_followed: { leg: "consent", tone: "good", remedy: null },
} as const satisfies Record<string, Row>;
export type LegReason = keyof typeof LEG_REASONS;

/** What the legs are judged by. */
export type Signs = {
  mode: TrackingMode;
  connectionState: ConnectionState;
  /** A test event was accepted, or an order was. */
  isProven: boolean;
  accountAttention: AccountAttention | null;
  pixel: { state: PixelState; seenAt: Date | null };
  server: {
    /** An event may go and has not gone for long. */
    isLate: boolean;
    /** Orders used to come every hour and have stopped. */
    isSilent: boolean;
    /** Pinterest refused events, and nobody has looked after them. */
    hasRefused: boolean;
    hasReported: boolean;
  };
  catalog: CatalogSigns;
  consent: {
    reviewedAt: Date | null;
    /** Orders of the period, and how many of them were left out because the choice was not known. */
    orders: number;
    unknown: number;
  };
};

/** What is known of a shop's feeds, all together. */
export type CatalogSigns = {
  hasFeed: boolean;
  /** The catalog is being read. */
  isReading: boolean;
  hasFailed: boolean;
  isRefused: boolean;
  /** A version waits for the merchant's word. */
  waits: boolean;
  isPublished: boolean;
  /** When Pinterest last fetched one; `null` before the first time. */
  fetchedAt: Date | null;
};

/** A pixel that is older than this without a word is not called live. */
const PIXEL_QUIET_MS = DAY_MS;

/** Pinterest is asked to fetch every day; one day may be lost. */
const FETCH_STOPPED_MS = 2 * DAY_MS;

/** With fewer orders, half of them is no sign. */
const ORDERS_MIN = 10;

/** How a leg stands: every reason that holds, the most urgent first. */
export type LegState = { leg: Leg; tone: LegTone; reasons: readonly [LegReason, ...LegReason[]] };

/** How the four legs stand, in the order of the page. */
export function legsOf(signs: Signs, now: Date): LegState[] {
  return [
    state(browserReasons(signs, now)),
    state(serverReasons(signs)),
    state(catalogReasons(signs.catalog, now)),
    state(consentReasons(signs)),
  ];
}

/** Where Pinterest is not connected, everything else waits for that. */
const URGENCY: readonly Leg[] = ["server", "browser", "catalog", "consent"];

/** The one thing to do next: what is in trouble before what needs attention; `null` where nothing is. */
export function nextStep(legs: readonly LegState[]): LegReason | null {
  for (const tone of ["trouble", "attention"] as const) {
    for (const leg of URGENCY) {
      const found = legs.find((one) => one.leg === leg && one.tone === tone);
      if (found) return found.reasons[0];
    }
  }
  return null;
}

function state(reasons: LegState["reasons"]): LegState {
  const { leg, tone } = LEG_REASONS[reasons[0]];
  return { leg, tone, reasons };
}

function browserReasons({ mode, pixel }: Signs, now: Date): LegState["reasons"] {
  if (mode === "server_only" || mode === "coexistence") return ["browser_off"];
  if (pixel.state === "refused") return ["pixel_refused"];
  if (pixel.state === "none") return ["pixel_missing"];
  if (mode === "browser_only") return ["pixel_alone"];
  if (pixel.seenAt === null) return ["pixel_unheard"];
  return [isOver(pixel.seenAt, PIXEL_QUIET_MS, now) ? "pixel_quiet" : "pixel_live"];
}

function serverReasons(signs: Signs): LegState["reasons"] {
  const { accountAttention, connectionState, isProven, mode, server } = signs;
  if (connectionState === "not_connected") return ["not_connected"];
  const [first, ...others]: LegReason[] = [
    ...(connectionState === "needs_attention" ? (["connection_lost"] as const) : []),
    ...(mode === "browser_only" ? (["server_off"] as const) : []),
    ...(server.isSilent && mode !== "browser_only" ? (["webhooks_silent"] as const) : []),
    ...(server.isLate ? (["events_late"] as const) : []),
    ...(server.hasRefused ? (["events_refused"] as const) : []),
    ...(accountAttention === null ? [] : (["account_lost"] as const)),
    ...(isProven || mode === "browser_only" ? [] : (["server_untested"] as const)),
  ];
  if (first) return [first, ...others];
  return [server.hasReported ? "server_live" : "server_ready"];
}

function catalogReasons(catalog: CatalogSigns, now: Date): LegState["reasons"] {
  const { fetchedAt, hasFailed, hasFeed, isPublished, isReading, isRefused, waits } = catalog;
  if (isReading && !isPublished && !waits) return ["catalog_reading"];
  if (!hasFeed) return [hasFailed ? "catalog_failed" : "catalog_unread"];
  const hasStopped = fetchedAt !== null && isOver(fetchedAt, FETCH_STOPPED_MS, now);
  const [first, ...others]: LegReason[] = [
    ...(hasFailed ? (["catalog_failed"] as const) : []),
    ...(isRefused ? (["feed_refused"] as const) : []),
    ...(isPublished && hasStopped ? (["fetch_stopped"] as const) : []),
    ...(waits ? (["feed_waits"] as const) : []),
    ...(isPublished || waits || hasFailed ? [] : (["feed_unpublished"] as const)),
    ...(isPublished && fetchedAt === null ? (["feed_unfetched"] as const) : []),
  ];
  return first ? [first, ...others] : ["feed_live"];
}

function consentReasons({ consent: { orders, reviewedAt, unknown } }: Signs): LegState["reasons"] {
  const isMostlyUnknown = orders >= ORDERS_MIN && unknown * 2 > orders;
  const [first, ...others]: LegReason[] = [
    ...(isMostlyUnknown ? (["consent_mostly_unknown"] as const) : []),
    ...(reviewedAt === null ? (["consent_unreviewed"] as const) : []),
  ];
  return first ? [first, ...others] : ["consent_followed"];
}

function isOver(since: Date, ms: number, now: Date): boolean {
  return now.getTime() - since.getTime() > ms;
}
