import type { Received, ReceivedEvent, ReceivedHit } from "./received.ts";
import { INIT_EVENT } from "./tag-names.ts";
import { hitEventId } from "./tag-wire.ts";

/** What one side told of an event; `null` where it told nothing. */
export type Told = {
  receivedAt: string;
  value: string | null;
  currency: string | null;
  clickId: string | null;
  optOut: string | null;
  orderId: string | null;
  itemIds: readonly string[];
};

/** One event as Pinterest would count it, and who reported it. */
export type MergedEvent = {
  adAccountId: string;
  eventName: string;
  eventId: string;
  /** Who was first, and is counted. */
  counted: "browser" | "server";
  /** Late, or from a till: it stands for itself and is merged with nothing. */
  offline: boolean;
  /** What each side said first, in the order of its arrival; later copies only count. */
  browser: Told | null;
  server: Told | null;
  browserCopies: number;
  serverCopies: number;
};

type Report = {
  side: "browser" | "server";
  adAccountId: string;
  eventName: string;
  eventId: string;
  deduplicated: boolean;
  offline: boolean;
  told: Told;
};

/**
 * The events that count, each with both of its reports, oldest first. Browser and server are merged by
 * ad account, name and id within 48 hours, and the first is kept. What was refused is not here.
 *
 * Pinterest itself never says what it merged; this is what it says that it does.
 */
export function mergedEvents({ events, hits }: Pick<Received, "events" | "hits">): MergedEvent[] {
  const reports = [...events.flatMap(ofServer), ...hits.flatMap(ofBrowser)];
  // Within one millisecond the first is the one that is no duplicate.
  reports.sort(
    (a, b) =>
      a.told.receivedAt.localeCompare(b.told.receivedAt) ||
      Number(a.deduplicated) - Number(b.deduplicated),
  );
  const merged: MergedEvent[] = [];
  const open = new Map<string, MergedEvent>();
  for (const report of reports) {
    const { side, adAccountId, eventName, eventId, offline, told } = report;
    const key = JSON.stringify([adAccountId, eventName, eventId]);
    const known = report.deduplicated ? open.get(key) : undefined;
    const row = known ?? {
      ...{ adAccountId, eventName, eventId, offline, counted: side },
      ...{ browser: null, server: null, browserCopies: 0, serverCopies: 0 },
    };
    if (!known) {
      merged.push(row);
      if (!offline) open.set(key, row);
    }
    row[side] ??= told;
    row[`${side}Copies`] += 1;
  }
  return merged;
}

function ofServer(received: ReceivedEvent): Report[] {
  if (received.result.status !== "processed") return [];
  const { adAccountId, eventName, eventId, deduplicated, offline, receivedAt, event } = received;
  const custom = event.custom_data;
  const told: Told = {
    receivedAt,
    value: custom?.value ?? null,
    currency: custom?.currency ?? null,
    clickId: text(event.user_data["click_id"]),
    optOut: custom?.opt_out_type ?? null,
    orderId: custom?.order_id ?? null,
    itemIds: custom?.contents?.flatMap(({ id }) => id ?? []) ?? [],
  };
  return [{ side: "server", adAccountId, eventName, eventId, deduplicated, offline, told }];
}

function ofBrowser({ adAccountId, hit, faults, deduplicated, receivedAt }: ReceivedHit): Report[] {
  if (!adAccountId || !hit || faults.length > 0 || hit.eventName === INIT_EVENT) return [];
  const { ed, pd, eventName } = hit;
  const told: Told = {
    receivedAt,
    value: ed.value === undefined ? null : decimal(Number(ed.value), ed.currency),
    currency: ed.currency ?? null,
    clickId: pd.epik ?? null,
    optOut: pd.opt_out_type ?? null,
    orderId: ed.order_id ?? null,
    itemIds: ed.line_items?.flatMap(({ product_id: id }) => id ?? []) ?? [],
  };
  const eventId = hitEventId(hit);
  return [{ side: "browser", adAccountId, eventName, eventId, deduplicated, offline: false, told }];
}

/** As the API's side writes it: with the currency's digits. */
function decimal(value: number, currency = "USD"): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return value.toFixed(format.resolvedOptions().maximumFractionDigits);
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
