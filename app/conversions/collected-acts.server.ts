import type { SqlTransaction } from "~/db.server";
import { log } from "~/log.server";
import { enqueueAll } from "~/queue.server";
import { sha256 } from "~/sha256.server";

import { namedEventKey, type NamedEvent } from "./browser-sent.server";
import { toCollectedDraft } from "./collect";
import type { CollectedAct } from "./collect-message";
import type { Fates, Guest } from "./collected.server";
import { decide } from "./decision";
import { ensureLanes } from "./lane.server";
import { recordActs, type NewAct } from "./record-acts.server";
import { isToBeSent, type DecidedAct } from "./record.server";
import { givenByShop, isReached } from "./shop-given";

// What pixels say of acts other than checkouts.

/** An event id in the log helps somebody who looks for it; of very many nobody looks. */
const EVENT_IDS_LOGGED_MAX = 20;

/** The message, where it is on an act other than a checkout. */
export function withAct(guest: Guest): Guest<CollectedAct>[] {
  const { message } = guest;
  return message.kind === "act" && message.name !== "checkout" ? [{ ...guest, message }] : [];
}

/** An act that is to be recorded. */
export type WeighedAct = Pick<Guest, "place" | "atDoor"> & { event: NamedEvent; act: DecidedAct };

/** Decides on each act. Of one that is not reported nothing is kept. */
export async function weighActs(
  guests: readonly Guest<CollectedAct>[],
  fates: Fates,
): Promise<WeighedAct[]> {
  const weighed = await Promise.all(
    guests.map(async ({ atDoor, message, now, place, sender }): Promise<WeighedAct[]> => {
      const { lane, shop } = atDoor;
      const drafted = await toCollectedDraft(message, {
        ...{ settings: shop.settings, sender, now, sha256 },
      });
      const decision = decide({
        ...drafted,
        ...givenByShop(shop, now),
        now,
        isConnected: isReached(shop, lane),
      });
      if (decision.kind === "skip") {
        fates.set(place, { kind: "skipped", reason: decision.reasons[0] });
        return [];
      }
      const { draft } = drafted;
      const { eventId, eventName } = draft;
      const act: DecidedAct = {
        receivedAt: now,
        draft,
        decision,
        browser: { isSeen: true, isSent: false },
        isHeld: lane?.state === "needs_attention",
        sending: shop.sending,
      };
      return [{ place, atDoor, act, event: { shopId: shop.id, eventId, eventName } }];
    }),
  );
  return weighed.flat();
}

/** Writes the rows of new acts. */
export async function recordWeighedActs(
  sql: SqlTransaction,
  acts: readonly WeighedAct[],
  sent: ReadonlySet<string>,
  fates: Fates,
): Promise<void> {
  const written = await recordActs(
    sql,
    acts.map(({ act, atDoor: { shop }, event }): NewAct => {
      const browser = { ...act.browser, isSent: sent.has(namedEventKey(event)) };
      return { shopId: shop.id, act: { ...act, browser } };
    }),
  );
  acts.forEach(({ place }, index) => {
    fates.set(place, { kind: written[index] ?? "already_recorded" });
  });
}

/** Wakes the lanes where there is now something to deliver. */
export async function wakeLanes(
  sql: SqlTransaction,
  acts: readonly WeighedAct[],
  fates: Fates,
): Promise<void> {
  const fresh = acts.filter(({ place }) => fates.get(place)?.kind === "recorded");
  if (fresh.length === 0) return;
  const lanes = fresh.flatMap(({ act, atDoor: { lane, shop } }) =>
    lane && isToBeSent(act) ? [{ shopId: shop.id, ...lane.key }] : [],
  );
  await Promise.all([
    ensureLanes(sql, lanes),
    enqueueAll(
      sql,
      "deliver-lane",
      lanes.map((payload) => ({ payload })),
    ),
  ]);
  const eventIds = fresh.map(({ event }) => event.eventId);
  log.info(
    { recorded: fresh.length, ...(fresh.length <= EVENT_IDS_LOGGED_MAX && { eventIds }) },
    "recorded acts that pixels reported",
  );
}
