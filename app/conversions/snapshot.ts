import { z } from "zod";

import { personalSchema, sha256HexSchema, type Personal } from "./event";
import type { Sha256 } from "./event-id";
import { eventUrl } from "./event-url";
import { hashUserData, normalizeUserData } from "./user-data";

const flag = z.boolean().exactOptional();

/** What a shopper allows; a flag that is absent is not known. */
export const consentFlagsSchema = z.strictObject({
  marketing: flag,
  analytics: flag,
  preferences: flag,
  /** `false`: the shopper opted out of the sale of their data. */
  saleOfData: flag,
});
export type ConsentFlags = z.infer<typeof consentFlagsSchema>;

/** What the pixel saw of a checkout, as it arrives. Everything may be missing. Lives in memory only. */
export const snapshotSchema = z.strictObject({
  /** Shopify's own id of the pixel's event; the event id only in coexistence. */
  eventId: z.string().exactOptional(),
  /** The `_epik` cookie. */
  clickId: z.string().exactOptional(),
  clientIp: z.string().exactOptional(),
  userAgent: z.string().exactOptional(),
  /** As in the address bar; may hold the checkout's token. */
  pageUrl: z.string().exactOptional(),
  /** The pixel's name for the browser. */
  clientId: z.string().exactOptional(),
  /** Pinterest's tag endpoint took the browser's event. */
  browserSent: z.boolean().exactOptional(),
  consent: consentFlagsSchema.exactOptional(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** A snapshot as it is stored: the browser's name is hashed, the page cleaned, `personal` apart. */
export const consentSnapshotSchema = z.object({
  eventId: z.string().exactOptional(),
  externalId: sha256HexSchema.exactOptional(),
  browserSent: z.boolean(),
  consent: consentFlagsSchema,
});
export type ConsentSnapshot = z.infer<typeof consentSnapshotSchema> & { personal: Personal };

/** A snapshot with when and where it was taken. */
export type TakenSnapshot = {
  /** By the shopper's clock. */
  takenAt: Date;
  /** Where the pixel believes the shopper to be, e.g. `DE` or `US-CA`. It is kept and decides nothing. */
  region?: string;
  snapshot: ConsentSnapshot;
};

/** What may be kept of a snapshot. Empty text counts as missing, and so does a page that is no web address. */
export async function toConsentSnapshot(
  snapshot: Snapshot,
  sha256: Sha256,
): Promise<ConsentSnapshot> {
  const ids = normalizeUserData({ externalId: [snapshot.clientId ?? ""] }, {});
  const [externalId] = (await hashUserData(ids, sha256)).externalId ?? [];
  const eventId = snapshot.eventId?.trim();

  return {
    ...(eventId && { eventId }),
    ...(externalId && { externalId }),
    browserSent: snapshot.browserSent ?? false,
    consent: snapshot.consent ?? {},
    personal: toPersonal({ ...snapshot, sourceUrl: eventUrl(snapshot.pageUrl ?? "") }),
  };
}

/**
 * The usable part of what a browser or a platform says of the browser. Empty text is none, and so is
 * the address that stands for no address.
 */
export function toPersonal(raw: {
  [Key in keyof Personal]?: string | null | undefined;
}): Personal {
  const clientIp = raw.clientIp?.trim();
  const clickId = raw.clickId?.trim();
  const userAgent = raw.userAgent?.trim();
  return personalSchema.parse({
    ...(clickId && { clickId }),
    ...(isAddress(clientIp) && { clientIp }),
    ...(userAgent && { userAgent }),
    ...(raw.sourceUrl && { sourceUrl: raw.sourceUrl }),
  });
}

/**
 * Whether this is the address of anything. Nothing, empty text and the addresses that stand for no
 * address are not.
 *
 * Source: Pinterest developer documentation, "Track conversions in the API", `client_ip_address`.
 */
export function isAddress(clientIp: string | null | undefined): clientIp is string {
  const text = clientIp?.trim();
  return text !== undefined && text !== "" && text !== "0.0.0.0" && text !== "::";
}
