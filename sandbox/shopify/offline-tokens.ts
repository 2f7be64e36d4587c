import { randomBytes } from "node:crypto";

/** What the token endpoint answers, in the endpoint's own words. */
export type TokenAnswer = {
  access_token: string;
  scope: string;
  expires_in: number;
  refresh_token: string;
  refresh_token_expires_in: number;
};

const ACCESS_SECONDS = 60 * 60;
const REFRESH_SECONDS = 90 * 24 * 60 * 60;
/** How long a refresh token may be used again after its first use, while its successor is unused. */
const REUSE_MS = 30 * 24 * 60 * 60 * 1000;

type AccessToken = { shop: string; expiresAtMs: number };

/**
 * A refresh token. Entered on exchange or on refresh. `firstUsedAtMs` is set by its first use, after
 * which it may be used again, because an answer may have been lost. `retired` once a successor was
 * used: from then on it is refused.
 */
type RefreshToken = {
  shop: string;
  expiresAtMs: number;
  predecessor: string | null;
  firstUsedAtMs: number | null;
  retired: boolean;
};

/**
 * The offline tokens that were handed out.
 *
 * Source: shopify.dev, "Use expiring offline access tokens"; changelog of 2026-08-28 on refreshes.
 */
export class OfflineTokens {
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();

  /** Hands out a new pair; tokens handed out earlier keep their own life. */
  issue(
    shop: string,
    scope: string,
    nowMs: number,
    predecessor: string | null = null,
  ): TokenAnswer {
    const accessToken = `shpat_sandbox_${randomBytes(12).toString("hex")}`;
    const refreshToken = `shprt_sandbox_${randomBytes(12).toString("hex")}`;
    this.#access.set(accessToken, { shop, expiresAtMs: nowMs + ACCESS_SECONDS * 1000 });
    this.#refresh.set(refreshToken, {
      shop,
      expiresAtMs: nowMs + REFRESH_SECONDS * 1000,
      predecessor,
      firstUsedAtMs: null,
      retired: false,
    });
    return {
      access_token: accessToken,
      scope,
      expires_in: ACCESS_SECONDS,
      refresh_token: refreshToken,
      refresh_token_expires_in: REFRESH_SECONDS,
    };
  }

  /** A new pair for a refresh token of this shop; `null` when it is unknown, retired or too old. */
  refresh(shop: string, token: string, scope: string, nowMs: number): TokenAnswer | null {
    const used = this.#refresh.get(token);
    if (!used || used.shop !== shop || used.retired || used.expiresAtMs <= nowMs) return null;
    if (used.firstUsedAtMs !== null && nowMs - used.firstUsedAtMs > REUSE_MS) return null;
    used.firstUsedAtMs ??= nowMs;
    const before = used.predecessor === null ? undefined : this.#refresh.get(used.predecessor);
    if (before) before.retired = true;
    return this.issue(shop, scope, nowMs, token);
  }

  isValid(shop: string, accessToken: string, nowMs: number): boolean {
    const known = this.#access.get(accessToken);
    return known !== undefined && known.shop === shop && known.expiresAtMs > nowMs;
  }

  /** Ends every access token of a shop, as an hour of waiting would; refresh tokens stay. */
  expireAccess(shop: string): void {
    for (const token of this.#access.values()) if (token.shop === shop) token.expiresAtMs = 0;
  }

  /** Forgets every token of a shop, as an uninstall does. */
  revoke(shop: string): void {
    for (const tokens of [this.#access, this.#refresh]) {
      for (const [token, { shop: owner }] of tokens) if (owner === shop) tokens.delete(token);
    }
  }
}
