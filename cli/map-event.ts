import { decide } from "~/conversions/decision";
import { readIngested } from "~/conversions/ingest";
import { toWireEvent } from "~/conversions/wire-event";
import { actSkipMessage, ingestMessage } from "~/messages/ingest-message";
import { english } from "~/messages/english";

import { nameOf, readArguments, readJson, readNow, refused } from "./input";
import type { Io, Outcome } from "./input";
import { readSettings } from "./settings";
import { sha256 } from "./sha256";

export const MAP_EVENT_USAGE = "map-event [--settings F] [--now ISO] EVENT.json";

/** Shows one element of an `/ingest` body as Pinterest would get it, or says why it would not. */
export async function mapEvent(args: readonly string[], io: Io): Promise<Outcome> {
  const line = readArguments(args, ["settings", "now"]);
  if (line.kind !== "read") return line;
  const { flags, file } = line.value;

  const settings = readSettings(flags.settings, io);
  if (settings.kind !== "read") return settings;
  const now = readNow(flags.now, io);
  if (now.kind !== "read") return now;
  const element = readJson(file, io);
  if (element.kind !== "read") return element;
  if (!isFilledObject(element.value)) {
    return refused(english.message("event_refused", { file: nameOf(file) }));
  }

  const given = { settings: settings.value, now: now.value };
  const read = await readIngested(element.value, { ...given, sha256 });
  if (read.kind === "refused") return refusal(read.refusal.code, ingestMessage(read.refusal));
  const decision = decide({ ...read.act, ...given, isConnected: true });
  if (decision.kind === "send") {
    return { kind: "answer", body: { event: toWireEvent(decision.event) } };
  }
  const [reason] = decision.reasons;
  return refusal(reason, actSkipMessage(reason));
}

/** An empty object is a mistake, not an event without fields. */
function isFilledObject(value: unknown): boolean {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.keys(value).length > 0;
}

function refusal(code: string, text: string): Outcome {
  return { kind: "refusal", body: { error: { code, message: text } } };
}
