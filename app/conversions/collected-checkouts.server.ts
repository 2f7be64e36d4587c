import type { SqlTransaction } from "~/db.server";
import { toEventId } from "~/ids";
import { log } from "~/log.server";
import { sha256 } from "~/sha256.server";
import type { Shop } from "~/shops/shop";

import { toCollectedSnapshot } from "./collect";
import type { Collected, Fates, Guest, RecordedMessage } from "./collected.server";
import { recordSeenCheckouts } from "./record-checkouts.server";
import type { EventKey } from "./snapshot-row.server";
import {
  takeBrowserSent,
  takeSnapshot,
  withBrowserSent,
  withSnapshot,
  type SeenChange,
} from "./snapshot.server";

// What pixels say of checkouts.

/** A message on a checkout, with what it adds to what is known of it. */
export type SeenCheckoutMessage = Pick<Guest, "place" | "atDoor" | "now"> & {
  event: EventKey;
  change: SeenChange;
};

/** The message, where it is on a checkout and has something to say. */
export function withCheckout(guest: Guest): Promise<SeenCheckoutMessage>[] {
  const { atDoor, message, now, place } = guest;
  if (message.name !== "checkout" || (message.kind === "result" && !message.browserSent)) return [];
  const event = { shopId: atDoor.shop.id, eventId: toEventId(message.eventId) };
  return [changeOf(guest, atDoor.shop).then((change) => ({ place, atDoor, now, event, change }))];
}

/** What a message on a checkout adds to what is known of it. */
async function changeOf(
  { message, now, sender }: Collected,
  { settings }: Shop,
): Promise<SeenChange> {
  if (message.kind === "result") return withBrowserSent(now);
  const taken = await toCollectedSnapshot(message, { settings, sender, now, sha256 });
  return withSnapshot(taken, now);
}

/** Writes what is known of checkouts, but for those whose order is here. */
export async function recordCheckouts(
  sql: SqlTransaction,
  checkouts: readonly SeenCheckoutMessage[],
  fates: Fates,
): Promise<void> {
  const recorded = await recordSeenCheckouts(
    sql,
    checkouts.map(({ change, event, now }) => ({ ...event, change, now })),
  );
  checkouts.forEach(({ atDoor: { shop }, event, place }, index) => {
    const kind = recorded[index] ?? "order_is_here";
    fates.set(place, kind === "recorded" ? { kind } : { kind, shop });
    if (kind === "recorded") log.info({ ...event, kind }, "a pixel saw a checkout");
  });
}

/** Records what the browser says of a checkout whose order is here, and tells the order. */
export async function recordCheckout(
  collected: Collected,
  { shop }: { shop: Shop },
): Promise<RecordedMessage> {
  const { message, now, sender } = collected;
  const eventId = toEventId(message.eventId);
  const { settings } = shop;
  const kind =
    message.kind === "result"
      ? await takeBrowserSent(shop.id, eventId, now, now)
      : await takeSnapshot(
          shop.id,
          eventId,
          await toCollectedSnapshot(message, { settings, sender, now, sha256 }),
          now,
        );
  log.info({ shopId: shop.id, eventId, message: message.kind, kind }, "a pixel saw a checkout");
  return { kind };
}
