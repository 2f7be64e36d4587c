import { createHash } from "node:crypto";

import { decide } from "~/conversions/decision";
import { toDraft } from "~/conversions/draft";
import { toWireEvent } from "~/conversions/wire-event";
import { parseOrder, toOrder } from "~/shopify/order";
import { DEFAULT_SETTINGS } from "~/shops/settings";

import { ORDER_TEXT } from "./order-body";
import { print, runsPerSecond, shown } from "./stopwatch";

// How many events one core builds of a parsed order, against how often it could parse the body.

const MS = 6_000;

/** A few hours after the fixture's order. */
const NOW = new Date("2026-11-06T04:00:00Z");

const parsed = parseOrder(JSON.parse(ORDER_TEXT));
if (parsed.kind === "unreadable") throw new Error("The fixture does not parse");
const order = parsed.value;

if (!("event_id" in (await build()))) throw new Error("The fixture's order is not reported");
const parses = await runsPerSecond(() => JSON.parse(ORDER_TEXT), MS);
const checks = await runsPerSecond(() => parseOrder(JSON.parse(ORDER_TEXT)), MS);
const builds = await runsPerSecond(build, MS);
print(
  `event building: ${shown(builds / parses)} of JSON.parse ` +
    `(${shown(builds)} events/s per core, ${shown(parses)} parses/s of the same ${ORDER_TEXT.length} bytes, ` +
    `${shown(checks)} parses/s with the schema)`,
);

async function build(): Promise<object> {
  const settings = DEFAULT_SETTINGS;
  const { draft, personal } = await toDraft(toOrder(order, settings), settings, sha256);
  const about = { draft, personal, snapshot: null, settings, now: NOW, isConnected: true };
  const decision = decide(about);
  return decision.kind === "send" ? toWireEvent(decision.event) : decision;
}

async function sha256(text: string): Promise<string> {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
