import { Dice } from "../../sandbox/shopify/order-dice";
import { type ShopperCountry } from "../../sandbox/shopify/order-body";
import { makeOrder } from "../../sandbox/shopify/order-maker";

/** How large a run is. The same seed and sizes give the same plan, but for its times. */
export type PlanSize = { seed: string; orders: number; shops: number; kills: number };

/** A shop of the run: at the local Shopify, and at the local Pinterest. */
export type PlannedShop = { domain: string; adAccountId: string };

/**
 * What happens to an order's webhooks.
 *
 * - `plain`: one comes. `twice`: it comes a second time.
 * - `lost`: none comes. `late`: it comes when reconciliation has looked already.
 * - `overtaken`: the order's `paid` and `updated` come before its `create`.
 * - `cancelled`: its cancellation comes too, before or after.
 */
const FATES = [
  ["plain", 820],
  ["twice", 50],
  ["lost", 40],
  ["late", 20],
  ["overtaken", 40],
  ["cancelled", 30],
] as const;

export type Fate = (typeof FATES)[number][0];

/** What the order itself is; only the first two are to be reported. */
const KINDS = [
  ["usual", 880],
  ["abroad", 40],
  ["consentNeeded", 60],
  ["test", 10],
  ["till", 10],
] as const;
type OrderKind = (typeof KINDS)[number][0];

/** The reason for which the order must not be sent; `null` where it must. */
const EXPECTED_SKIPS: Readonly<Record<OrderKind, string | null>> = {
  usual: null,
  abroad: null,
  consentNeeded: "consent_unknown",
  test: "test_order",
  till: "channel_disabled",
};

export type PlannedOrder = {
  shop: PlannedShop;
  /** Counts up from 1 in each shop. */
  number: number;
  orderId: string;
  kind: OrderKind;
  fate: Fate;
  expectedSkip: string | null;
  placedAt: Date;
  seed: string;
};

/** One thing that Shopify does. */
export type Action =
  | { kind: "place"; order: PlannedOrder; isCancelled: boolean }
  | { kind: "send"; order: PlannedOrder; webhook: PlannedWebhook };

export type PlannedWebhook = { topic: OrderTopic; eventId: string; isCancelled: boolean };
export type OrderTopic = "orders/create" | "orders/paid" | "orders/updated" | "orders/cancelled";

export type KillTarget = "worker" | "web" | "database";
/** `at` is how much of the load has gone, from 0 to 1; those at 1 come while the run settles. */
export type PlannedKill = { at: number; target: KillTarget };

export type Plan = {
  shops: readonly PlannedShop[];
  orders: readonly PlannedOrder[];
  /** In the order in which they happen. */
  actions: readonly Action[];
  /** What happens after the first reconciliation. */
  lateActions: readonly Action[];
  kills: readonly PlannedKill[];
};

/** Orders are this much older than the run, so that reconciliation need not wait for them to age. */
const AGE_MIN_MS = 4 * 60_000;
const AGE_SPREAD_MS = 10 * 60_000;

/** Throws the dice for a whole run. */
export function makePlan(size: PlanSize, now: Date): Plan {
  const dice = new Dice(size.seed);
  const shops = Array.from({ length: size.shops }, (_, index) => ({
    domain: `chaos-${index + 1}.myshopify.com`,
    adAccountId: String(549_000_000_000 + index + 1),
  }));
  const orders = Array.from({ length: size.orders }, (_, index) =>
    planOrder(dice, shops, index, size.seed, now),
  );
  const timed = orders.flatMap((order, slot) => actionsOf(dice, order, slot));
  const inOrder = timed.toSorted((one, other) => one.slot - other.slot);
  return {
    shops,
    orders,
    actions: inOrder.filter(({ slot }) => slot !== LATE).map(({ action }) => action),
    lateActions: inOrder.filter(({ slot }) => slot === LATE).map(({ action }) => action),
    kills: planKills(dice, size.kills),
  };
}

/** The order as Shopify's webhook carries it. */
export function orderBody(order: PlannedOrder, isCancelled = false): string {
  const { kind, placedAt, seed, shop, number } = order;
  const made = makeOrder({
    seed,
    number,
    shopDomain: shop.domain,
    currency: "USD",
    country: COUNTRIES[kind],
    now: placedAt,
  });
  return JSON.stringify({
    ...made,
    ...(kind === "test" && { test: true }),
    ...(kind === "till" && { source_name: "pos", checkout_token: null }),
    ...(isCancelled && { cancelled_at: made.created_at }),
  });
}

const COUNTRIES: Readonly<Record<OrderKind, ShopperCountry>> = {
  usual: "US",
  abroad: "CA",
  consentNeeded: "DE",
  test: "US",
  till: "US",
};

function planOrder(
  dice: Dice,
  shops: readonly PlannedShop[],
  index: number,
  seed: string,
  now: Date,
): PlannedOrder {
  const shop = dice.pick(shops.slice(index % shops.length, (index % shops.length) + 1));
  const number = Math.floor(index / shops.length) + 1;
  const kind = draw(dice, KINDS);
  return {
    shop,
    number,
    // As the order maker numbers them: two shops' first orders have one id.
    orderId: String(6_200_000_000_000 + number * 1_009),
    kind,
    fate: draw(dice, FATES),
    expectedSkip: EXPECTED_SKIPS[kind],
    placedAt: new Date(now.getTime() - AGE_MIN_MS - dice.below(AGE_SPREAD_MS)),
    seed: `${seed}:${shop.domain}`,
  };
}

/** Places in the sequence; an order has as many as there are orders before it. */
const LATE = Number.POSITIVE_INFINITY;

type Timed = { slot: number; action: Action };

function actionsOf(dice: Dice, order: PlannedOrder, slot: number): Timed[] {
  const place = (at: number, isCancelled = false): Timed => ({
    slot: at,
    action: { kind: "place", order, isCancelled },
  });
  const send = (at: number, topic: OrderTopic, eventId = dice.hex(32)): Timed => ({
    slot: at,
    action: {
      kind: "send",
      order,
      webhook: { topic, eventId, isCancelled: topic === "orders/cancelled" },
    },
  });
  const soon = slot + dice.below(6);
  switch (order.fate) {
    case "plain":
      return [place(slot), send(soon, "orders/create")];
    case "twice": {
      const eventId = dice.hex(32);
      const again = slot + dice.below(200);
      return [
        place(slot),
        send(soon, "orders/create", eventId),
        send(again, "orders/create", eventId),
      ];
    }
    case "lost":
      return [place(slot)];
    case "late":
      return [place(slot), send(LATE, "orders/create")];
    case "overtaken":
      return [
        place(slot),
        send(slot + dice.below(20), "orders/updated"),
        send(slot + dice.below(20), "orders/paid"),
        send(slot + 20 + dice.below(80), "orders/create"),
      ];
    case "cancelled": {
      const cancelledAt = slot + dice.below(80);
      const create = send(slot + dice.below(80), "orders/create");
      const cancel = [place(cancelledAt, true), send(cancelledAt, "orders/cancelled")];
      return [place(slot), ...(dice.chance(0.25) ? [] : [create]), ...cancel];
    }
  }
}

/** A killed database stops everything, so it is killed the least often. */
const TARGETS = [
  ["worker", 14],
  ["web", 10],
  ["database", 6],
] as const satisfies readonly (readonly [KillTarget, number])[];

/** Each target at least once, at random times; one kill in six comes while the run settles. */
function planKills(dice: Dice, count: number): PlannedKill[] {
  const settling = Math.floor(count / 6);
  const kills = Array.from({ length: count }, (_, index) => ({
    at: index >= count - settling ? 1 : (50 + dice.below(900)) / 1000,
    target: TARGETS[index]?.[0] ?? draw(dice, TARGETS),
  }));
  return kills.toSorted((one, other) => one.at - other.at);
}

/** One of the names, each as often as its weight among all of them says. */
function draw<Name extends string>(
  dice: Dice,
  weights: readonly (readonly [Name, number])[],
): Name {
  let left = dice.below(weights.reduce((sum, [, weight]) => sum + weight, 0));
  const drawn = weights.find(([, weight]) => (left -= weight) < 0);
  if (!drawn) throw new Error("The weights do not add up");
  return drawn[0];
}
