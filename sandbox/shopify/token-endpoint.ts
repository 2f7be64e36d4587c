import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Exchange, isJson, parseJson, readBody, sendJson } from "../loopback-server.ts";
import { type AppCredentials, isValidIdToken } from "./id-token.ts";
import type { OfflineTokens } from "./offline-tokens.ts";

/** What the token endpoint needs to know of the shop that was called. */
export type TokenDesk = {
  credentials: AppCredentials;
  tokens: OfflineTokens;
  installed: boolean;
  grantedScopes: readonly string[];
  nowMs: number;
};

const BODY_BYTES_MAX = 64 * 1024;

const credentialsSchema = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string(),
});

const exchangeSchema = z.object({
  subject_token: z.string(),
  subject_token_type: z.literal("urn:ietf:params:oauth:token-type:id_token"),
  requested_token_type: z.literal("urn:shopify:params:oauth:token-type:offline-access-token"),
  /** A public app created after 2026-04-01 must ask for expiring tokens. */
  expiring: z.literal("1"),
});

const refreshSchema = z.object({ refresh_token: z.string() });

type Refusal = { status: number; error: string; description: string };

/**
 * Answers `POST /admin/oauth/access_token` for the shop `shop`.
 *
 * Source: shopify.dev, "Exchange a session token for an access token" and "Offline access tokens";
 * error names as in RFC 6749 and RFC 8693, and `invalid_subject_token` as Shopify's library reads it.
 */
export async function answerTokenRequest(
  desk: TokenDesk | null,
  shop: string,
  { request, response }: Exchange,
): Promise<void> {
  const refuse = ({ status, error, description }: Refusal) =>
    sendJson(response, status, { error, error_description: description });

  const body = await readBody(request, BODY_BYTES_MAX);
  if (!isJson(request) || body.kind === "too_large") {
    return refuse(invalidRequest("The body must be JSON."));
  }
  const input = parseJson(body.text);
  const caller = credentialsSchema.safeParse(input);
  if (!caller.success) return refuse(invalidRequest(missing(caller.error)));
  if (!desk) return refuse(invalidRequest("There is no such shop."));

  const { client_id, client_secret, grant_type } = caller.data;
  if (client_id !== desk.credentials.apiKey) return refuse(UNKNOWN_APP);
  if (!isSecret(desk.credentials.apiSecret, client_secret)) return refuse(INVALID_CLIENT);
  const granted = grant(desk, shop, grant_type, input);
  return "error" in granted ? refuse(granted) : sendJson(response, 200, granted);
}

function grant(desk: TokenDesk, shop: string, grantType: string, input: unknown) {
  const scope = desk.grantedScopes.join(",");
  switch (grantType) {
    case "urn:ietf:params:oauth:grant-type:token-exchange": {
      const wanted = exchangeSchema.safeParse(input);
      if (!wanted.success) return invalidRequest(missing(wanted.error));
      const valid = isValidIdToken(desk.credentials, shop, wanted.data.subject_token, desk.nowMs);
      if (!valid || !desk.installed) return INVALID_SUBJECT_TOKEN;
      return desk.tokens.issue(shop, scope, desk.nowMs);
    }
    case "refresh_token": {
      const wanted = refreshSchema.safeParse(input);
      if (!wanted.success) return invalidRequest(missing(wanted.error));
      const pair = desk.tokens.refresh(shop, wanted.data.refresh_token, scope, desk.nowMs);
      return pair ?? INVALID_GRANT;
    }
    default:
      return UNSUPPORTED_GRANT;
  }
}

function isSecret(secret: string, given: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function missing(error: z.ZodError): string {
  const fields = error.issues.map((issue) => issue.path.join(".") || "(body)");
  return `These parameters are missing or wrong: ${fields.join(", ")}.`;
}

function invalidRequest(description: string): Refusal {
  return { status: 400, error: "invalid_request", description };
}

const UNKNOWN_APP: Refusal = {
  status: 400,
  error: "application_cannot_be_found",
  description: "There is no app with this client id.",
};

const INVALID_CLIENT: Refusal = {
  status: 401,
  error: "invalid_client",
  description: "Client authentication failed.",
};

const INVALID_SUBJECT_TOKEN: Refusal = {
  status: 400,
  error: "invalid_subject_token",
  description: "The session token is not valid for this app and shop.",
};

const INVALID_GRANT: Refusal = {
  status: 400,
  error: "invalid_grant",
  description: "The refresh token is expired, retired or unknown.",
};

const UNSUPPORTED_GRANT: Refusal = {
  status: 400,
  error: "unsupported_grant_type",
  description: "The grant type is not supported.",
};
