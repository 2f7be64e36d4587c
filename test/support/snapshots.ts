import { takeSnapshot } from "~/conversions/snapshot.server";
import { toConsentSnapshot, type Snapshot, type TakenSnapshot } from "~/conversions/snapshot";
import { db } from "~/db.server";
import { toEventId, type ShopId } from "~/ids";

import { TEST_NOW } from "./clock";
import { sha256 } from "./sha256";

/** What a pixel reports of a checkout whose shopper agreed to everything, with `changes` on top. */
export async function taken(changes: Snapshot = {}, takenAt = TEST_NOW): Promise<TakenSnapshot> {
  const consent = { marketing: true, analytics: true, preferences: true, saleOfData: true };
  const snapshot = await toConsentSnapshot(
    {
      eventId: "sh-5b1d1a5f-CDA1",
      clickId: "dj0yJnNuYXBzaG90",
      clientIp: "198.51.100.23",
      userAgent: "Mozilla/5.0 (snapshot)",
      pageUrl: "https://demo.example/checkouts/cn/a-token/thank-you?utm_source=pins",
      clientId: "2f0a7c3e-client",
      consent,
      ...changes,
    },
    sha256,
  );
  return { takenAt, region: "US-NY", snapshot };
}

/** Lets the shop's pixel report a checkout. */
export async function reportSnapshot(
  shopId: ShopId,
  eventId: string,
  changes: Snapshot = {},
  now = TEST_NOW,
): Promise<"recorded" | "erased"> {
  const snapshot = await taken(changes, now);
  return takeSnapshot(shopId, toEventId(eventId), snapshot, now);
}

/** Makes the shop's pixel one that spoke at this instant. */
export async function livePixel(shopId: ShopId, pixelSeenAt = TEST_NOW): Promise<void> {
  await db.shop.update({ where: { id: shopId }, data: { pixelSeenAt } });
}
