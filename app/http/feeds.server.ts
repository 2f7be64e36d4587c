import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";

import {
  findServedFeed,
  recordFetch,
  type FeedCredentials,
  type ServedFeed,
  type ServedVersion,
} from "~/catalog/feed.server";
import type { FeedFormat } from "~/catalog/feed-format";
import { readStored, type ByteRange } from "~/catalog/feed-storage.server";
import { log } from "~/log.server";
import { quotas } from "~/quota.server";
import { refusal } from "~/refusal";
import { SECOND_MS } from "~/time";

import { pathOf, sendResponse } from "./socket.server";

/** Uses of one feed a minute: Pinterest fetches it some times a day, and may try again. */
const FETCHES_PER_MINUTE_MAX = 60;

const CONTENT_TYPES: Readonly<Record<FeedFormat, string>> = {
  tsv: "text/tab-separated-values; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xml: "application/xml; charset=utf-8",
};

const FILE = /^\/feeds\/([\w-]{1,64})\.(tsv|csv|xml)$/;

/**
 * Answers `/feeds/<id>.<format>` at the socket, and leaves every other request to `others`. A file leaves
 * as it lies in the storage: nothing of Express compresses or buffers it.
 */
export function feedsBefore(others: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    if (!pathOf(incoming).startsWith("/feeds/")) return others(incoming, outgoing);
    void answer(incoming, outgoing).catch((err: unknown) => {
      log.error({ err }, "could not answer with a feed");
      // What has begun cannot be taken back: a broken connection is not taken for a whole file.
      if (outgoing.headersSent) outgoing.destroy();
      else void sendResponse(UNAVAILABLE(), outgoing);
    });
  };
}

const UNAVAILABLE = () =>
  refusal(503, "unavailable", "The feed cannot be read now; ask again.", { "retry-after": "60" });

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const now = new Date();
  const asked = await open(incoming, now);
  if (asked instanceof Response) return sendResponse(asked, outgoing);
  const { feed, version } = asked;
  const isHead = incoming.method === "HEAD";
  const reply = replyOf(incoming, version);
  if (isPinterest(incoming)) await recordFetch(feed, reply.status, now);

  if (reply.status === 304 || reply.status === 416 || isHead) {
    outgoing.writeHead(reply.status, reply.headers);
    outgoing.end();
    return;
  }
  const file = await readStored(version.storageKey, reply.range ?? undefined);
  await untilReadable(file);
  outgoing.writeHead(reply.status, reply.headers);
  await pipeline(file, outgoing);
}

type Asked = { feed: ServedFeed; version: ServedVersion };

/** What is asked for, or the refusal. */
async function open(incoming: IncomingMessage, now: Date): Promise<Asked | Response> {
  if (incoming.method !== "GET" && incoming.method !== "HEAD") {
    return refusal(405, "method_not_allowed", "Read a feed by GET.", { allow: "GET, HEAD" });
  }
  const [, fileId, format] = FILE.exec(pathOf(incoming)) ?? [];
  if (fileId === undefined) return unknown();
  const taken = quotas.take(`feed:${fileId}`, 1, FETCHES_PER_MINUTE_MAX, now);
  if (taken.kind === "exhausted") {
    const seconds = String(Math.ceil(taken.retryAfterMs / SECOND_MS));
    const headers = { "retry-after": seconds };
    return refusal(429, "too_many_requests", `Wait ${seconds} seconds.`, headers);
  }
  const feed = await findServedFeed(fileId);
  if (feed === null) return unknown();
  if (feed === "gone") return refusal(410, "gone", "The shop of this feed was erased.");
  if (feed.credentials && !isAllowed(incoming, feed.credentials)) {
    const headers = { "www-authenticate": 'Basic realm="feed", charset="UTF-8"' };
    return refusal(401, "unauthorized", "Send the feed's user name and password.", headers);
  }
  if (feed.version === null || feed.version.format !== format) return unknown();
  return { feed, version: feed.version };
}

function unknown(): Response {
  return refusal(404, "unknown_feed", "There is no feed at this address.");
}

/** Both parts are compared, whole, however early they differ. */
function isAllowed({ headers }: IncomingMessage, { password, username }: FeedCredentials): boolean {
  const [, base64 = ""] = /^Basic\s+([\w+/=-]+)$/i.exec(headers.authorization ?? "") ?? [];
  const expected = digest(`${username}:${password}`);
  return timingSafeEqual(digest(Buffer.from(base64, "base64").toString("utf8")), expected);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

type Reply = {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  range: ByteRange | null;
};

/** Source: RFC 9110, 13.2.2 (order of conditions) and 14.2 (one range; several are answered whole). */
function replyOf({ headers: asked, method }: IncomingMessage, version: ServedVersion): Reply {
  const etag = `"${version.contentHash}"`;
  const headers: Record<string, string> = {
    etag,
    "last-modified": version.publishedAt.toUTCString(),
    "cache-control": "no-cache",
    "accept-ranges": "bytes",
  };
  if (isKnown(asked["if-none-match"], asked["if-modified-since"], etag, version.publishedAt)) {
    return { status: 304, headers, range: null };
  }
  headers["content-type"] = CONTENT_TYPES[toFormat(version.format)];
  const whole = { ...headers, "content-length": String(version.sizeBytes) };
  const isRanged =
    method === "GET" && isSame(asked["if-range"]?.toString(), etag, version.publishedAt);
  const range = isRanged ? rangeOf(asked.range, version.sizeBytes) : null;
  if (range === null) return { status: 200, headers: whole, range };
  if (range === "unsatisfiable") {
    const unfit = { ...headers, "content-range": `bytes */${version.sizeBytes}` };
    return { status: 416, headers: unfit, range: null };
  }
  const { end, start } = range;
  const part = {
    ...headers,
    "content-length": String(end - start + 1),
    "content-range": `bytes ${start}-${end}/${version.sizeBytes}`,
  };
  return { status: 206, headers: part, range };
}

function toFormat(format: string): FeedFormat {
  return format === "csv" || format === "xml" ? format : "tsv";
}

function isKnown(
  noneMatch: string | undefined,
  modifiedSince: string | undefined,
  etag: string,
  publishedAt: Date,
): boolean {
  if (noneMatch !== undefined) {
    const known = noneMatch.split(",").map((one) => one.trim().replace(/^W\//, ""));
    return known.includes("*") || known.includes(etag);
  }
  const since = Date.parse(modifiedSince ?? "");
  return !Number.isNaN(since) && Math.floor(publishedAt.getTime() / SECOND_MS) * SECOND_MS <= since;
}

/** `If-Range`: a part of another version must not be joined to a part of this one. */
function isSame(ifRange: string | undefined, etag: string, publishedAt: Date): boolean {
  return ifRange === undefined || ifRange === etag || ifRange === publishedAt.toUTCString();
}

function rangeOf(text: string | undefined, size: number): ByteRange | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(text ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return null;
  return start >= size ? "unsatisfiable" : { start, end };
}

/** Rejects where the file is gone, before anything is answered. */
function untilReadable(file: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    file.once("error", reject);
    file.once("readable", resolve);
    file.once("end", resolve);
  });
}

/** Source: Pinterest help, "Pinterest's crawler": `Pinterestbot`, in older lines `Pinterest/0.2`. */
function isPinterest({ headers }: IncomingMessage): boolean {
  return /pinterest/i.test(headers["user-agent"] ?? "");
}
