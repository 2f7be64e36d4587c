import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";

import type { ConversionsAnswer } from "~/conversions/conversions-page";
import type { EventDetail as Detail } from "~/conversions/event-detail";

import { AskFirst } from "./ask-first";
import { EventAttempts } from "./event-attempts";
import { EventPayload } from "./event-payload";
import { explainConsent } from "./explain-consent";
import { channelOf, explainEvent } from "./explain-event";
import { Fact, Section } from "./facts";
import { Instant } from "./instant";
import { LiveRegion } from "./live-region";
import { RedriveResult } from "./redrive-result";
import { EventBadge } from "./state-badge";
import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = { detail: WithTextDates<Detail> };

/** Everything that is known of one event: what happened and what to do, who saw it, and what was sent. */
export function EventDetail({ detail }: Props) {
  return (
    <BlockStack gap="400">
      <WhatHappened detail={detail} />
      <SeenWhere detail={detail} />
      <Consent detail={detail} />
      <EventAttempts detail={detail} />
      <EventPayload detail={detail} />
    </BlockStack>
  );
}

function WhatHappened({ detail: { event } }: Props) {
  const words = useWords();
  const form = usePageForm<ConversionsAnswer>();
  const { eventId, eventName, state } = event;
  return (
    <Section title={words.label("what_to_do")}>
      <LiveRegion>
        <RedriveResult reply={form.reply} />
      </LiveRegion>
      <InlineStack gap="200" blockAlign="center">
        <EventBadge state={state} />
        {event.reason !== null && <Text as="span">{words.label(`reason_${event.reason}`)}</Text>}
      </InlineStack>
      <Text as="p" breakWord>
        {explainEvent(words, event)}
      </Text>
      {state === "dead_letter" && <Text as="p">{words.message("refused_remedy")}</Text>}
      {state === "dead_letter" && eventId !== null && (
        <AskFirst
          id="redrive-one"
          title={words.label("send_one_question")}
          explained={words.message("redrive_one_explained")}
          action={words.label("send_again")}
          onConfirm={() => form.post({ intent: "redrive_one", eventId, eventName })}
        >
          {(ask) => (
            <InlineStack>
              <Button variant="primary" loading={form.posted !== null} onClick={ask}>
                {words.label("send_again")}
              </Button>
            </InlineStack>
          )}
        </AskFirst>
      )}
    </Section>
  );
}

function SeenWhere({ detail: { event, pixel, receivedBy } }: Props) {
  const { label, message } = useWords();
  const channel = channelOf(event);
  return (
    <Section title={label("seen_where")}>
      <dl style={{ margin: 0 }}>
        <Fact name={label("acted_at")}>
          {event.occurredAt && <Instant at={event.occurredAt} />}
        </Fact>
        <Fact name={label("came_in_at")}>
          <Instant at={event.receivedAt} />
        </Fact>
        {receivedBy && <Fact name={label("came_in_by")}>{label(`door_${receivedBy}`)}</Fact>}
        {pixel?.takenAt && (
          <Fact name={label("pixel_took_at")}>
            <Instant at={pixel.takenAt} />
          </Fact>
        )}
        {pixel?.browserSentAt && (
          <Fact name={label("browser_sent_at")}>
            <Instant at={pixel.browserSentAt} />
          </Fact>
        )}
        <Fact name={label("settled_at")}>
          {event.settledAt ? <Instant at={event.settledAt} /> : label("not_settled")}
        </Fact>
        <Fact name={label("event_id_label")}>{event.eventId && <code>{event.eventId}</code>}</Fact>
      </dl>
      {event.source === "order" && (
        <Text as="p">{message(pixel?.takenAt ? "pixel_seen" : "pixel_not_kept")}</Text>
      )}
      <Text as="p">
        {message(
          channel === null
            ? "browser_unknown"
            : channel === "browser_too"
              ? "browser_reported"
              : "browser_not_reported",
        )}
      </Text>
    </Section>
  );
}

function Consent({ detail: { consent } }: Props) {
  const words = useWords();
  return (
    <Section title={words.label("decision_on_consent")}>
      <Text as="p">{consent ? explainConsent(words, consent) : words.message("consent_none")}</Text>
    </Section>
  );
}
