import { z } from "zod";

/** A Pinterest account, as its user knows it. */
export type Account = {
  /** Digits. */
  id: string;
  username: string;
  businessName: string | null;
  /** Catalogs and conversions need one. */
  isBusiness: boolean;
};

/** An ad account that an account may see. */
export type AdAccount = {
  id: string;
  name: string;
  /** ISO 4217; `null` where Pinterest does not say. */
  currency: string | null;
  /** ISO 3166-1 alpha-2; `null` where Pinterest does not say. */
  country: string | null;
  /** Whether the account's role lets it report conversions. */
  canReport: boolean;
};

/** A tag of an ad account. */
export type ConversionTag = { id: string; name: string };

/** A website of an account; a catalog needs a claimed one. */
export type Website = { website: string; isClaimed: boolean };

/** Of a list that goes on, `bookmark` names the next page. */
export type Page<Item> = { items: readonly Item[]; bookmark: string | null };

/** Source: Pinterest API v5.23, `Account`. */
export const wireAccountSchema = z
  .object({
    id: z.string().regex(/^\d+$/),
    username: z.string().min(1),
    business_name: z.string().nullish(),
    account_type: z.string().nullish(),
  })
  .transform((wire): Account => ({
    id: wire.id,
    username: wire.username,
    businessName: wire.business_name || null,
    isBusiness: wire.account_type === "BUSINESS",
  }));

/**
 * The roles that may report conversions. **Decision:** a list without roles is believed to allow it; the
 * connection test says otherwise where that is wrong.
 *
 * Source: Pinterest API v5.23, `events/create`: owner, or Admin, Analyst, Audience or Campaign.
 */
const REPORTING_ROLES = [
  "OWNER",
  "ADMIN",
  "ANALYST",
  "AUDIENCE_MANAGER",
  "CAMPAIGN_MANAGER",
  "RESTRICTED_OWNER",
];

/** Source: Pinterest API v5.23, `AdAccount`. `UNK` is Pinterest's word for a currency that it does not know. */
const wireAdAccountSchema = z
  .object({
    id: z.string().regex(/^\d{1,18}$/),
    name: z.string().nullish(),
    currency: z.string().nullish(),
    country: z.string().nullish(),
    permissions: z.array(z.string()).nullish(),
  })
  .transform((wire): AdAccount => ({
    id: wire.id,
    name: wire.name || wire.id,
    currency: wire.currency && wire.currency !== "UNK" ? wire.currency : null,
    country: wire.country || null,
    canReport: canReport(wire.permissions ?? []),
  }));

function canReport(roles: readonly string[]): boolean {
  return roles.length === 0 || roles.some((role) => REPORTING_ROLES.includes(role));
}

/**
 * Source: Pinterest API v5.23, `ConversionTag`. The id is optional there; a tag without one is none. The words
 * on `filter_deleted` do not say which way it filters, so archived tags are left out here.
 */
const wireTagSchema = z.object({
  id: z.string().nullish(),
  name: z.string(),
  status: z.string().nullish(),
});

/** Source: Pinterest API v5.23, `UserWebsiteSummary`. A website that is claimed has the status `success`. */
const wireWebsiteSchema = z.object({ website: z.string().nullish(), status: z.string().nullish() });

export const wireAdAccountsSchema = pageOf(wireAdAccountSchema, (account) => [account]);

export const wireTagsSchema = pageOf(wireTagSchema, ({ id, name, status }) =>
  id && status !== "ARCHIVED" ? [{ id, name }] : [],
);

export const wireWebsitesSchema = pageOf(wireWebsiteSchema, ({ status, website }): Website[] =>
  website ? [{ website, isClaimed: status === "success" }] : [],
);

/** A page of a list; what is no use is left out. */
function pageOf<Wire, Item>(schema: z.ZodType<Wire>, toItems: (wire: Wire) => readonly Item[]) {
  return z
    .object({ items: z.array(schema), bookmark: z.string().nullish() })
    .transform(({ bookmark, items }): Page<Item> => ({
      items: items.flatMap((wire) => toItems(wire)),
      bookmark: bookmark || null,
    }));
}
