import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

import type { ListedEvent } from "~/conversions/event-list";
import type { PlatformWord } from "~/conversions/unrecorded-order";

import { EventName } from "./event-list";
import { detailUrl, explainEvent } from "./explain-event";
import { explainUnrecorded, waitsForMerchant } from "./explain-unrecorded";
import { Instant } from "./instant";
import { EventBadge, VerdictBadge } from "./state-badge";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Event = WithTextDates<ListedEvent>;
type Platform = WithTextDates<PlatformWord>;

/** Why each of the found orders and events went or did not; where there are none, why that is. */
export function ExplainedEvents({
  found,
  platform,
}: {
  found: Event[];
  platform: Platform | null;
}) {
  return (
    <div aria-live="polite">
      <BlockStack gap="400">
        {platform && <Unrecorded platform={platform} />}
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
    <ExplainedCard
      name={<EventName event={event} />}
      badge={<EventBadge state={event.state} />}
      at={event.receivedAt}
      sentences={[explainEvent(words, event)]}
    >
      {url !== null && <Button url={url}>{words.label("open_details")}</Button>}
    </ExplainedCard>
  );
}

function Unrecorded({ platform }: { platform: Platform }) {
  const words = useWords();
  if (platform.kind !== "found") {
    return (
      <Card>
        <Text as="p">{words.message(`unrecorded_${platform.kind}`)}</Text>
      </Card>
    );
  }
  const { order } = platform;
  return (
    <ExplainedCard
      name={order.orderName}
      badge={<VerdictBadge outcome={order.verdict.outcome} />}
      at={order.createdAt}
      sentences={explainUnrecorded(words, order)}
    >
      {waitsForMerchant(order) && (
        <Button url="/app/conversions/past-orders">{words.label("past_orders_title")}</Button>
      )}
    </ExplainedCard>
  );
}

function ExplainedCard({
  name,
  badge,
  at,
  sentences,
  children,
}: {
  name: ReactNode;
  badge: ReactNode;
  at: string;
  sentences: readonly string[];
  /** What can be done. */
  children: ReactNode;
}) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <InlineStack gap="200" blockAlign="center">
            {name}
            {badge}
          </InlineStack>
          <Text as="span" tone="subdued">
            <Instant at={at} />
          </Text>
        </InlineStack>
        {sentences.map((sentence) => (
          <Text key={sentence} as="p" breakWord>
            {sentence}
          </Text>
        ))}
        {children && <InlineStack>{children}</InlineStack>}
      </BlockStack>
    </Card>
  );
}
