import type { Connection } from "~/shops/connection";
import type { Pixel } from "~/shops/pixel";

import type { Alert } from "./alerts";
import type { LedgerLine } from "./ledger";
import type { Advice } from "./warning";

/** What the home page shows of a shop. */
export type Overview = {
  connection: Connection;
  pixel: Pixel;
  /** What is out of the ordinary, the most urgent first. */
  alerts: Alert[];
  /** The newest lines, latest first. */
  lines: LedgerLine[];
  /** Customer data that Shopify seems not to share with the app. */
  missing: MissingFields;
  /** What Pinterest advised on the events of the last seven days. */
  advice: Advice[];
};

/** Kinds of customer data that Shopify grants to an app one by one. */
export type MissingField = "email" | "phone" | "name" | "address";

/** Which kinds are missing, and in how many orders they were looked for. */
export type MissingFields = { fields: MissingField[]; orders: number };

/** So many orders are looked at. */
export const ORDERS_MAX = 20;

/**
 * For each kind, the user data that it gives, of which one key shows that it is shared, and how many
 * orders in a row without it mean that it is not. Most checkouts let the shopper leave the phone out.
 *
 * Source: Shopify, "Work with protected customer data", level 2: name, address, phone, email.
 */
const KINDS: Record<MissingField, { keys: readonly string[]; ordersMin: number }> = {
  email: { keys: ["em"], ordersMin: 3 },
  phone: { keys: ["ph"], ordersMin: ORDERS_MAX },
  name: { keys: ["fn", "ln"], ordersMin: 3 },
  address: { keys: ["zp"], ordersMin: 3 },
};

/**
 * The kinds of customer data that not one of the latest orders carried. One order without an email
 * proves nothing; many in a row mean that Shopify leaves the field out.
 *
 * @param orders the keys of the latest readable orders, `ORDERS_MAX` at most.
 */
export function missingFields(orders: readonly { matchKeys: readonly string[] }[]): MissingFields {
  const carried = new Set(orders.flatMap(({ matchKeys }) => matchKeys));
  const kinds = ["email", "phone", "name", "address"] as const satisfies MissingField[];
  return {
    fields: kinds.filter((kind) => {
      const { keys, ordersMin } = KINDS[kind];
      return orders.length >= ordersMin && !keys.some((key) => carried.has(key));
    }),
    orders: orders.length,
  };
}
