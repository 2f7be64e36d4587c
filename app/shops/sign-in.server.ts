import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

import type { PinterestSignIn as SignInRecord } from "@prisma/client";

import { db } from "~/db.server";
import { env } from "~/env.server";
import { toShopId, type ShopId } from "~/ids";
import { log } from "~/log.server";
import { fetchAccount } from "~/pinterest/account.server";
import type { ApiAnswer } from "~/pinterest/call.server";
import { authorizationUrl, missingScopes, type Grant } from "~/pinterest/oauth";
import { exchangeCode, type PinterestApp } from "~/pinterest/oauth.server";
import { DAY_MS, MINUTE_MS } from "~/time";

import {
  SIGN_IN_OUTCOMES,
  type PinterestAccounts,
  type SignInOutcome,
  type SignInStop,
} from "./pinterest-account";
import { pinterestApp } from "./account-access.server";
import { findAccounts, recordOffer } from "./pinterest-account.server";

/** From the button in the admin to the page that it opens: seconds, on a slow line too. */
const TICKET_MS_MAX = 2 * MINUTE_MS;

/** For a merchant who has to look for the password first. */
const STATE_MS_MAX = 10 * MINUTE_MS;

/** An offer that nobody confirms holds tokens for nothing; a sign-in is of no use any more. */
const KEPT_MS = DAY_MS;

const SECRET_BYTES = 32;

/** A merchant's browser at `/pinterest/start`. */
export type SignInStart =
  /** On to Pinterest, with the cookie that the way back asks for. */
  | { kind: "sent_on"; url: string; cookie: string }
  /** The merchant: begin again in the admin. */
  | { kind: "stopped"; stop: SignInStop };

/** A merchant's browser at `/pinterest/callback`. */
export type SignInEnd =
  /** Back to the admin, where the settings say what came of it. */
  | { kind: "back"; shopDomain: string }
  /** Somebody who is not known to be the merchant: told why, and not whose shop it was. */
  | { kind: "stopped"; stop: SignInStop };

/**
 * Begins a sign-in for a shop and the user who asks for it.
 *
 * @returns the path to open at top level. Its ticket is no session: it is good once, for two minutes, and
 *   only sets out to Pinterest.
 */
export async function openSignIn(
  shopId: ShopId,
  shopifyUserId: string,
  now: Date,
): Promise<{ kind: "opened"; path: string } | { kind: "not_configured" }> {
  if (!pinterestApp()) return { kind: "not_configured" };
  const ticket = secret();
  await db.pinterestSignIn.create({
    data: { shopId, shopifyUserId, ticketSha256: hashOf(ticket), createdAt: now },
  });
  return { kind: "opened", path: `/pinterest/start?ticket=${ticket}` };
}

/** Uses a ticket up and sends its browser on to Pinterest. Of two that bring it, one is. */
export async function startSignIn(ticket: string, now: Date): Promise<SignInStart> {
  const app = pinterestApp();
  if (!app) return { kind: "stopped", stop: "not_configured" };
  const state = secret();
  const cookie = secret();
  const { count } = await db.pinterestSignIn.updateMany({
    where: {
      ticketSha256: hashOf(ticket),
      startedAt: null,
      createdAt: { gt: new Date(now.getTime() - TICKET_MS_MAX) },
    },
    data: { startedAt: now, stateSha256: hashOf(state), cookieSha256: hashOf(cookie) },
  });
  if (count === 0) return { kind: "stopped", stop: "ticket_unknown" };
  const url = authorizationUrl({ appId: app.appId, redirectUri: redirectUri(), state });
  return { kind: "sent_on", url, cookie };
}

/** What Pinterest brings back, as far as it is there. */
export type Callback = { state: string; code: string | null; error: string | null };

/**
 * Takes a merchant's browser back from Pinterest. The state is used up by the first that brings it; only the
 * browser that set out is led on, and only then is the code exchanged. What the shop has stays as it is: an
 * account that comes of it is offered, and a user of the shop has to confirm it.
 */
export async function endSignIn(
  { code, error, state }: Callback,
  cookie: string | null,
  now: Date,
): Promise<SignInEnd> {
  const app = pinterestApp();
  if (!app) return { kind: "stopped", stop: "not_configured" };
  const found = await db.pinterestSignIn.findUnique({
    where: { stateSha256: hashOf(state) },
    include: { shop: { select: { domain: true, uninstalledAt: true } } },
  });
  if (!found || found.shop.uninstalledAt !== null)
    return { kind: "stopped", stop: "state_unknown" };
  const { count } = await db.pinterestSignIn.updateMany({
    where: { id: found.id, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) return { kind: "stopped", stop: "state_used" };
  if (!isHashOf(cookie, found.cookieSha256)) {
    await recordOutcome(found, "other_browser");
    return { kind: "stopped", stop: "other_browser" };
  }
  const outcome = await outcomeOf({ app, found, code, error, now });
  await recordOutcome(found, outcome);
  return { kind: "back", shopDomain: found.shop.domain };
}

/** What the settings page shows of a shop's accounts, to that user. */
export async function describeAccounts(
  shopId: ShopId,
  shopifyUserId: string,
  now: Date,
): Promise<PinterestAccounts> {
  const [{ active, offered }, last] = await Promise.all([
    findAccounts(shopId),
    db.pinterestSignIn.findFirst({
      where: { shopId, endedAt: { gt: new Date(now.getTime() - STATE_MS_MAX) } },
      orderBy: { createdAt: "desc" },
    }),
  ]);
  const outcome = SIGN_IN_OUTCOMES.find((known) => known === last?.outcome) ?? "offered";
  return {
    canConnect: pinterestApp() !== null,
    active,
    offered: offered && {
      username: offered.username,
      businessName: offered.businessName,
      isBusiness: offered.isBusiness,
      isMine: offered.offeredTo === shopifyUserId,
    },
    lastFailure: outcome === "offered" ? null : outcome,
  };
}

/** Deletes sign-ins and offers that are of no use any more. */
export async function forgetSignIns(now: Date): Promise<number> {
  const before = { lt: new Date(now.getTime() - KEPT_MS) };
  const [signIns, offers] = await db.$transaction([
    db.pinterestSignIn.deleteMany({ where: { createdAt: before } }),
    db.pinterestAccount.deleteMany({ where: { stage: "offered", createdAt: before } }),
  ]);
  return signIns.count + offers.count;
}

type Returned = {
  app: PinterestApp;
  found: SignInRecord;
  code: string | null;
  error: string | null;
  now: Date;
};

async function outcomeOf({ app, found, code, error, now }: Returned): Promise<SignInOutcome> {
  if (isTooLate(found, now)) return "expired";
  if (code === null) return error === null || error === "access_denied" ? "denied" : "app_refused";
  const exchanged = await exchangeCode(app, { code, redirectUri: redirectUri() }, now);
  if (exchanged.kind !== "done") return failureOf(exchanged);
  const { value: grant } = exchanged;
  if (missingScopes(grant.scopes).length > 0) return "scopes_missing";
  return offer(found, grant, now);
}

/** A token that was just made is asked for its name, because that is what the merchant confirms. */
async function offer(found: SignInRecord, grant: Grant, now: Date): Promise<SignInOutcome> {
  const account = await fetchAccount(grant.accessToken);
  if (account.kind !== "done") return account.kind === "retry" ? "unreachable" : "code_refused";
  const { shopId, shopifyUserId: offeredTo } = found;
  await recordOffer(db, toShopId(shopId), { account: account.value, grant, offeredTo }, now);
  return "offered";
}

/** 401 at the token endpoint is the app's own name; 400 and the like are the code. */
function failureOf(answer: Exclude<ApiAnswer<Grant>, { kind: "done" }>): SignInOutcome {
  switch (answer.kind) {
    case "retry":
      return "unreachable";
    case "token_refused":
      return "app_refused";
    case "refused":
      return "code_refused";
  }
}

function isTooLate({ startedAt }: SignInRecord, now: Date): boolean {
  return startedAt === null || now.getTime() - startedAt.getTime() > STATE_MS_MAX;
}

async function recordOutcome({ id, shopId }: SignInRecord, outcome: SignInOutcome): Promise<void> {
  await db.pinterestSignIn.updateMany({ where: { id, shopId }, data: { outcome } });
  log.info({ shopId, outcome }, "a sign-in at Pinterest ended");
}

/** Registered with the app at Pinterest, letter for letter. */
function redirectUri(): string {
  return new URL("/pinterest/callback", env.SHOPIFY_APP_URL).href;
}

function secret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** With 256 random bits there is nothing that a slower hash would protect. */
function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function isHashOf(text: string | null, sha256: string | null): boolean {
  if (text === null || sha256 === null) return false;
  return timingSafeEqual(Buffer.from(hashOf(text)), Buffer.from(sha256));
}
