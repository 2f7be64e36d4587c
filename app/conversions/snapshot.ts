import { z } from "zod";

import { earlier } from "~/time";

import { consentFlagsSchema, type ConsentFlags } from "./consent-flags";
import { personalSchema, sha256HexSchema, type Personal } from "./event";
import type { Sha256 } from "./event-id";
import { eventUrl } from "./event-url";
import { hashUserData, normalizeUserData } from "./user-data";

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
 * Two messages on one checkout as one. The second adds what the first did not know and takes nothing
 * from it, in whichever order they came.
 *
 * **Decision:** of two answers to one question the stricter counts: a message that was delayed or sent
 * again cannot undo a no, and a no that comes after a yes takes it back.
 */
export function mergeTaken(first: TakenSnapshot, second: TakenSnapshot): TakenSnapshot {
  const region = first.region ?? second.region;
  return {
    takenAt: earlier(first.takenAt, second.takenAt),
    ...(region !== undefined && { region }),
    snapshot: {
      ...second.snapshot,
      ...first.snapshot,
      browserSent: first.snapshot.browserSent || second.snapshot.browserSent,
      consent: stricterFlags(first.snapshot.consent, second.snapshot.consent),
      personal: {
        ...second.snapshot.personal,
        ...first.snapshot.personal,
        ...browserOf(first.snapshot.personal, second.snapshot.personal),
      },
    },
  };
}

function stricterFlags(first: ConsentFlags, second: ConsentFlags): ConsentFlags {
  const merged: ConsentFlags = { ...first, ...second };
  for (const name of consentFlagsSchema.keyof().options) {
    if (first[name] === false) merged[name] = false;
  }
  return merged;
}

/**
 * IP and user agent, the first source's before the second's. They come as a pair from one source where one has both: an address here and a
 * browser there may be two people.
 */
export function browserOf(
  first: Personal,
  second: Personal,
): Pick<Personal, "clientIp" | "userAgent"> {
  const pair = [first, second].find(({ clientIp, userAgent }) => clientIp && userAgent);
  const clientIp = pair?.clientIp ?? first.clientIp ?? second.clientIp;
  const userAgent = pair?.userAgent ?? first.userAgent ?? second.userAgent;
  return {
    ...(clientIp !== undefined && { clientIp }),
    ...(userAgent !== undefined && { userAgent }),
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
