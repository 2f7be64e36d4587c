import { MINUTE_MS } from "~/time";

import type { ConsentRecord } from "./consent";
import type { OutboxState } from "./outbox";
import type { SkipReason } from "./skip-reason";

/** A younger order is left to its webhook, which knows more of the browser. */
export const YOUNG_ORDER_MS = 3 * MINUTE_MS;

/** Through which door an order reached us. */
export const RECEIVED_BY = [
  "webhook",
  /** Found at the platform by the job that looks for what no webhook brought. */
  "reconciliation",
  /** Found at the platform when the merchant asked for past orders to be sent. */
  "backfill",
  /** Reported by the merchant's own servers. */
  "ingest",
] as const;
export type ReceivedBy = (typeof RECEIVED_BY)[number];

/** What the ledger says of one order; what the home page lists. */
export type LedgerLine = {
  /**
   * The order's numeric id at the platform; `webhook:<id>` where it could not be read, `erased:<mark>`
   * where its customer was erased.
   */
  orderId: string;
  /** What the merchant calls it, e.g. `#1017`. */
  orderName: string | null;
  receivedBy: ReceivedBy;
  state: OutboxState;
  /** Why it was skipped or expired. */
  reason: SkipReason | null;
  /** Pinterest's words about the last attempt, where it failed. */
  lastError: string | null;
  /** Pinterest's advice on a delivered event. */
  warning: string | null;
  /** `null` while nothing is decided, and of an order that could not be read. */
  consent: ConsentRecord | null;
  /** Decimal text in `currency`. */
  value: string | null;
  currency: string | null;
  occurredAt: Date | null;
  receivedAt: Date;
  settledAt: Date | null;
};

/** How many lines a page of the ledger has. */
export const LEDGER_PAGE_LINES = 25;

/** Which page of the ledger is asked for; every field `null`: the first of all states. */
export type LedgerQuery = {
  state: OutboxState | null;
  /** The `older` of the page before. */
  olderThan: string | null;
  /** The `newer` of the page behind; counts before `olderThan`. */
  newerThan: string | null;
};

/** A page of the ledger, and where the next ones begin; `null` where there are none. */
export type LedgerPage = { lines: LedgerLine[]; newer: string | null; older: string | null };
