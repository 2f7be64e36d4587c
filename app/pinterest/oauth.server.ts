import { z } from "zod";

import { callApi, type ApiAnswer } from "./call.server";
import { toGrant, wireConversionTokenSchema, wireGrantSchema, type Grant } from "./oauth";

/** The app's own name at Pinterest. */
export type PinterestApp = { appId: string; appSecret: string };

/**
 * Exchanges the code of a finished authorization for tokens. A code is good for one exchange.
 *
 * `continuous_refresh` is asked for because apps that were registered before 2025-09-25 get a token of the
 * old kind without it; younger apps get the same either way.
 *
 * Source: Pinterest API v5.23, `oauth/token`, `OauthAccessTokenRequestCode`.
 */
export function exchangeCode(
  access: PinterestApp,
  { code, redirectUri }: { code: string; redirectUri: string },
  now: Date,
): Promise<ApiAnswer<Grant>> {
  const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
  return askForGrant(access, { ...form, continuous_refresh: "true" }, now);
}

/**
 * Renews a grant. The answer's refresh token takes the place of the one that was used.
 *
 * Source: Pinterest API v5.23, `oauth/token`, `OauthAccessTokenRequestRefresh`.
 */
export function renewGrant(
  access: PinterestApp,
  refreshToken: string,
  now: Date,
): Promise<ApiAnswer<Grant>> {
  return askForGrant(access, { grant_type: "refresh_token", refresh_token: refreshToken }, now);
}

/**
 * Takes a token back. Pinterest does so for tokens of system users only and answers 403 for all others,
 * which then end by age or by the user's own hand.
 *
 * Source: Pinterest API v5.23, `token/revoke`.
 */
export function revokeToken(
  access: PinterestApp,
  token: string,
  kind: "access_token" | "refresh_token",
): Promise<ApiAnswer<unknown>> {
  return callApi(
    {
      operation: "token/revoke",
      purpose: "account",
      method: "POST",
      path: "/oauth/token/revoke",
      access,
      form: { token, token_type_hint: kind },
    },
    z.unknown(),
  );
}

/**
 * Makes a token that may report conversions and nothing else, for every ad account of the user. It is
 * long-lived: it stays good when the permission that it was made with lapses.
 *
 * Source: Pinterest API v5.23, `oauth/conversion_token`.
 */
export async function mintConversionToken(accessToken: string): Promise<ApiAnswer<string>> {
  const answer = await callApi(
    {
      operation: "oauth/conversion_token",
      purpose: "account",
      method: "POST",
      path: "/oauth/conversion_token",
      access: { bearer: accessToken },
    },
    wireConversionTokenSchema,
  );
  return answer.kind === "done" ? { kind: "done", value: answer.value.access_token } : answer;
}

async function askForGrant(
  access: PinterestApp,
  form: Record<string, string>,
  now: Date,
): Promise<ApiAnswer<Grant>> {
  const answer = await callApi(
    {
      operation: "oauth/token",
      purpose: "account",
      method: "POST",
      path: "/oauth/token",
      access,
      form,
    },
    wireGrantSchema,
  );
  return answer.kind === "done" ? { kind: "done", value: toGrant(answer.value, now) } : answer;
}
