import { z } from "zod";

import { parse, type Parsed } from "~/parse";
import type { Connection } from "~/shops/connection";
import type { SendingMode } from "~/shops/sending";

import type { BackfillAnswer, Backfills } from "./backfill";
import { eventQuery, parseEventFilter, type EventFilter } from "./event-filter";
import { PAGE_EVENTS, VIEW_NAME_MAX, type EventPage, type SavedView } from "./event-list";
import type { Redriven } from "./redrive";

/** What the list of conversions shows. */
export type ConversionsPage = {
  page: EventPage;
  filter: EventFilter;
  /** The filter as it stands in the address. */
  query: string;
  views: SavedView[];
  /** The day, UTC, as in `2026-11-22`. */
  today: string;
};

/** What the page of past orders shows. */
export type PastOrdersPage = {
  connectionState: Connection["state"];
  sending: SendingMode;
  backfills: Backfills;
};

/** What stands in the list's address. */
export type ConversionsQuery = {
  filter: EventFilter;
  olderThan: string | null;
  newerThan: string | null;
};

/** Reads the list's address. What is not of ours counts as left out. */
export function parseConversionsQuery(search: URLSearchParams): ConversionsQuery {
  return {
    filter: parseEventFilter(search),
    olderThan: search.get("older"),
    newerThan: search.get("newer"),
  };
}

/** Events as a form carries them, each by its id and its name. */
const eventsField = z
  .string()
  .transform((text, context) => {
    try {
      const read: unknown = JSON.parse(text);
      return read;
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(z.object({ eventId: z.string(), eventName: z.string() }))
      .min(1)
      .max(PAGE_EVENTS),
  );

/** A filter as it stands in an address. */
const queryField = z
  .string()
  .transform((text) => eventQuery(parseEventFilter(new URLSearchParams(text))));

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check"), days: z.coerce.number().int().min(1) }),
  z.object({ intent: z.literal("send"), checkId: z.string() }),
  z.object({ intent: z.literal("cancel"), runId: z.string() }),
  z.object({ intent: z.literal("redrive_one"), eventId: z.string(), eventName: z.string() }),
  z.object({ intent: z.literal("redrive_selected"), events: eventsField }),
  z.object({ intent: z.literal("redrive_filter"), query: queryField }),
  z.object({
    intent: z.literal("save_view"),
    name: z.string().trim().min(1).max(VIEW_NAME_MAX),
    query: queryField,
  }),
  z.object({ intent: z.literal("delete_view"), id: z.uuid() }),
]);

/** What a button of the pages of conversions asks for. */
export type ConversionsForm = z.infer<typeof formSchema>;

/** What the page is told of it. */
export type ConversionsAnswer =
  | BackfillAnswer
  | { kind: "cancelled" }
  /** The run had come to its end before. */
  | { kind: "already_over" }
  | { kind: "redriven"; result: Redriven }
  | { kind: "view_saved"; view: SavedView }
  | { kind: "views_full" }
  /** `isGone`: there was no such view, or not any more. */
  | { kind: "view_deleted"; isGone: boolean }
  /** Only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] };

/** Whether nothing of the shop's is what a form names by its id: it is gone, or another shop's. */
export function namesNothing({ intent }: ConversionsForm, answer: ConversionsAnswer): boolean {
  if (answer.kind === "view_deleted") return answer.isGone;
  if (answer.kind === "redriven") return intent !== "redrive_filter" && isNothing(answer.result);
  return answer.kind === "not_checked" || answer.kind === "already_over";
}

function isNothing({ redriven, refused }: Redriven): boolean {
  return redriven === 0 && Object.values(refused).every((count) => count === 0);
}

/** A form of the pages as it is posted. */
export function parseConversionsForm(form: FormData): Parsed<ConversionsForm> {
  return parse(formSchema, Object.fromEntries(form));
}
