import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { parseJson } from "../loopback-server.ts";
import { SHOPPER_COUNTRIES, type ShopperCountry } from "../shopify/order-body.ts";
import { type Shop, defaultPolicies } from "../shopify/shop.ts";

/** The four purposes that a shopper allows or does not, in the words of Shopify's runtime. */
export type CustomerPrivacy = {
  analyticsProcessingAllowed: boolean;
  marketingAllowed: boolean;
  preferencesProcessingAllowed: boolean;
  saleOfDataAllowed: boolean;
};

/** One browser in a shop, as its cookies tell it. */
export type Shopper = {
  /** Shopify's name for the browser. */
  clientId: string;
  /** Where the shopper is; a real shop would look up the address of the connection. */
  country: ShopperCountry;
  cartToken: string | null;
  /** `null` while the shopper has not chosen. */
  choice: CustomerPrivacy | null;
  /** The path and the query with which this visit began. */
  landingSite: string;
  referringSite: string | null;
};

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Shopify cuts a landing page there. */
const LANDING_LENGTH_MAX = 255;

const choiceSchema = z.strictObject({
  analyticsProcessingAllowed: z.boolean(),
  marketingAllowed: z.boolean(),
  preferencesProcessingAllowed: z.boolean(),
  saleOfDataAllowed: z.boolean(),
});

/** Reads the cookies, and sets those that a first visit has not got yet. */
export function meetShopper(
  { headers }: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Shopper {
  const cookies = readCookies(headers.cookie ?? "");
  const country = SHOPPER_COUNTRIES.find((known) => known === cookies.get("localization"));
  const choice = choiceSchema.safeParse(parseJson(cookies.get("_tracking_consent") ?? ""));
  const here = `${url.pathname}${url.search}`.slice(0, LANDING_LENGTH_MAX);
  const shopper: Shopper = {
    clientId: cookies.get("_shopify_y") ?? crypto.randomUUID(),
    country: country ?? "US",
    cartToken: cookies.get("cart") ?? null,
    choice: choice.success ? choice.data : null,
    landingSite: cookies.get("_landing_page") ?? here,
    referringSite: cookies.get("_orig_referrer") ?? headers.referer ?? null,
  };
  if (!cookies.has("_shopify_y")) setCookie(response, "_shopify_y", shopper.clientId, YEAR_SECONDS);
  if (!cookies.has("_landing_page")) {
    setCookie(response, "_landing_page", shopper.landingSite);
    if (shopper.referringSite) setCookie(response, "_orig_referrer", shopper.referringSite);
  }
  return shopper;
}

/** What the shopper allows: what was chosen, else what the shop takes for granted in the country. */
export function customerPrivacy({ choice, country }: Shopper, shop: Shop): CustomerPrivacy {
  if (choice) return choice;
  const policies = shop.consentPolicies ?? defaultPolicies();
  const policy = policies.find(({ countryCode }) => countryCode === country);
  const isAllowed = !policy?.consentRequired;
  return {
    analyticsProcessingAllowed: isAllowed,
    marketingAllowed: isAllowed,
    preferencesProcessingAllowed: isAllowed,
    saleOfDataAllowed: true,
  };
}

/** A cookie of the whole shop; without an age it ends with the browser's session. */
export function setCookie(
  response: ServerResponse,
  name: string,
  value: string,
  ageSeconds?: number,
): void {
  const age = ageSeconds === undefined ? "" : `; Max-Age=${ageSeconds}`;
  response.appendHeader(
    "set-cookie",
    `${name}=${encodeURIComponent(value)}; Path=/; SameSite=Lax${age}`,
  );
}

function readCookies(header: string): Map<string, string> {
  return new Map(
    header.split(/;\s*/).flatMap((pair) => {
      const cut = pair.indexOf("=");
      return cut < 0 ? [] : [[pair.slice(0, cut), decoded(pair.slice(cut + 1))]];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
