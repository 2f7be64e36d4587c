import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import { PIXEL_REFUSALS, PIXEL_STATES, type Pixel, type PixelRefusal } from "./pixel";

/** What the platform made of the last change. */
export type PixelChange =
  | { state: "on"; platformId: string }
  | { state: "none" }
  /** The merchant or a developer: the refusal says who, and what to do. */
  | { state: "refused"; refusal: PixelRefusal };

/** How the pixel of a shop stands. */
export async function findPixel(shopId: ShopId): Promise<Pixel> {
  const record = await db.shop.findUnique({
    where: { id: shopId },
    select: { pixelState: true, pixelRefusal: true, pixelChangedAt: true, pixelSeenAt: true },
  });
  return {
    state: PIXEL_STATES.find((known) => known === record?.pixelState) ?? "none",
    refusal: PIXEL_REFUSALS.find((known) => known === record?.pixelRefusal) ?? null,
    changedAt: record?.pixelChangedAt ?? null,
    seenAt: record?.pixelSeenAt ?? null,
  };
}

/** The platform's id of the shop's pixel, as far as we know; `null`: it has none. */
export async function findPlatformPixelId(shopId: ShopId): Promise<string | null> {
  const record = await db.shop.findUnique({ where: { id: shopId }, select: { pixelId: true } });
  return record?.pixelId ?? null;
}

/**
 * Keeps what a change came to. The same again leaves the time at which it began to stand so. A shop that
 * has uninstalled the app meanwhile has no pixel any more, whatever was answered before.
 */
export async function recordPixel(shopId: ShopId, change: PixelChange, now: Date): Promise<void> {
  const refusal = change.state === "refused" ? change.refusal : null;
  const before = await findPixel(shopId);
  const isSame = before.state === change.state && before.refusal === refusal;
  await db.shop.updateMany({
    where: { id: shopId, uninstalledAt: null },
    data: {
      pixelState: change.state,
      pixelRefusal: refusal,
      ...(isSame ? {} : { pixelChangedAt: now }),
      // A refused change leaves the pixel as it was.
      ...(change.state === "refused" ? {} : { pixelId: platformIdOf(change) }),
    },
  });
}

function platformIdOf(change: Exclude<PixelChange, { state: "refused" }>): string | null {
  return change.state === "on" ? change.platformId : null;
}
