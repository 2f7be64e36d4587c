import { z } from "zod";

import { decide } from "~/conversions/decision";
import { toDraft } from "~/conversions/draft";
import { snapshotSchema, toConsentSnapshot, type ConsentSnapshot } from "~/conversions/snapshot";
import { toWireEvent } from "~/conversions/wire-event";
import { english } from "~/messages/english";
import { parse } from "~/parse";
import { parseOrder, toOrder } from "~/shopify/order";
import { PLATFORMS, type ShopSettings } from "~/shops/settings";

import { nameOf, readArguments, readJson, readNow, refused, usage } from "./input";
import type { Io, Outcome, Read } from "./input";
import { readSettings } from "./settings";
import { sha256 } from "./sha256";

export const EXPLAIN_ORDER_USAGE =
  "explain-order [--settings F] [--context F] [--now ISO] [--platform shopify|woocommerce] ORDER.json";

const FLAGS = ["settings", "context", "now", "platform"] as const;

/** Says whether an order would be reported, why not, and as what. */
export async function explainOrder(args: readonly string[], io: Io): Promise<Outcome> {
  const line = readArguments(args, FLAGS);
  if (line.kind !== "read") return line;
  const { flags, file } = line.value;

  const platform = z.enum(PLATFORMS).optional().safeParse(flags.platform);
  if (!platform.success) return usage(`--platform is one of ${PLATFORMS.join(", ")}.`);

  const settings = readSettings(flags.settings, io);
  if (settings.kind !== "read") return settings;
  const chosen = platform.data ?? settings.value.platform;
  if (chosen !== "shopify")
    return refused(english.message("platform_not_there_yet", { platform: chosen }));

  const now = readNow(flags.now, io);
  if (now.kind !== "read") return now;
  const snapshot = await readContext(flags.context, io);
  if (snapshot.kind !== "read") return snapshot;
  const order = readOrder(file, settings.value, io);
  if (order.kind !== "read") return order;

  const decision = decide({
    ...(await toDraft(order.value, settings.value, sha256)),
    snapshot: snapshot.value,
    settings: settings.value,
    now: now.value,
    isConnected: true,
  });
  if (decision.kind === "send") {
    const body = { decision: "send", reasons: [], event: toWireEvent(decision.event) };
    return { kind: "answer", body };
  }
  const reasons = decision.reasons.map((code) => ({ code, message: english.message(code) }));
  return { kind: "answer", body: { decision: "skip", reasons, event: null } };
}

/** Without a file, the pixel saw nothing. */
async function readContext(
  file: string | undefined,
  io: Io,
): Promise<Read<ConsentSnapshot | null>> {
  if (file === undefined) return { kind: "read", value: null };
  const json = readJson(file, io);
  if (json.kind !== "read") return json;
  const snapshot = parse(snapshotSchema, json.value);
  if (snapshot.kind === "unreadable") return refusal("context_refused", file, snapshot.fields);
  return { kind: "read", value: await toConsentSnapshot(snapshot.value, sha256) };
}

function readOrder(file: string, settings: ShopSettings, io: Io) {
  const json = readJson(file, io);
  if (json.kind !== "read") return json;
  const order = parseOrder(json.value);
  if (order.kind === "unreadable") return refusal("order_refused", file, order.fields);
  return { kind: "read" as const, value: toOrder(order.value, settings) };
}

function refusal(
  code: "context_refused" | "order_refused",
  file: string | undefined,
  fields: readonly string[],
) {
  return refused(english.message(code, { file: nameOf(file ?? "-"), fields: fields.join(", ") }));
}
