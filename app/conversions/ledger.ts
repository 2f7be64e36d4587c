import type { SkipReason } from "./decision";
import type { OutboxState } from "./outbox";

/** Through which door an order reached us. */
export const RECEIVED_BY = [
  "webhook",
  /** Found at the platform by the job that looks for what no webhook brought. */
  "reconciliation",
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
  /** Decimal text in `currency`. */
  value: string | null;
  currency: string | null;
  occurredAt: Date | null;
  receivedAt: Date;
  settledAt: Date | null;
};
