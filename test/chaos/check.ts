// What must hold after a run, whatever happened in it. Pure: the facts come in, and what is broken comes out.

/** An order as it was placed, and what its shop may be told of it. */
export type PlacedOrder = {
  shop: string;
  adAccountId: string;
  orderId: string;
  /** The one id under which Pinterest may hear of it. */
  eventId: string;
  /** The reason for which it must not be sent; `null` where it must. */
  expectedSkip: string | null;
  wasCancelled: boolean;
  /** Shopify got a 200 for it before any reconciliation was asked for. */
  wasAcknowledged: boolean;
};

/** One event as Pinterest got it. */
export type SeenEvent = {
  adAccountId: string;
  orderId: string;
  eventId: string;
  isProcessed: boolean;
  /** It came before under the same id, and Pinterest counted it once. */
  isDeduplicated: boolean;
};

/** The product's own word on an order. */
export type LedgerFact = {
  shop: string;
  orderId: string;
  state: string;
  reason: string | null;
  receivedBy: string;
  /** Of the event's outbox row; `null` where there is none any more. */
  attempts: number | null;
  lastError: string | null;
};

export type Facts = {
  orders: readonly PlacedOrder[];
  seen: readonly SeenEvent[];
  /** Event ids that Pinterest refused, alone or with their whole batch, as `account/event id`. */
  refused: ReadonlySet<string>;
  ledger: readonly LedgerFact[];
  /** Orders without a line when the load was over and reconciliation had not been asked for, as `shop/order id`. */
  missingBeforeReconciliation: ReadonlySet<string>;
};

/** Each rule, and the orders or events that break it. */
export type Verdict = {
  /** Neither at Pinterest nor left out for a reason that the plan, Pinterest or the shopper gave. */
  lost: string[];
  underTwoIds: string[];
  /** Counted by Pinterest more than once under one id. */
  countedTwice: string[];
  /** At Pinterest, and never placed there: another shop's, or under an id of no order. */
  foreign: string[];
  withoutFinalState: string[];
  withoutReason: string[];
  /** The ledger says delivered, and Pinterest never took it. */
  falselyDelivered: string[];
  /** Answered 200 without a row. */
  acknowledgedAndMissing: string[];
  withoutAttempt: string[];
};

const FINAL = new Set(["delivered", "skipped", "expired", "dead_letter"]);

/** Holds what happened against what was placed. Every list empty: the run is sound. */
export function judge(facts: Facts): Verdict {
  const processed = facts.seen.filter(({ isProcessed }) => isProcessed);
  const accepted = Map.groupBy(processed, ({ adAccountId, orderId }) => key(adAccountId, orderId));
  const lines = new Map(facts.ledger.map((line) => [key(line.shop, line.orderId), line]));
  const lineOf = (order: PlacedOrder) => lines.get(nameOf(order));
  const isAccepted = (order: PlacedOrder) => accepted.has(key(order.adAccountId, order.orderId));
  const broken = (isBroken: (order: PlacedOrder) => boolean) =>
    facts.orders.filter(isBroken).map(nameOf);

  return {
    lost: broken((order) => !isAccepted(order) && !isExplained(order, lineOf(order), facts)),
    underTwoIds: [...accepted]
      .filter(([, events]) => new Set(events.map(({ eventId }) => eventId)).size > 1)
      .map(([name]) => name),
    countedTwice: [
      ...Map.groupBy(
        processed.filter(({ isDeduplicated }) => !isDeduplicated),
        ({ adAccountId, eventId }) => key(adAccountId, eventId),
      ),
    ]
      .filter(([, events]) => events.length > 1)
      .map(([name]) => name),
    foreign: foreignOf(facts),
    withoutFinalState: broken((order) => !FINAL.has(lineOf(order)?.state ?? "")),
    withoutReason: broken((order) => lacksReason(lineOf(order))),
    falselyDelivered: broken((order) => lineOf(order)?.state === "delivered" && !isAccepted(order)),
    acknowledgedAndMissing: broken(
      (order) => order.wasAcknowledged && facts.missingBeforeReconciliation.has(nameOf(order)),
    ),
    withoutAttempt: broken(
      (order) => lineOf(order)?.state === "delivered" && lineOf(order)?.attempts === 0,
    ),
  };
}

export function isSound(verdict: Verdict): boolean {
  return Object.values(verdict).every((list) => list.length === 0);
}

/** Why an order that Pinterest never took need not be there. */
function isExplained(order: PlacedOrder, line: LedgerFact | undefined, facts: Facts): boolean {
  if (!line) return false;
  switch (line.state) {
    case "skipped":
      return (
        line.reason === order.expectedSkip ||
        (order.wasCancelled && line.reason === "cancelled_order")
      );
    case "dead_letter":
      return facts.refused.has(key(order.adAccountId, order.eventId));
    default:
      return false;
  }
}

function foreignOf({ orders, seen }: Facts): string[] {
  const known = new Set(
    orders.map(({ adAccountId, orderId, eventId }) => `${key(adAccountId, orderId)}/${eventId}`),
  );
  const mayNotBeSent = new Set(
    orders
      .filter(({ expectedSkip }) => expectedSkip !== null)
      .map(({ adAccountId, orderId }) => key(adAccountId, orderId)),
  );
  return seen
    .filter(({ adAccountId, orderId, eventId }) => {
      const name = key(adAccountId, orderId);
      return !known.has(`${name}/${eventId}`) || mayNotBeSent.has(name);
    })
    .map(({ adAccountId, eventId }) => key(adAccountId, eventId));
}

function lacksReason(line: LedgerFact | undefined): boolean {
  if (line?.state === "skipped" || line?.state === "expired") return !line.reason;
  return line?.state === "dead_letter" && !line.lastError;
}

function nameOf({ shop, orderId }: { shop: string; orderId: string }): string {
  return key(shop, orderId);
}

function key(owner: string, id: string): string {
  return `${owner}/${id}`;
}
