import type { WireFeed, WireFeedChange } from "~/pinterest/catalog";
import { CATALOG_PROBLEMS } from "~/pinterest/catalog-problem";
import { DAY_MS } from "~/time";

import { feedPath, type Feed } from "./feed";
import { pinterestLocale } from "./market";

/**
 * Where a feed stands at Pinterest.
 *
 * - `registering`: Pinterest was asked, and whether it did is not known. The next run looks.
 * - `registered`: Pinterest has it as it is.
 * - `refused`: Pinterest does not take it, or not as it is; the problem says why. Tried again every day, but
 *   for a feed that was deleted there, which waits for the merchant.
 * - `removed`: the merchant had it deleted at Pinterest, with its pins.
 */
export const REGISTRATION_STATES = ["registering", "registered", "refused", "removed"] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** Why a feed is `refused`; `language_unknown`: Pinterest's catalogs do not have the feed's language. */
export const REGISTRATION_PROBLEMS = [...CATALOG_PROBLEMS, "language_unknown"] as const;
export type RegistrationProblem = (typeof REGISTRATION_PROBLEMS)[number];

/** What Pinterest says of a feed, for a page. */
export type Registration = {
  state: RegistrationState;
  problem: RegistrationProblem | null;
  /** Pinterest's own words on the problem; `null` where it gave none. */
  words: string | null;
  /** When Pinterest fetches it next; `null` while it does not have it. */
  nextFetchAt: Date | null;
  /** Pinterest's last fetch that is known. */
  result: {
    status: "COMPLETED" | "FAILED" | "PROCESSING";
    at: Date;
    counts: { original: number; ingested: number } | null;
    errors: Readonly<Record<string, number>>;
    warnings: Readonly<Record<string, number>>;
  } | null;
};

/** A registration's words as they are stored, as the words that are known. */
export function knownStates({ problem, state }: { problem: string | null; state: string }) {
  return {
    state: REGISTRATION_STATES.find((known) => known === state) ?? "registering",
    problem: REGISTRATION_PROBLEMS.find((known) => known === problem) ?? null,
  };
}

/** What of a shop goes into the feed's description. */
export type FeedOwner = { shopDomain: string; appUrl: string };

/**
 * How Pinterest is told of a feed; `null` where its catalogs do not have the language. The name is shown to
 * the merchant at Pinterest, and is one of its kind there.
 *
 * @param fetchTime `HH:MM` in UTC, when Pinterest is asked to fetch it every day.
 */
export function toWireFeed(
  feed: Pick<Feed, "fileId" | "format" | "market">,
  credentials: WireFeed["credentials"],
  { appUrl, shopDomain }: FeedOwner,
  fetchTime: string,
): WireFeed | null {
  const { country, currency, locale } = feed.market;
  const spelled = pinterestLocale(locale);
  if (spelled === null) return null;
  return {
    catalog_type: "RETAIL",
    name: `Pin Relay ${shopDomain} ${country} ${spelled} ${currency}`,
    format: FORMATS[feed.format],
    location: new URL(feedPath(feed), appUrl).href,
    default_country: country,
    default_locale: spelled,
    default_currency: currency,
    credentials,
    preferred_processing_schedule: { time: fetchTime, timezone: "Etc/UTC" },
  };
}

const FORMATS = { tsv: "TSV", csv: "CSV", xml: "XML" } as const;

/** The part of it that may change once it is there. */
export function toWireFeedChange(feed: WireFeed): WireFeedChange {
  const { catalog_type, credentials, default_currency, format, location, name } = feed;
  const { preferred_processing_schedule } = feed;
  return {
    ...{ catalog_type, credentials, default_currency, format, location, name },
    preferred_processing_schedule,
  };
}

/**
 * Whether an address at Pinterest is that of this feed. The format is the address's end and may change; the
 * name of the file never does, and nobody can guess it.
 */
export function isAddressOf(location: string, { fileId }: Pick<Feed, "fileId">): boolean {
  return location.includes(`/feeds/${fileId}.`);
}

/** So soon after it was registered, Pinterest is asked to fetch a feed for the first time. */
const FIRST_FETCH_MINUTES = 5;

/** The time of the day at which a feed that is registered now is fetched, `HH:MM` in UTC. */
export function fetchTimeOf(now: Date): string {
  const minutes = now.getUTCHours() * 60 + now.getUTCMinutes() + FIRST_FETCH_MINUTES;
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** The next time after `now` that the clock shows `fetchTime`, in UTC. */
export function nextFetch(fetchTime: string, now: Date): Date {
  const [hours = 0, minutes = 0] = fetchTime.split(":").map(Number);
  const next = new Date(now);
  next.setUTCHours(hours, minutes, 0, 0);
  return next > now ? next : new Date(next.getTime() + DAY_MS);
}

/** What a run does about a feed. */
export type RegistrationStep =
  /** Everything is as Pinterest was told. */
  | "leave"
  /** Pinterest does not know it, or its answer was lost: look for it by its address, then make it. */
  | "find_or_create"
  | "update";

/** What is known of a feed's registration. */
export type KnownRegistration = {
  state: RegistrationState;
  problem: RegistrationProblem | null;
  userId: string;
  pinterestFeedId: string | null;
  toldHash: string | null;
};

/**
 * What to do about a feed. One that was registered under another account is registered anew under this one,
 * and the other account's stays as it is.
 *
 * @param isAsked the merchant asks for it, so that one that was deleted there, by whomever, is made again.
 */
export function registrationStep(
  known: KnownRegistration | null,
  wanted: { userId: string; toldHash: string; isAsked: boolean },
): RegistrationStep {
  if (!known || known.userId !== wanted.userId) return "find_or_create";
  const wasDeleted = known.state === "removed" || known.problem === "feed_unknown";
  if (wasDeleted) return wanted.isAsked ? "find_or_create" : "leave";
  if (known.pinterestFeedId === null || known.state === "registering") return "find_or_create";
  if (known.state === "refused") return "update";
  return known.toldHash === wanted.toldHash ? "leave" : "update";
}
