import { setTimeout as sleep } from "node:timers/promises";
import { type Exchange, type Route, readBody, refuse, sendJson } from "../loopback-server.ts";
import type { AccessBook } from "./access.ts";
import type { FailureSwitches, TagFailure } from "./failures.ts";
import type { Received } from "./received.ts";
import { readTagHit } from "./tag-wire.ts";

/** Everything that one hit of the tag touches. */
export type TagDesk = {
  access: AccessBook;
  received: Received;
  tagFailures: FailureSwitches<TagFailure>;
  now: () => number;
};

const FORM_BYTES_MAX = 256 * 1024;

/** The tag's answer to an image and to a script alike: one transparent point. */
const POINT = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/**
 * What `ct.pinterest.com` answers to a shop's page: `/v3/`, as an image's address or as a form, and
 * `/user/`. A hit with anything that Pinterest does not document is refused, which Pinterest itself
 * would not do, so that a test sees it.
 */
export function tagRoutes(desk: TagDesk): Route[] {
  const hit = (exchange: Exchange) => answerHit(desk, exchange);
  return [
    { method: "GET", path: "/v3/", handle: hit },
    { method: "POST", path: "/v3/", handle: hit },
    { method: "OPTIONS", path: "/v3/", handle: answerPreflight },
    { method: "GET", path: "/user/", handle: answerUser },
  ];
}

async function answerHit(desk: TagDesk, exchange: Exchange): Promise<void> {
  const { request, response, url, method } = exchange;
  const body = await readBody(request, FORM_BYTES_MAX);
  if (body.kind === "too_large")
    return refuse(response, 413, "too_large", "The form is too large.");
  const raw = method === "POST" ? body.text : url.search.slice(1);
  const reading = readTagHit(new URLSearchParams(raw));
  const hit = reading.kind === "hit" ? reading.hit : null;
  const adAccountId = (hit && desk.access.accountOfTag(hit.tagId)) ?? null;
  const faults = reading.kind === "faults" ? reading.faults : [];
  if (hit && !adAccountId) faults.push("tid: is no tag of any ad account");

  const failures = desk.tagFailures.take(adAccountId ?? "");
  const has = (kind: TagFailure["kind"]) => failures.some((failure) => failure.kind === kind);
  for (const failure of failures) if (failure.kind === "slow") await sleep(failure.delayMs);
  if (has("broken_before")) return void response.destroy();

  const headers = crossOrigin(exchange, !has("no_credentials"));
  if (has("server_error")) return void response.writeHead(500, headers).end();
  desk.received.recordHit({ adAccountId, method, faults, hit, raw }, desk.now());
  if (has("broken_after")) return void response.destroy();
  if (faults.length > 0) return sendJson(response, 400, { faults }, headers);
  response.writeHead(200, { ...headers, "content-type": "image/gif", "cache-control": "no-store" });
  response.end(POINT);
}

/** A page of any site may read the answer, with cookies unless that is switched off. */
function crossOrigin({ request }: Exchange, isWithCookies: boolean): Record<string, string> {
  const { origin } = request.headers;
  if (!origin || !isWithCookies) return { "access-control-allow-origin": "*" };
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    vary: "Origin",
  };
}

function answerPreflight(exchange: Exchange): void {
  const headers = { ...crossOrigin(exchange, true), "access-control-allow-methods": "GET, POST" };
  exchange.response.writeHead(204, headers).end();
}

/** What the tag may do, and the two ids that its script keeps in cookies. */
function answerUser(exchange: Exchange): void {
  const config = {
    aemEnabled: false,
    aemFnLnEnabled: false,
    aemPhEnabled: false,
    aemGeEnabled: false,
    aemDbEnabled: false,
    aemLocEnabled: false,
    aemExternalIdEnabled: false,
    isEu: false,
  };
  sendJson(exchange.response, 200, config, {
    ...crossOrigin(exchange, true),
    "access-control-expose-headers": "Epik, Pin-Unauth",
    "pin-unauth": Buffer.from(`uid=${crypto.randomUUID()}`).toString("base64url"),
  });
}
