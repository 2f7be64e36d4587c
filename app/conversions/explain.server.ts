import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import { orderWords } from "./event-filter";
import type { ListedEvent } from "./event-list";
import { findWorths, ofAct, ofLine } from "./event-list.server";

/** How many orders and events one question finds at most. */
const FOUND_MAX = 10;

/**
 * The orders and events of a shop that a person may mean who pasted this: an order's number, name, id or
 * address in the admin, or an event id. Orders come first. Empty where the app knows none.
 */
export async function findAsked(shopId: ShopId, text: string): Promise<ListedEvent[]> {
  const word = text.trim();
  const { orderIds, orderNames } = orderWords(word);
  const lines = await db.ledgerLine.findMany({
    where: {
      shopId,
      OR: [{ orderId: { in: orderIds } }, { orderName: { in: orderNames } }, { eventId: word }],
    },
    orderBy: { id: "desc" },
    take: FOUND_MAX,
  });
  const eventIds = lines.flatMap(({ eventId }) => eventId ?? []);
  const rows = await db.outboxRow.findMany({
    where: { shopId, eventId: { in: [...eventIds, word] } },
    orderBy: { id: "desc" },
    take: 2 * FOUND_MAX,
  });
  const ofOrder = new Map(rows.filter(({ isOrder }) => isOrder).map((row) => [row.eventId, row]));
  const acts = rows.filter(({ isOrder }) => !isOrder);
  const worths = await findWorths(
    shopId,
    acts.map(({ id }) => id),
  );
  return [
    ...lines.map((line) => ofLine(line, ofOrder.get(line.eventId ?? ""))),
    ...acts.map((act) => ofAct(act, worths)),
  ];
}
