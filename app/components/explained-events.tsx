import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";

import type { ListedEvent } from "~/conversions/event-list";

import { EventName } from "./event-list";
import { detailUrl, explainEvent } from "./explain-event";
import { Instant } from "./instant";
import { EventBadge } from "./state-badge";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Event = WithTextDates<ListedEvent>;

/** Why each of the found orders and events went or did not; where there are none, why that may be. */
export function ExplainedEvents({ asked, found }: { asked: string; found: Event[] }) {
  const { label, message } = useWords();
  return (
    <div aria-live="polite">
      <BlockStack gap="400">
        {asked !== "" && found.length === 0 && (
          <Card>
            <BlockStack gap="300">
              <Text as="p">{message("explain_unknown")}</Text>
              <InlineStack>
                <Button url="/app/conversions/past-orders">{label("past_orders_title")}</Button>
              </InlineStack>
            </BlockStack>
          </Card>
        )}
        {found.map((event) => (
          <Explained key={event.key} event={event} />
        ))}
      </BlockStack>
    </div>
  );
}

function Explained({ event }: { event: Event }) {
  const words = useWords();
  const url = detailUrl(event);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <EventName event={event} />
            <EventBadge state={event.state} />
          </InlineStack>
          <Text as="span" tone="subdued">
            <Instant at={event.receivedAt} />
          </Text>
        </InlineStack>
        <Text as="p" breakWord>
          {explainEvent(words, event)}
        </Text>
        {url !== null && (
          <InlineStack>
            <Button url={url}>{words.label("open_details")}</Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
