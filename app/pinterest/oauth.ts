import { z } from "zod";

import { SECOND_MS } from "~/time";

/**
 * What the app asks a Pinterest user for: to report conversions, to keep the catalog, to name the account.
 *
 * Source: Pinterest API v5.23, `security` of the operations in `app/pinterest`.
 */
export const SCOPES = [
  "ads:read",
  "ads:write",
  "catalogs:read",
  "catalogs:write",
  "user_accounts:read",
] as const;

/** What `GET /oauth/` is asked with. */
export type Authorization = { appId: string; redirectUri: string; state: string };

/**
 * Where a Pinterest user allows the app what it asks for, or refuses.
 *
 * Source: Pinterest API v5.23, `pinterest_oauth2.authorizationUrl`; scopes are separated by commas.
 */
export function authorizationUrl({ appId, redirectUri, state }: Authorization): string {
  const url = new URL("https://www.pinterest.com/oauth/");
  url.searchParams.set("client_id", appId);
  url.searchParams.set("redirect_uri", redirectUri);
  url.searchParams.set("response_type", "code");
  url.searchParams.set("scope", SCOPES.join(","));
  url.searchParams.set("state", state);
  return url.href;
}

/**
 * What a user's permission comes to: two tokens and their ends. Every renewal brings two new ones.
 *
 * Source: Pinterest developers, "Set up authentication and authorization": an access token lives 30 days, a
 * continuous refresh token 60.
 */
export type Grant = {
  accessToken: string;
  accessExpiresAt: Date;
  /** `null`: there is none, and the permission ends with the access token. */
  refreshToken: string | null;
  /** `null`: Pinterest did not say. */
  refreshExpiresAt: Date | null;
  scopes: readonly string[];
};

/**
 * The answer to an exchange or a renewal. The renewal's refresh token is never missing; the exchange's is
 * optional in the description.
 *
 * Source: Pinterest API v5.23, `OauthAccessTokenResponseCode`, `OauthAccessTokenResponseRefresh`.
 */
export const wireGrantSchema = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.int().positive(),
  /** Separated by spaces or commas; the description does not say. */
  scope: z.string(),
  refresh_token: z.string().min(1).exactOptional(),
  /** Seconds. */
  refresh_token_expires_in: z.int().positive().exactOptional(),
});

/** A grant of the token endpoint's answer, which counts from `now`. */
export function toGrant(wire: z.infer<typeof wireGrantSchema>, now: Date): Grant {
  const after = (seconds: number) => new Date(now.getTime() + seconds * SECOND_MS);
  const { refresh_token_expires_in: refreshSeconds } = wire;
  return {
    accessToken: wire.access_token,
    accessExpiresAt: after(wire.expires_in),
    refreshToken: wire.refresh_token ?? null,
    refreshExpiresAt: refreshSeconds === undefined ? null : after(refreshSeconds),
    scopes: wire.scope.split(/[\s,]+/).filter((scope) => scope !== ""),
  };
}

/** Which of the scopes that the app needs a user left out. */
export function missingScopes(granted: readonly string[]): string[] {
  return SCOPES.filter((scope) => !granted.includes(scope));
}

/**
 * The answer to `POST /oauth/conversion_token`.
 *
 * Source: Pinterest API v5.23, `ConversionAccessTokenResponse`.
 */
export const wireConversionTokenSchema = z.object({ access_token: z.string().min(1) });
