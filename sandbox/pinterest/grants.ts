import { randomBytes } from "node:crypto";

const CODE_MS = 10 * 60_000;
const ACCESS_SECONDS = 30 * 24 * 60 * 60;
const REFRESH_SECONDS = 60 * 24 * 60 * 60;

type Permission = { userId: string; scopes: readonly string[] };

/** The codes, access tokens and refresh tokens that are out. A used one is forgotten. */
export class Grants {
  readonly #codes = new Map<string, Permission & { redirectUri: string; expiresAt: number }>();
  readonly #access = new Map<string, Permission & { expiresAt: number }>();
  readonly #refresh = new Map<string, Permission & { expiresAt: number }>();

  makeCode(permission: Permission, redirectUri: string, nowMs: number): string {
    const code = randomBytes(20).toString("hex");
    this.#codes.set(code, { ...permission, redirectUri, expiresAt: nowMs + CODE_MS });
    return code;
  }

  /** What the token endpoint answers; `null` for a code that is unknown, used, old or another address's. */
  exchange(code: string, redirectUri: string, nowMs: number) {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (!known || known.redirectUri !== redirectUri || known.expiresAt <= nowMs) return null;
    return this.#grant(known, "authorization_code", nowMs);
  }

  /** The same for a refresh token, which is good once. The access tokens made before stay good. */
  renew(refreshToken: string, nowMs: number) {
    const known = this.#refresh.get(refreshToken);
    this.#refresh.delete(refreshToken);
    if (!known || known.expiresAt <= nowMs) return null;
    return this.#grant(known, "refresh_token", nowMs);
  }

  /** Whose token it is, and for what; `null`: unknown, revoked or over. */
  find(accessToken: string, nowMs: number): Permission | null {
    const known = this.#access.get(accessToken);
    return known && known.expiresAt > nowMs ? known : null;
  }

  /** The user takes the app's permission back. */
  revoke(userId: string): void {
    for (const tokens of [this.#access, this.#refresh]) {
      for (const [token, permission] of tokens) {
        if (permission.userId === userId) tokens.delete(token);
      }
    }
  }

  /** Time passes for tokens of one kind. */
  expire(kind: "access" | "refresh"): void {
    const tokens = kind === "access" ? this.#access : this.#refresh;
    for (const known of tokens.values()) known.expiresAt = 0;
  }

  reset(): void {
    this.#codes.clear();
    this.#access.clear();
    this.#refresh.clear();
  }

  #grant({ scopes, userId }: Permission, responseType: string, nowMs: number) {
    // Plainly no real tokens: they only have Pinterest's prefixes.
    const accessToken = `pina_SANDBOX_${randomBytes(20).toString("hex")}`;
    const refreshToken = `pinr_SANDBOX_${randomBytes(20).toString("hex")}`;
    const access = { userId, scopes, expiresAt: nowMs + ACCESS_SECONDS * 1000 };
    this.#access.set(accessToken, access);
    const refresh = { userId, scopes, expiresAt: nowMs + REFRESH_SECONDS * 1000 };
    this.#refresh.set(refreshToken, refresh);
    return {
      access_token: accessToken,
      response_type: responseType,
      token_type: "bearer",
      expires_in: ACCESS_SECONDS,
      scope: scopes.join(" "),
      refresh_token: refreshToken,
      refresh_token_expires_in: REFRESH_SECONDS,
      refresh_token_expires_at: Math.floor(refresh.expiresAt / 1000),
    };
  }
}
