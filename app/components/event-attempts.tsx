import { BlockStack, Divider, Text } from "@shopify/polaris";

import type { Attempt, EventDetail } from "~/conversions/event-detail";
import type { Words } from "~/messages/words";

import { Section } from "./facts";
import { Instant, useInstantText } from "./instant";
import type { WithTextDates } from "./wire-dates";
import { withoutFullStop } from "./without-full-stop";
import { useWords } from "./words";

type Props = { detail: WithTextDates<EventDetail> };

/** Each call to Pinterest that the event was in, and what Pinterest answered. */
export function EventAttempts({ detail: { attempts, event, nextAttemptAt } }: Props) {
  const { label, message } = useWords();
  const next = useInstantText(nextAttemptAt ?? "");
  return (
    <Section title={label("attempts")}>
      {attempts.length === 0 && (
        <Text as="p">
          {message(event.settledAt === null ? "attempts_none" : "attempts_none_left")}
        </Text>
      )}
      {attempts.length > 0 && attempts.length < event.attempts && (
        <Text as="p">{message("attempts_latest", { attempts: event.attempts })}</Text>
      )}
      {attempts.length > 0 && (
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {attempts.map((attempt) => (
            <li key={attempt.id}>
              <Divider />
              <div style={{ paddingBlock: "var(--p-space-300)" }}>
                <OneAttempt attempt={attempt} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {event.state === "pending" && nextAttemptAt !== null && (
        <Text as="p">{message("next_attempt", { instant: next })}</Text>
      )}
    </Section>
  );
}

function OneAttempt({ attempt }: { attempt: WithTextDates<Attempt> }) {
  const words = useWords();
  const { accepted, durationMs, events, refused, requestId, startedAt, status } = attempt;
  return (
    <BlockStack gap="100">
      <Text as="p" fontWeight="semibold">
        <Instant at={startedAt} />
      </Text>
      <Text as="p" breakWord>
        {explainAttempt(words, attempt)}
      </Text>
      <Text as="p" tone="subdued" breakWord>
        {[
          status === null
            ? words.label("attempt_no_answer")
            : words.label("attempt_http", { status: String(status) }),
          words.label("attempt_ms", { durationMs }),
          words.label("attempt_events", { events, accepted, refused }),
          ...(requestId === null ? [] : [words.label("attempt_request_id", { requestId })]),
        ].join(" · ")}
      </Text>
    </BlockStack>
  );
}

/** What a call came to for an event, in a sentence. */
export function explainAttempt(
  { message }: Words,
  { verdict, words }: Pick<Attempt, "verdict" | "words">,
): string {
  switch (verdict) {
    case "refused_event":
      return message("attempt_refused_event", { words: withoutFullStop(words ?? "") });
    case "refused":
      return words === null
        ? message("attempt_refused")
        : message("attempt_refused_words", { words: withoutFullStop(words) });
    case "answered":
    case "token_refused":
    case "no_permission":
    case "account_not_found":
    case "rate_limited":
    case "unavailable":
    case "timeout":
    case "network":
      return message(`attempt_${verdict}`);
  }
}
