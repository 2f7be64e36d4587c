import { z } from "zod";

import { parse } from "~/parse";

import { issueCost, type IssueCost } from "./issue-cost";
import type { Severity } from "./lint-rule";
import type { Market } from "./market";

/**
 * Who says what is wrong, in the order of a list.
 *
 * - `lint`: we, of the published version, before Pinterest saw it.
 * - `pinterest`: Pinterest, after its last fetch.
 * - `update`: Pinterest, of the last change of an item's price or stock.
 * - `check`: we, after a visit of the item's page and picture, where the merchant wants that.
 */
export const ISSUE_SOURCES = ["lint", "pinterest", "update", "check"] as const;
export type IssueSource = (typeof ISSUE_SOURCES)[number];

/** What is wrong with some items of a feed, by code, whoever says so. */
export type IssueGroup = {
  /** Pinterest's own; `UPDATE_<number>` where it refuses a change by a number. */
  code: string;
  /** The graver one where two say differently. */
  severity: Severity;
  /** What is lost as long as it stands. */
  cost: IssueCost;
  /** How many items each of those who say so counts. The same item may be in several counts. */
  found: { source: IssueSource; count: number }[];
};

/** An item behind a code; the product leads to the platform's admin. */
export type IssueItem = {
  source: IssueSource;
  itemId: string | null;
  productId: string | null;
  /** The column; `null` where none is to blame. */
  attribute: string | null;
  /** What stands there, or Pinterest's words. */
  value: string;
};

/** What the page of issues shows. */
export type IssuesPage = {
  feeds: { feedId: string; market: Market }[];
  /** The feed that is shown; `null` where the shop has none. */
  feedId: string | null;
  groups: IssueGroup[];
  /** The items behind one code; `null` where none is chosen, or it is over. */
  shown: IssuesShown | null;
};

export type IssuesShown = {
  group: IssueGroup;
  items: IssueItem[];
  isFirstPage: boolean;
  /** Where the next page begins; `null` on the last one. */
  next: string | null;
  /** Counted and not named: of each code only so many are kept. On the last page. */
  unnamed: number;
};

/** So many items are on a page. */
export const ISSUE_ITEMS_PER_PAGE = 50;

/** Where a page begins: after a row of a source. */
export type IssueCursor = { source: IssueSource; after: string };

export type IssuesQuery = {
  feedId: string | null;
  code: string | null;
  cursor: IssueCursor | null;
};

const querySchema = z.object({
  feed: z.uuid().nullable().catch(null),
  code: z
    .string()
    .regex(/^[A-Z0-9_]{1,100}$/)
    .nullable()
    .catch(null),
  after: z
    .string()
    .transform((text) => parseCursor(text))
    .nullable()
    .catch(null),
});

/** What is asked for in the page's address. What does not fit counts as left out. */
export function parseIssuesQuery(search: URLSearchParams): IssuesQuery {
  const asked = { feed: search.get("feed"), code: search.get("code"), after: search.get("after") };
  const query = parse(querySchema, asked);
  if (query.kind === "unreadable") return { feedId: null, code: null, cursor: null };
  const { after, code, feed } = query.value;
  return { feedId: feed, code, cursor: after };
}

const CURSOR = /^([a-z]+):(.{1,200})$/su;

function parseCursor(text: string): IssueCursor | null {
  const [, named, after] = CURSOR.exec(text) ?? [];
  const source = ISSUE_SOURCES.find((known) => known === named);
  return source && after !== undefined ? { source, after } : null;
}

/** As {@link parseIssuesQuery} reads it. */
export function cursorText({ after, source }: IssueCursor): string {
  return `${source}:${after}`;
}

/** What one of those who say so counts of a code. */
export type IssueCount = { code: string; severity: Severity; source: IssueSource; count: number };

/** One list of all counts: errors first, and the more frequent before the less. */
export function groupIssues(counts: readonly IssueCount[]): IssueGroup[] {
  const groups = [...Map.groupBy(counts, ({ code }) => code)].map(([code, found]) =>
    toGroup(code, found),
  );
  return groups.toSorted(
    (one, other) =>
      Number(one.severity === "warning") - Number(other.severity === "warning") ||
      mostOf(other) - mostOf(one) ||
      (one.code < other.code ? -1 : 1),
  );
}

function toGroup(code: string, counts: readonly IssueCount[]): IssueGroup {
  const severity = counts.some((count) => count.severity === "error") ? "error" : "warning";
  const found = counts
    .map(({ count, source }) => ({ source, count }))
    .toSorted((one, other) => placeOf(one.source) - placeOf(other.source));
  return { code, severity, cost: issueCost(code, severity), found };
}

function placeOf(source: IssueSource): number {
  return ISSUE_SOURCES.indexOf(source);
}

function mostOf({ found }: IssueGroup): number {
  return Math.max(...found.map(({ count }) => count));
}

/** The code of a refused change of an item, from Pinterest's number for the reason. */
export function updateCode(number: number | null): string {
  return `UPDATE_${number ?? "UNKNOWN"}`;
}

/** {@link updateCode} the other way round; `undefined` where it is no such code. */
export function updateNumber(code: string): number | null | undefined {
  const [, number] = /^UPDATE_(\d{1,9}|UNKNOWN)$/.exec(code) ?? [];
  if (number === undefined) return undefined;
  return number === "UNKNOWN" ? null : Number(number);
}
