import { z } from "zod";

import { parse, type Parsed } from "~/parse";

import type { FeedState, Gate } from "./feed";
import { FEED_FORMATS, type FeedFormat } from "./feed-format";
import type { JoinCheck } from "./join-check";
import type { LintCode, Severity } from "./lint-codes";
import type { Market } from "./market";
import type { SyncProgress } from "./sync";

/** What the page of the catalog shows. */
export type CatalogPage = {
  /** The last reading of the catalog; `null` before the first. */
  sync: SyncProgress | null;
  feeds: FeedOnPage[];
  /** Whether the items of events are in the feeds; `null` before the first look. */
  joinCheck: JoinCheck | null;
};

/** A feed with its versions and what is wrong with the one that is published. */
export type FeedOnPage = {
  feedId: string;
  market: Market;
  format: FeedFormat;
  state: FeedState;
  /** Where Pinterest reads it. */
  url: string;
  /** When the catalog was last read into it. */
  checkedAt: Date | null;
  fetchedAt: Date | null;
  gate: { reason: Gate; versionId: string; items: number } | null;
  /** Those that were published and are kept, the newest first. */
  versions: VersionOnPage[];
  issues: IssueGroup[];
};

/** A version that was published. */
export type VersionOnPage = {
  versionId: string;
  isCurrent: boolean;
  items: number;
  leftOut: number;
  sizeBytes: number;
  publishedAt: Date;
};

/** What is wrong with some items of the published version. */
export type IssueGroup = {
  code: LintCode;
  severity: Severity;
  /** How many items, also beyond the examples. */
  count: number;
  examples: IssueExample[];
};

/** One of the items; the product leads to the platform's admin. */
export type IssueExample = { itemId: string | null; productId: string | null; value: string };

/** So many items of a code are shown. */
export const EXAMPLES_SHOWN = 10;

const feedId = z.uuid();
const versionId = z.uuid();

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sync") }),
  z.object({ intent: z.literal("cancel"), syncId: z.uuid() }),
  z.object({ intent: z.literal("publish"), feedId, versionId }),
  z.object({ intent: z.literal("roll_back"), feedId, versionId }),
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
  /** Only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] };

/** A form of the page as it is posted. */
export function parseCatalogForm(form: FormData): Parsed<CatalogForm> {
  return parse(formSchema, Object.fromEntries(form));
}

/** Whether a reading is under way, so that its page is worth looking at again soon. */
export function isSyncOpen(sync: Pick<SyncProgress, "phase">): boolean {
  return sync.phase !== "done" && sync.phase !== "failed" && sync.phase !== "cancelled";
}
