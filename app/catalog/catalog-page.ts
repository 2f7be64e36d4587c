import { z } from "zod";

import { parse, type Parsed } from "~/parse";

import type { Feed, FeedProblem, FeedState, Gate } from "./feed";
import { FEED_FORMATS, type FeedFormat } from "./feed-format";
import type { FeedDifference } from "./feed-difference";
import type { IssueGroup } from "./issue-list";
import type { JoinCheck } from "./join-check";
import type { Market } from "./market";
import type { Registration, RegistrationState } from "./registration";
import type { SyncProgress } from "./sync";

/** What the page of the catalog shows. */
export type CatalogPage = {
  /** The last reading of the catalog; `null` before the first. */
  sync: SyncProgress | null;
  /** Every feed, one line each. */
  feeds: FeedSummary[];
  /** The feed that is shown whole: the chosen one, else the first; `null` where there is none. */
  shown: FeedOnPage | null;
  /** Whether the items of events are in the feeds; `null` before the first look. */
  joinCheck: JoinCheck | null;
  /** Whether pages and pictures are visited, and when all were last seen to. */
  itemChecks: { isOn: boolean; doneAt: Date | null };
};

/**
 * How a feed stands here.
 *
 * - `off`, `leaving`: no new version is made of it.
 * - `waiting`: its newest version waits at the gate.
 * - `published`, `unpublished`: whether it has a version that is answered.
 */
export const FEED_STANDINGS = ["off", "leaving", "waiting", "published", "unpublished"] as const;
export type FeedStanding = (typeof FEED_STANDINGS)[number];

/** A feed as a line of the list. */
export type FeedSummary = {
  feedId: string;
  market: Market;
  standing: FeedStanding;
  /** Where Pinterest reads it. */
  url: string;
  /** Of the version that is answered; both `null` where there is none. */
  items: number | null;
  leftOut: number | null;
  /** How many different codes are said of it, whoever says so. */
  issues: number;
  /** `null` where Pinterest was never told of it. */
  registration: RegistrationState | null;
  fetchedAt: Date | null;
};

/** How a feed stands, by what is known of it. */
export function standingOf({
  currentVersionId,
  gate,
  state,
}: Pick<Feed, "currentVersionId" | "gate" | "state">): FeedStanding {
  if (state !== "on") return state;
  if (gate !== null) return "waiting";
  return currentVersionId === null ? "unpublished" : "published";
}

/** The feed that the page's address names; `null` where it names none. */
export function parseFeedChoice(search: URLSearchParams): string | null {
  return z.uuid().nullable().catch(null).parse(search.get("feed"));
}

/** A page that shows another feed than the one asked for, because the shop has none such, says so: 404. */
export function statusOfChoice(asked: string | null, shown: string | null | undefined): 200 | 404 {
  return asked === null || asked === shown ? 200 : 404;
}

/** A feed with its versions and what is wrong with the one that is published. */
export type FeedOnPage = {
  feedId: string;
  market: Market;
  format: FeedFormat;
  state: FeedState;
  standing: FeedStanding;
  /** Why the feed of a market is off; `null` otherwise. */
  problem: FeedProblem | null;
  /** Where Pinterest reads it. */
  url: string;
  /** Whether the address alone is not enough. */
  isProtected: boolean;
  /** When the catalog was last read into it. */
  checkedAt: Date | null;
  fetchedAt: Date | null;
  gate: { reason: Gate; versionId: string; items: number } | null;
  /** Those that were published and are kept, the newest first. */
  versions: VersionOnPage[];
  issues: IssueGroup[];
  registration: RegistrationOnPage;
};

/** How a feed stands at Pinterest. */
export type RegistrationOnPage = {
  /** Why Pinterest cannot be told of it now; `null` where it can. */
  obstacle: RegistrationObstacle | null;
  /** What Pinterest says of it; `null` where it was never told. */
  known: Registration | null;
};

/**
 * Why Pinterest cannot be told of a feed.
 *
 * - `no_account`: no account is connected. The address can be entered at Pinterest by hand.
 * - `account_lost`: the account has to be connected again.
 * - `unpublished`: there is no version to fetch.
 * - `off`: the feed is not made any more.
 */
export const REGISTRATION_OBSTACLES = ["no_account", "account_lost", "unpublished", "off"] as const;
export type RegistrationObstacle = (typeof REGISTRATION_OBSTACLES)[number];

/** A version that was published. */
export type VersionOnPage = {
  versionId: string;
  isCurrent: boolean;
  items: number;
  leftOut: number;
  sizeBytes: number;
  publishedAt: Date;
};

const feedId = z.uuid();
const versionId = z.uuid();

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sync") }),
  z.object({ intent: z.literal("cancel"), syncId: z.uuid() }),
  z.object({ intent: z.literal("publish"), feedId, versionId }),
  z.object({ intent: z.literal("roll_back"), feedId, versionId }),
  z.object({ intent: z.literal("compare"), feedId, versionId }),
  z.object({ intent: z.literal("register"), feedId }),
  z.object({ intent: z.literal("unregister"), feedId }),
  z.object({ intent: z.literal("protect"), feedId }),
  z.object({ intent: z.literal("unprotect"), feedId }),
  z.object({ intent: z.literal("item_checks"), wish: z.enum(["on", "off"]) }),
  z.object({ intent: z.literal("format"), feedId, format: z.enum(FEED_FORMATS) }),
]);

/** What a button of the page asks for. */
export type CatalogForm = z.infer<typeof formSchema>;

/** What the page is told of it. */
export type CatalogAnswer =
  | { kind: "sync_requested" }
  | { kind: "sync_cancelled" }
  /** The reading was over before. */
  | { kind: "sync_over" }
  | { kind: "published" }
  /** The merchant: a newer version waits, or none does. */
  | { kind: "not_waiting" }
  | { kind: "rolled_back" }
  /** The merchant: this version is not kept any more. */
  | { kind: "not_kept" }
  | { kind: "format_changed" }
  /** What publishing a version again would change. */
  | { kind: "compared"; versionId: string; difference: FeedDifference }
  | { kind: "too_large_to_compare" }
  | { kind: "feed_registered" }
  /** The merchant: the feed's state says why. */
  | { kind: "feed_refused" }
  | { kind: "feed_not_registrable" }
  | { kind: "feed_removed" }
  /** We: it is tried again by itself. */
  | { kind: "pinterest_silent" }
  /** The password is shown this once. */
  | { kind: "feed_protected"; username: string; password: string }
  | { kind: "feed_unprotected" }
  | { kind: "item_checks_on" }
  | { kind: "item_checks_off" }
  /** Only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] };

/** Whether nothing of the shop's is what a form names by its id: it is gone, or another shop's. */
export function namesNothing({ kind }: CatalogAnswer): boolean {
  return kind === "sync_over" || kind === "not_waiting" || kind === "not_kept";
}

/** A form of the page as it is posted. */
export function parseCatalogForm(form: FormData): Parsed<CatalogForm> {
  return parse(formSchema, Object.fromEntries(form));
}
