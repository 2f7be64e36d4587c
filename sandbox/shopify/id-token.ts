import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** The app's two credentials, as Shopify knows them. */
export type AppCredentials = { apiKey: string; apiSecret: string };

const headerSchema = z.object({ alg: z.literal("HS256") });

const claimsSchema = z.object({
  iss: z.string(),
  /** `https://<shop domain>`. */
  dest: z.string(),
  aud: z.string(),
  sub: z.string(),
  /** Unix seconds, as `nbf` and `iat`. */
  exp: z.number(),
  nbf: z.number(),
});

/** An id token lives this long, as in the admin. */
const LIFE_SECONDS = 60;
/** How far two clocks may differ. */
const CLOCK_SKEW_SECONDS_MAX = 10;

/** The claims that a test may set to something wrong. */
export type ClaimOverrides = Partial<{ iss: string; dest: string; aud: string; exp: number }>;

/** Makes an id token for a shop's staff member, as the admin gives one to the embedded app. */
export function createIdToken(
  { apiKey, apiSecret }: AppCredentials,
  shop: string,
  nowMs: number,
  overrides: ClaimOverrides = {},
): string {
  const now = Math.floor(nowMs / 1000);
  const claims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: apiKey,
    sub: "1234",
    exp: now + LIFE_SECONDS,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
    ...overrides,
  };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${signature(apiSecret, signed)}`;
}

/** Whether the token was signed with the app's secret, for this app and this shop, and is in time. */
export function isValidIdToken(
  { apiKey, apiSecret }: AppCredentials,
  shop: string,
  token: string,
  nowMs: number,
): boolean {
  const [header = "", claims = "", given = "", ...rest] = token.split(".");
  if (rest.length > 0 || !isSame(signature(apiSecret, `${header}.${claims}`), given)) return false;
  if (!headerSchema.safeParse(decode(header)).success) return false;
  const parsed = claimsSchema.safeParse(decode(claims));
  if (!parsed.success) return false;
  const { aud, dest, exp, nbf } = parsed.data;
  const now = nowMs / 1000;
  return (
    aud === apiKey &&
    dest === `https://${shop}` &&
    exp > now - CLOCK_SKEW_SECONDS_MAX &&
    nbf <= now + CLOCK_SKEW_SECONDS_MAX
  );
}

function signature(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(part: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return value;
  } catch {
    return undefined;
  }
}
