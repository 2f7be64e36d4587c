import {
  BlockStack,
  Box,
  Button,
  Card,
  Divider,
  InlineGrid,
  InlineStack,
  Select,
  Text,
} from "@shopify/polaris";
import { useEffect, useState } from "react";

import type { LiveEvent } from "~/conversions/live-event";
import { OUTBOX_STATES } from "~/conversions/outbox";

import { Instant } from "./instant";
import { LiveRegion } from "./live-region";
import { EventBadge } from "./state-badge";
import { useLiveEvents, type LiveState } from "./use-live-events";
import { useWords } from "./words";

/** Told to a screen reader so long after the last change: each row by itself would be noise. */
const ANNOUNCED_AFTER_MS = 3_000;

/** The list takes its room from the beginning, so that nothing below it moves when events come. */
const LIST_HEIGHT = "20rem";

/** The shop's events as they come in and change. */
export function LiveEvents() {
  const { label, message } = useWords();
  const [isPaused, setIsPaused] = useState(false);
  const [name, setName] = useState("");
  const [state, setState] = useState("");
  const live = useLiveEvents(isPaused);
  const shown = live.events.filter(
    (event) => (name === "" || event.eventName === name) && (state === "" || event.state === state),
  );
  const names = [...new Set(live.events.map(({ eventName }) => eventName))].toSorted();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {label("live_events")}
          </Text>
          <Button onClick={() => setIsPaused(!isPaused)}>
            {label(isPaused ? "live_resume" : "live_pause")}
          </Button>
        </InlineStack>
        <LiveStatus state={live.state} shown={shown.length} />
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <Select
            label={label("live_name_filter")}
            value={name}
            onChange={setName}
            options={[
              { value: "", label: label("every_event") },
              ...names.map((known) => ({ value: known, label: label(`event_${known}`) })),
            ]}
          />
          <Select
            label={label("state_filter")}
            value={state}
            onChange={setState}
            options={[
              { value: "", label: label("every_state") },
              ...OUTBOX_STATES.map((known) => ({ value: known, label: label(`state_${known}`) })),
            ]}
          />
        </InlineGrid>
        {shown.length === 0 ? (
          <Box minHeight={LIST_HEIGHT}>
            <Text as="p">{message(live.events.length === 0 ? "live_empty" : "live_no_match")}</Text>
          </Box>
        ) : (
          <Rows events={shown} label={label("live_events")} />
        )}
      </BlockStack>
    </Card>
  );
}

function LiveStatus({ shown, state }: { shown: number; state: LiveState }) {
  const { message } = useWords();
  const sentence = message(`live_${state}`, { count: shown });
  const [announced, setAnnounced] = useState(sentence);
  useEffect(() => {
    const timer = window.setTimeout(() => setAnnounced(sentence), ANNOUNCED_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [sentence]);
  return (
    <>
      <Text as="p" tone="subdued">
        {sentence}
      </Text>
      <LiveRegion>
        <Text as="span" visuallyHidden>
          {announced}
        </Text>
      </LiveRegion>
    </>
  );
}

function Rows({ events, label }: { events: readonly LiveEvent[]; label: string }) {
  return (
    <Box maxWidth="100%">
      <div
        style={{ height: LIST_HEIGHT, overflowY: "auto" }}
        // A list that scrolls has to be reached by keyboard.
        tabIndex={0}
        role="list"
        aria-label={label}
      >
        {events.map((event) => (
          <Row key={event.id} event={event} />
        ))}
      </div>
    </Box>
  );
}

function Row({ event }: { event: LiveEvent }) {
  const { label, message } = useWords();
  const { changedAt, eventId, eventName, reason, sending, state } = event;
  return (
    <div role="listitem">
      <Box paddingBlock="200">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="span" fontWeight="semibold">
              {label(`event_${eventName}`)}
            </Text>
            <EventBadge state={state} />
            {sending !== "real" && (
              <Text as="span" tone="subdued">
                {label(`sending_${sending}`)}
              </Text>
            )}
            <Text as="span" tone="subdued">
              <Instant at={changedAt} />
            </Text>
          </InlineStack>
          <Text as="span" tone="subdued" breakWord>
            <span translate="no">{eventId}</span>
          </Text>
          {reason !== null && <Text as="p">{message(reason)}</Text>}
        </BlockStack>
      </Box>
      <Divider />
    </div>
  );
}
