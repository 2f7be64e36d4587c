import { z } from "zod";
import type { Log } from "../log.ts";
import { page } from "./accounts.ts";
import { type Answer, refusal } from "./answer.ts";
import type { ApiHandler } from "./api.ts";
import type { User } from "./directory.ts";
import { readCatalogLocales } from "./operations.ts";
import { type FeedRow, readFeedFile } from "./feed-file.ts";
import { REQUIRED_COLUMNS, type RowIssue, rowIssues } from "./feed-rules.ts";

const credentialsSchema = z.object({ username: z.string(), password: z.string() }).nullish();

const feedSchema = z.object({
  name: z.string(),
  format: z.enum(["TSV", "CSV", "XML"]),
  location: z.string(),
  catalog_type: z.literal("RETAIL"),
  default_country: z.string(),
  default_locale: z.string(),
  default_currency: z.string().nullish(),
  default_availability: z.string().nullish(),
  credentials: credentialsSchema,
  preferred_processing_schedule: z.object({ time: z.string(), timezone: z.string() }).nullish(),
  status: z.enum(["ACTIVE", "INACTIVE"]).default("ACTIVE"),
});

type FeedFields = z.infer<typeof feedSchema>;

type Feed = FeedFields & { id: string; userId: string; createdAt: string; updatedAt: string };

/** One fetch of a feed, and what became of its rows. */
type Processing = {
  id: string;
  feedId: string;
  createdAt: string;
  updatedAt: string;
  status: "PROCESSING" | "COMPLETED" | "FAILED";
  counts: { original: number; ingested: number } | null;
  /** Of the file as a whole. */
  fileErrors: readonly string[];
  rows: readonly { itemId: string | null; itemNumber: number; issues: readonly RowIssue[] }[];
};

/** An item as Pinterest would show it. `at`: when the merchant says that it was last changed, in ms. */
export type CatalogItem = { row: FeedRow; at: number };

const FETCH_MS_MAX = 60_000;
const FETCHER = "Pinterestbot/1.0 (local; +https://www.pinterest.com/bot.html)";

/** The feeds of all users, their fetches, and the items that came of them. */
export class Feeds {
  readonly feeds = new Map<string, Feed>();
  readonly processings: Processing[] = [];
  /** By user, country and locale, then by item id. */
  readonly items = new Map<string, Map<string, CatalogItem>>();
  #lastId = 2_680_059_592_000;
  readonly #now: () => number;
  readonly #log: Log | undefined;

  constructor(now: () => number, log: Log | undefined) {
    this.#now = now;
    this.#log = log;
  }

  reset(): void {
    this.feeds.clear();
    this.processings.length = 0;
    this.items.clear();
  }

  itemsOf(userId: string, country: string, locale: string): Map<string, CatalogItem> {
    const key = JSON.stringify([userId, country, locale]);
    const known = this.items.get(key) ?? new Map<string, CatalogItem>();
    this.items.set(key, known);
    return known;
  }

  create(user: User, fields: FeedFields): Feed {
    const at = this.#time();
    const feed = { ...fields, id: this.nextId(), userId: user.id, createdAt: at, updatedAt: at };
    this.feeds.set(feed.id, feed);
    this.#begin(feed);
    return feed;
  }

  /** @param changes a body that the description allows. */
  update(feed: Feed, changes: unknown): Feed {
    const fields = feedSchema.parse({
      ...feed,
      ...z.record(z.string(), z.unknown()).parse(changes),
    });
    const changed = { ...feed, ...fields, updatedAt: this.#time() };
    this.feeds.set(feed.id, changed);
    if (fields.location !== feed.location || fields.format !== feed.format) this.#begin(changed);
    return changed;
  }

  /** Deletes a feed and every pin that came of it. */
  remove(feed: Feed): void {
    this.feeds.delete(feed.id);
    this.items.delete(JSON.stringify([feed.userId, feed.default_country, feed.default_locale]));
  }

  nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  /**
   * Fetches a feed now, as Pinterest does once a day, and ends when its rows are judged.
   *
   * @param text stands in for the file.
   */
  async process(feed: Feed, text?: string): Promise<Processing> {
    const processing = this.#open(feed);
    await this.#finish(feed, processing, text);
    return processing;
  }

  #begin(feed: Feed): void {
    if (feed.status !== "ACTIVE") return;
    const processing = this.#open(feed);
    void this.#finish(feed, processing);
  }

  #open(feed: Feed): Processing {
    const at = this.#time();
    const processing: Processing = {
      ...{ id: this.nextId(), feedId: feed.id, createdAt: at, updatedAt: at },
      ...{ status: "PROCESSING", counts: null, fileErrors: [], rows: [] },
    };
    this.processings.unshift(processing);
    return processing;
  }

  async #finish(feed: Feed, processing: Processing, text?: string): Promise<void> {
    const bytes = text === undefined ? await fetchFeed(feed) : new TextEncoder().encode(text);
    processing.updatedAt = this.#time();
    if (!bytes) return this.#fail(processing, ["FETCH_ERROR"]);
    const file = readFeedFile(bytes, feed.format);
    if (file.kind === "unreadable") return this.#fail(processing, [file.code]);
    if (file.rows.length === 0) return this.#fail(processing, ["FEED_TOO_SMALL"]);
    if (REQUIRED_COLUMNS.some((column) => !file.columns.includes(column))) {
      return this.#fail(processing, ["REQUIRED_COLUMNS_MISSING"]);
    }
    this.#ingest(feed, processing, file.rows);
    this.#log?.("processed a feed", { rows: file.rows.length, status: processing.status });
  }

  #fail(processing: Processing, fileErrors: readonly string[]): void {
    processing.status = "FAILED";
    processing.fileErrors = fileErrors;
  }

  #ingest(feed: Feed, processing: Processing, rows: readonly FeedRow[]): void {
    const items = this.itemsOf(feed.userId, feed.default_country, feed.default_locale);
    const seen = new Set<string>();
    processing.rows = rows.map((row, itemNumber) => {
      const issues = rowIssues(row, seen);
      const id = (row["id"] ?? "").trim();
      seen.add(id);
      return { itemId: id || null, itemNumber, issues };
    });
    items.clear();
    for (const [index, { issues, itemId }] of processing.rows.entries()) {
      const row = rows[index];
      if (!row || itemId === null || issues.some(({ severity }) => severity === "error")) continue;
      items.set(itemId, { row, at: 0 });
    }
    processing.counts = { original: rows.length, ingested: items.size };
    processing.status = "COMPLETED";
  }

  #time(): string {
    return new Date(this.#now()).toISOString().replace(/\.\d+Z$/, "Z");
  }
}

async function fetchFeed({ credentials, location }: Feed): Promise<Uint8Array | null> {
  const headers = new Headers({ "user-agent": FETCHER });
  if (credentials) {
    const text = `${credentials.username}:${credentials.password}`;
    headers.set("authorization", `Basic ${Buffer.from(text).toString("base64")}`);
  }
  try {
    const answer = await fetch(location, { headers, signal: AbortSignal.timeout(FETCH_MS_MAX) });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** What the operations of feeds answer, by their ids in the description. */
export function feedHandlers(feeds: Feeds): Record<string, ApiHandler> {
  const mine = (user: User | null, id: string | undefined) => {
    const feed = feeds.feeds.get(id ?? "");
    return feed && feed.userId === user?.id ? feed : null;
  };
  return {
    "feeds/list": ({ user }) =>
      page([...feeds.feeds.values()].filter(({ userId }) => userId === user?.id).map(toWire)),
    "feeds/get": ({ path, user }) => {
      const feed = mine(user, path["feed_id"]);
      return feed ? { status: 200, body: toWire(feed) } : FEED_NOT_FOUND;
    },
    "feeds/create": ({ body, user }) => (user ? create(feeds, user, body) : FEED_NOT_FOUND),
    "feeds/update": ({ body, path, user }) => {
      const feed = mine(user, path["feed_id"]);
      if (!feed || !user) return FEED_NOT_FOUND;
      return reviewOf(user, true) ?? { status: 200, body: toWire(feeds.update(feed, body)) };
    },
    "feeds/delete": ({ path, user }) => {
      const feed = mine(user, path["feed_id"]);
      if (!feed || !user) return FEED_NOT_FOUND;
      const review = reviewOf(user, true);
      if (review) return review;
      feeds.remove(feed);
      return { status: 204, body: null };
    },
    "feed_processing_results/list": ({ path, user }) => {
      const feed = mine(user, path["feed_id"]);
      if (!feed) return FEED_NOT_FOUND;
      return page(feeds.processings.filter(({ feedId }) => feedId === feed.id).map(resultOf));
    },
    "items_issues/list": ({ path, query, user }) => {
      const found = feeds.processings.find(({ id }) => id === path["processing_result_id"]);
      if (!found || !mine(user, found.feedId)) {
        return refusal(404, 4184, "Sorry! We could not find your processing result.");
      }
      return page(issuesOf(found, query.get("item_validation_issue")));
    },
  };
}

const LOCALES = readCatalogLocales();

const FEED_NOT_FOUND = refusal(404, 4161, "Sorry! We could not find your catalogs feed.");

/** The refusals of `feeds/create`, in the order of the description. */
function create(feeds: Feeds, user: User, body: unknown): Answer {
  const review = reviewOf(user, false);
  if (review) return review;
  const [website] = user.websites;
  if (!website) return refusal(409, 4168, "User does not have a website.");
  if (!user.websites.some(({ status }) => status === "success")) {
    return refusal(409, 4169, "User does not have a verified website.");
  }
  const fields = feedSchema.parse(body);
  // The description takes any text beside its list; what is not in the list has no catalog.
  if (!LOCALES.includes(fields.default_locale)) {
    return refusal(501, 4181, "Not yet supported for this market.");
  }
  const names = [...feeds.feeds.values()].filter(({ userId }) => userId === user.id);
  if (names.some(({ name }) => name === fields.name)) {
    return refusal(422, 4170, "The feed name already exists.");
  }
  return { status: 201, body: toWire(feeds.create(user, fields)) };
}

function reviewOf(user: User, isChange: boolean): Answer | null {
  if (user.accountType !== "BUSINESS") {
    return refusal(403, 654, "You must have a business account to operate as merchant.");
  }
  if (user.merchant === "disapproved") {
    return refusal(
      403,
      2625,
      "Sorry, you cannot perform this action as your account has been disapproved.",
    );
  }
  return isChange && user.merchant === "under_review"
    ? refusal(403, 2626, "We are reviewing your account.")
    : null;
}

function toWire(feed: Feed) {
  return {
    id: feed.id,
    created_at: feed.createdAt,
    updated_at: feed.updatedAt,
    name: feed.name,
    format: feed.format,
    catalog_type: feed.catalog_type,
    location: feed.location,
    status: feed.status,
    default_country: feed.default_country,
    default_locale: feed.default_locale,
    default_currency: feed.default_currency ?? null,
    default_availability: feed.default_availability ?? null,
    // A password is not told.
    credentials: feed.credentials ? { username: feed.credentials.username, password: "" } : null,
    preferred_processing_schedule: feed.preferred_processing_schedule ?? null,
  };
}

function resultOf({ counts, createdAt, fileErrors, id, rows, status, updatedAt }: Processing) {
  const issues = rows.flatMap((row) => row.issues);
  return {
    id,
    created_at: createdAt,
    updated_at: updatedAt,
    status,
    product_counts: counts,
    ingestion_details: { errors: {}, info: {}, warnings: {} },
    validation_details: {
      errors: {
        ...Object.fromEntries(fileErrors.map((code) => [code, 1])),
        ...countsOf(issues, "error"),
      },
      warnings: countsOf(issues, "warning"),
    },
  };
}

function countsOf(issues: readonly RowIssue[], wanted: RowIssue["severity"]) {
  const counts: Record<string, number> = {};
  for (const { code, severity } of issues) {
    if (severity === wanted) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** At most so many examples of each code. Source: Pinterest API v5.23, `items_issues/list`. */
const EXAMPLES_MAX = 20;

function issuesOf({ rows }: Processing, wanted: string | null) {
  const shown = new Map<string, number>();
  return rows.flatMap(({ issues, itemId, itemNumber }) => {
    const kept = issues.filter(({ code }) => {
      if (wanted !== null && code !== wanted) return false;
      const count = (shown.get(code) ?? 0) + 1;
      shown.set(code, count);
      return count <= EXAMPLES_MAX;
    });
    if (kept.length === 0) return [];
    const details = (severity: RowIssue["severity"]) =>
      Object.fromEntries(
        kept
          .filter((issue) => issue.severity === severity)
          .map(({ attribute, code, value }) => [
            code,
            { attribute_name: attribute, provided_value: value || null },
          ]),
      );
    return [
      {
        item_id: itemId,
        item_number: itemNumber,
        errors: details("error"),
        warnings: details("warning"),
      },
    ];
  });
}
