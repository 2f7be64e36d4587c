import { Badge, type BadgeProps } from "@shopify/polaris";

import type { BackfillOutcome } from "~/conversions/backfill";
import type { OutboxState } from "~/conversions/outbox";
import type { ConnectionState } from "~/shops/connection";
import type { PixelState } from "~/shops/pixel";

import { useWords } from "./words";

type Tone = NonNullable<BadgeProps["tone"]> | "neutral";

/** Red is for what a person has to look at; what our own rules left out is no fault. */
const EVENT_TONES: Record<OutboxState, Tone> = {
  waiting: "info",
  pending: "info",
  held: "warning",
  delivered: "success",
  tested: "neutral",
  shadowed: "neutral",
  skipped: "neutral",
  expired: "neutral",
  dead_letter: "critical",
};

/** What would be sent is news; the rest stands where it stood. */
const VERDICT_TONES: Record<BackfillOutcome, Tone> = {
  send: "info",
  skip: "neutral",
  reported: "success",
  under_way: "info",
  refused: "critical",
  tried: "neutral",
  left_out: "neutral",
  erased: "neutral",
  gone: "neutral",
};

const CONNECTION_TONES: Record<ConnectionState, Tone> = {
  not_connected: "attention",
  connected: "success",
  needs_attention: "critical",
};

const PIXEL_TONES: Record<PixelState, Tone> = {
  none: "neutral",
  on: "success",
  refused: "critical",
};

/** Where an order's event stands. */
export function EventBadge({ state }: { state: OutboxState }) {
  const { label } = useWords();
  return <ToneBadge tone={EVENT_TONES[state]} text={label(`state_${state}`)} />;
}

/** What would become of an order that is not recorded. */
export function VerdictBadge({ outcome }: { outcome: BackfillOutcome }) {
  const { label } = useWords();
  return <ToneBadge tone={VERDICT_TONES[outcome]} text={label(`check_${outcome}`)} />;
}

/** How the connection to Pinterest stands. */
export function ConnectionBadge({ state }: { state: ConnectionState }) {
  const { label } = useWords();
  return <ToneBadge tone={CONNECTION_TONES[state]} text={label(`connection_${state}`)} />;
}

/** How the pixel at Shopify stands. */
export function PixelBadge({ state }: { state: PixelState }) {
  const { label } = useWords();
  return <ToneBadge tone={PIXEL_TONES[state]} text={label(`pixel_state_${state}`)} />;
}

function ToneBadge({ tone, text }: { tone: Tone; text: string }) {
  return tone === "neutral" ? <Badge>{text}</Badge> : <Badge tone={tone}>{text}</Badge>;
}
