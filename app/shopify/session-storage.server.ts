import type { ShopifySession as SessionRecord } from "@prisma/client";
import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";

import { db, type Transaction } from "~/db.server";
import { seal, unseal } from "~/seal.server";

/**
 * Where Shopify's library keeps the offline sessions: one row per shop, both tokens sealed. The library
 * works with the open session; the database never sees it.
 */
export class SealedSessionStorage implements SessionStorage {
  readonly #db: Transaction;

  /** @param tx a transaction that the sessions are read and written in. */
  constructor(tx: Transaction = db) {
    this.#db = tx;
  }

  async storeSession(session: Session): Promise<boolean> {
    const row = toRow(session);
    await this.#db.shopifySession.upsert({ where: { id: session.id }, create: row, update: row });
    return true;
  }

  async loadSession(id: string): Promise<Session | undefined> {
    const row = await this.#db.shopifySession.findUnique({ where: { id } });
    return row ? toSession(row) : undefined;
  }

  deleteSession(id: string): Promise<boolean> {
    return this.deleteSessions([id]);
  }

  async deleteSessions(ids: string[]): Promise<boolean> {
    await this.#db.shopifySession.deleteMany({ where: { id: { in: ids } } });
    return true;
  }

  async findSessionsByShop(shopDomain: string): Promise<Session[]> {
    const rows = await this.#db.shopifySession.findMany({ where: { shopDomain } });
    return rows.map(toSession);
  }
}

/** Seals every stored session token with the first key. Run again, it finds nothing to do. */
export async function resealSessions(isStale: (sealed: string) => boolean): Promise<number> {
  const rows = await db.shopifySession.findMany();
  const stale = rows.filter(({ sealedAccessToken, sealedRefreshToken }) =>
    [sealedAccessToken, sealedRefreshToken].some((sealed) => sealed && isStale(sealed)),
  );
  for (const row of stale) {
    const { id, sealedAccessToken, sealedRefreshToken } = row;
    await db.shopifySession.updateMany({
      // A session stored in the meantime is newer and sealed with the first key already.
      where: { id, sealedAccessToken, sealedRefreshToken },
      data: toRow(toSession(row)),
    });
  }
  return stale.length;
}

function toRow(session: Session): SessionRecord {
  const { id, accessToken, refreshToken } = session;
  return {
    id,
    shopDomain: session.shop,
    scope: session.scope ?? null,
    expiresAt: session.expires ?? null,
    sealedAccessToken: accessToken ? seal(accessToken, sealContext(id, "access")) : "",
    sealedRefreshToken: refreshToken ? seal(refreshToken, sealContext(id, "refresh")) : null,
    refreshExpiresAt: session.refreshTokenExpires ?? null,
  };
}

function toSession(row: SessionRecord): Session {
  const { id, expiresAt, refreshExpiresAt, scope, sealedAccessToken, sealedRefreshToken } = row;
  return new Session({
    id,
    shop: row.shopDomain,
    state: "",
    isOnline: false,
    ...(scope === null ? {} : { scope }),
    ...(expiresAt ? { expires: expiresAt } : {}),
    accessToken: sealedAccessToken && unseal(sealedAccessToken, sealContext(id, "access")),
    ...(sealedRefreshToken === null
      ? {}
      : { refreshToken: unseal(sealedRefreshToken, sealContext(id, "refresh")) }),
    ...(refreshExpiresAt ? { refreshTokenExpires: refreshExpiresAt } : {}),
  });
}

function sealContext(id: string, token: "access" | "refresh"): string {
  return `shopify_sessions.${token}:${id}`;
}
