import type { LedgerLine } from "@prisma/client";
import { stringify } from "csv-stringify/sync";

import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { parse } from "~/parse";

import { consentRecordSchema, type ConsentRecord } from "./consent";

/** Lines that are read at a time. */
const PAGE_ROWS = 1_000;

const COLUMNS = [
  "order_id",
  "order_name",
  "event_id",
  "received_at",
  "state",
  "reason",
  "decided_at",
  "choice_known_from",
  "marketing",
  "analytics",
  "preferences",
  "sale_of_data",
  "customer_opted_out_of_sale",
  "place",
  "consent_first_by",
  "rule",
  "policy",
] as const;

type Row = Record<(typeof COLUMNS)[number], string>;

/**
 * What was decided on a shop's orders and why, the oldest first, as CSV (RFC 4180) in pieces of some
 * hundred kilobytes; the first begins with the names of the columns. Memory does not grow with the
 * number of orders. An order whose customer was erased is a row without names.
 *
 * Text that a spreadsheet would take for a formula has an apostrophe before it.
 *
 * @param from the first instant at which an order was received.
 * @param until the first instant that does not belong to it any more.
 */
export async function* exportDecisions(
  shopId: ShopId,
  from: Date,
  until: Date,
): AsyncGenerator<string, void, void> {
  yield toCsv([COLUMNS]);
  let after = { receivedAt: from, id: 0n };
  for (;;) {
    const lines = await db.ledgerLine.findMany({
      where: {
        shopId,
        receivedAt: { gte: after.receivedAt, lt: until },
        OR: [{ receivedAt: { gt: after.receivedAt } }, { id: { gt: after.id } }],
      },
      orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
      take: PAGE_ROWS,
    });
    const last = lines.at(-1);
    if (!last) return;
    after = last;
    yield toCsv(lines.map((line) => COLUMNS.map((column) => toRow(line)[column])));
  }
}

function toRow(line: LedgerLine): Row {
  const { eventId, orderId, orderName, reason, receivedAt, state } = line;
  const consent = parse(consentRecordSchema, line.consent);
  return {
    order_id: orderId,
    order_name: orderName ?? "",
    event_id: eventId ?? "",
    received_at: receivedAt.toISOString(),
    state,
    reason: reason ?? "",
    ...(consent.kind === "parsed" ? consentColumns(consent.value) : NO_CONSENT),
  };
}

type ConsentColumns = Omit<
  Row,
  "order_id" | "order_name" | "event_id" | "received_at" | "state" | "reason"
>;

/** Of an order that was not decided: it waits, could not be read, or is older than this record. */
const NO_CONSENT: ConsentColumns = {
  decided_at: "",
  choice_known_from: "",
  marketing: "",
  analytics: "",
  preferences: "",
  sale_of_data: "",
  customer_opted_out_of_sale: "",
  place: "",
  consent_first_by: "",
  rule: "",
  policy: "",
};

function consentColumns(consent: ConsentRecord): ConsentColumns {
  const { flags } = consent;
  return {
    decided_at: consent.decidedAt,
    choice_known_from: consent.source,
    marketing: toWord(flags.marketing),
    analytics: toWord(flags.analytics),
    preferences: toWord(flags.preferences),
    sale_of_data: toWord(flags.saleOfData),
    customer_opted_out_of_sale: toWord(consent.isSaleOptedOut),
    place: consent.place,
    consent_first_by: consent.requiredBy,
    rule: consent.rule ?? "allowed",
    policy: consent.policy,
  };
}

function toWord(flag: boolean | null | undefined): string {
  if (flag === undefined || flag === null) return "unknown";
  return flag ? "yes" : "no";
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: "\r\n" },
  );
}
