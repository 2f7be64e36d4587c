import { z } from "zod";

import { parse, type Parsed } from "~/parse";
import type { Connection } from "~/shops/connection";

import type { BackfillAnswer, Backfills } from "./backfill";
import type { LedgerPage, LedgerQuery } from "./ledger";
import { OUTBOX_STATES } from "./outbox";
import type { DeadLetter, Redriven } from "./redrive";

/** What the page of conversions shows. */
export type ConversionsPage = {
  connectionState: Connection["state"];
  backfills: Backfills;
  ledger: LedgerPage;
  letters: {
    /** A page of those that fit the filter. */
    shown: DeadLetter[];
    next: string | null;
    /** How many fit the filter, on every page. */
    count: number;
  };
  query: ConversionsQuery;
  /** The day, UTC, as in `2026-11-22`. */
  today: string;
};

/** What stands in the page's address. */
export type ConversionsQuery = {
  ledger: LedgerQuery;
  /** Words of Pinterest's reason by which dead letters are chosen; empty: all. */
  reason: string;
  /** The `next` of the page of dead letters before; `null` for the first. */
  lettersAfter: string | null;
};

/** Reads the page's address. What is not of ours counts as left out. */
export function parseConversionsQuery(search: URLSearchParams): ConversionsQuery {
  return {
    ledger: {
      state: OUTBOX_STATES.find((state) => state === search.get("state")) ?? null,
      olderThan: search.get("older"),
      newerThan: search.get("newer"),
    },
    reason: (search.get("reason") ?? "").trim(),
    lettersAfter: search.get("letters"),
  };
}

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check"), days: z.coerce.number().int().min(1) }),
  z.object({ intent: z.literal("send"), checkId: z.string() }),
  z.object({ intent: z.literal("cancel"), runId: z.string() }),
  z.object({ intent: z.literal("redrive_one"), eventId: z.string(), eventName: z.string() }),
  /** An empty reason means all of them. */
  z.object({ intent: z.literal("redrive_all"), reason: z.string().trim() }),
]);

/** What a button of the page asks for. */
export type ConversionsForm = z.infer<typeof formSchema>;

/** What the page is told of it. */
export type ConversionsAnswer =
  | BackfillAnswer
  | { kind: "cancelled" }
  /** The run had come to its end before. */
  | { kind: "already_over" }
  | { kind: "redriven"; result: Redriven }
  /** Only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] };

/** A form of the page as it is posted. */
export function parseConversionsForm(form: FormData): Parsed<ConversionsForm> {
  return parse(formSchema, Object.fromEntries(form));
}
