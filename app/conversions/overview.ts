import type { Connection } from "~/shops/connection";

import type { Alert } from "./alerts";
import type { LedgerLine } from "./ledger";

/** What the home page shows of a shop. */
export type Overview = {
  connection: Connection;
  /** What is out of the ordinary, the most urgent first. */
  alerts: Alert[];
  /** The newest lines, latest first. */
  lines: LedgerLine[];
  /** Customer data that Shopify seems not to share with the app. */
  missing: MissingFields;
};

/** Kinds of customer data that Shopify grants to an app one by one. */
export type MissingField = "email" | "phone" | "name" | "address";

/** Which kinds are missing, and in how many orders they were looked for. */
export type MissingFields = { fields: MissingField[]; orders: number };

/** So many orders are looked at, and with fewer than `ORDERS_MIN` nothing is concluded. */
export const ORDERS_MAX = 20;
const ORDERS_MIN = 3;

/**
 * The user data that each kind gives; one of the keys is enough to see that it is shared.
 *
 * Source: Shopify, "Work with protected customer data", level 2: name, address, phone, email.
 */
const KEYS: Record<MissingField, readonly string[]> = {
  email: ["em"],
  phone: ["ph"],
  name: ["fn", "ln"],
  address: ["zp"],
};

/**
 * The kinds of customer data that not one of the latest orders carried. One order without an email
 * proves nothing; many in a row mean that Shopify leaves the field out.
 *
 * @param orders the keys of the latest readable orders, `ORDERS_MAX` at most.
 */
export function missingFields(orders: readonly { matchKeys: readonly string[] }[]): MissingFields {
  if (orders.length < ORDERS_MIN) return { fields: [], orders: orders.length };
  const carried = new Set(orders.flatMap(({ matchKeys }) => matchKeys));
  const kinds = ["email", "phone", "name", "address"] as const satisfies MissingField[];
  return {
    fields: kinds.filter((kind) => !KEYS[kind].some((key) => carried.has(key))),
    orders: orders.length,
  };
}
