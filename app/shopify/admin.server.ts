import "@shopify/shopify-api/adapters/node";
import { ApiVersion, shopifyApi, type Session } from "@shopify/shopify-api";
import { GraphQLClient } from "graphql-request";

import { db } from "~/db.server";
import { env } from "~/env.server";
import { UpstreamUnavailableError } from "~/errors";
import { MINUTE_MS } from "~/time";

import { libraryLog } from "./library-log.server";
import { SealedSessionStorage } from "./session-storage.server";

/** The Admin API version of every call and of the webhook subscriptions in `shopify.app.toml`. */
export const API_VERSION = ApiVersion.October26;

/** A token that lives shorter than this is renewed first, so that no call outlives its token. */
const TOKEN_LEFT_MS_MIN = 5 * MINUTE_MS;

/** One call, answer read. */
const CALL_MS_MAX = 15_000;

/** Waiting for another process's renewal, and our own, included. */
const RENEWAL_MS_MAX = 30_000;

const sessionStorage = new SealedSessionStorage();

const { auth, session: sessions } = shopifyApi({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: API_VERSION,
  hostName: new URL(env.SHOPIFY_APP_URL).host,
  scopes: [...env.SCOPES],
  isEmbeddedApp: true,
  logger: libraryLog,
});

/**
 * A client of a shop's Admin API for work outside a request. Each call takes the token that is good then,
 * so the client may be kept for as long as the work takes. `null` where the shop has no session: it is
 * not installed.
 *
 * @param errorPolicy `all` answers with what could be read beside the errors; by default errors throw.
 * @throws {UpstreamUnavailableError} when a token had to be renewed and Shopify did not.
 */
export async function adminClient(
  shopDomain: string,
  errorPolicy: "none" | "all" = "none",
): Promise<GraphQLClient | null> {
  const session = await offlineSession(shopDomain, new Date());
  if (!session?.accessToken) return null;
  return new GraphQLClient(`https://${shopDomain}/admin/api/${API_VERSION}/graphql.json`, {
    errorPolicy,
    fetch: (url, init) => call(shopDomain, url, init),
  });
}

/** One call. A token that is refused before its time is renewed, once. */
async function call(
  shopDomain: string,
  url: URL | RequestInfo,
  init?: RequestInit,
): Promise<Response> {
  const session = await offlineSession(shopDomain, new Date());
  const answer = await callWith(session, url, init);
  if (answer.status !== 401) return answer;
  const renewal = await offlineSession(shopDomain, new Date(), session?.accessToken);
  return callWith(renewal, url, init);
}

function callWith(
  session: Session | undefined,
  url: URL | RequestInfo,
  init?: RequestInit,
): Promise<Response> {
  const headers = new Headers(init?.headers);
  headers.set("x-shopify-access-token", session?.accessToken ?? "");
  return fetch(url, { ...init, headers, signal: AbortSignal.timeout(CALL_MS_MAX) });
}

/**
 * The shop's offline session with a token that is good for some minutes. A renewal is serialised per
 * shop over all processes, by a lock in the database: refresh tokens rotate, and two renewals with the
 * same one would leave the shop with a dead session.
 *
 * @param refusedToken one that Shopify takes no more, whatever its session says.
 * @returns `undefined` where the shop has no session.
 */
export async function offlineSession(
  shopDomain: string,
  now: Date,
  refusedToken?: string,
): Promise<Session | undefined> {
  const id = sessions.getOfflineId(shopDomain);
  const isGood = (session: Session) =>
    isFresh(session, now) && (!refusedToken || session.accessToken !== refusedToken);
  const stored = await sessionStorage.loadSession(id);
  if (!stored || isGood(stored)) return stored;
  const running = renewals.get(id) ?? renewOnce(id, isGood).finally(() => renewals.delete(id));
  renewals.set(id, running);
  return running;
}

/**
 * What this process is renewing. Its callers share one renewal, so that a shop whose token ends in a
 * busy moment takes one database connection, and not all of them.
 */
const renewals = new Map<string, Promise<Session | undefined>>();

function renewOnce(
  id: string,
  isGood: (session: Session) => boolean,
): Promise<Session | undefined> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
      const storage = new SealedSessionStorage(tx);
      const current = await storage.loadSession(id);
      if (!current || isGood(current)) return current;
      return renewed(current, storage);
    },
    { timeout: RENEWAL_MS_MAX, maxWait: RENEWAL_MS_MAX },
  );
}

async function renewed(current: Session, storage: SealedSessionStorage): Promise<Session> {
  const { refreshToken, shop } = current;
  if (!refreshToken)
    throw new UpstreamUnavailableError("The session has no refresh token", { shop });
  try {
    const { session } = await auth.refreshToken({ shop, refreshToken });
    await storage.storeSession(session);
    return session;
  } catch (cause) {
    throw new UpstreamUnavailableError("Shopify did not renew the token", { shop }, { cause });
  }
}

function isFresh({ expires }: Session, now: Date): boolean {
  return expires === undefined || expires.getTime() - now.getTime() > TOKEN_LEFT_MS_MIN;
}
