import { BlockStack, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

import type { Heartbeat } from "~/conversions/diagnostics-page";

import { Instant } from "./instant";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** When each part of the app last showed that it lives. */
export function HeartbeatCard({ heartbeat }: { heartbeat: WithTextDates<Heartbeat> }) {
  const { label, message } = useWords();
  const { deliveredAt, feedFetchedAt, pixelAt, reconciledAt, webhooks } = heartbeat;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("heartbeat")}
        </Text>
        <Text as="p">{message("heartbeat_explained")}</Text>
        {webhooks.map(({ lastAt, today, topicClass, usual }) => (
          <Beat key={topicClass} name={label(`webhooks_${topicClass}`)} at={lastAt}>
            {message("webhooks_counted", { today, usual })}
          </Beat>
        ))}
        <Beat name={label("beat_pixel")} at={pixelAt} />
        <Beat name={label("beat_reconciled")} at={reconciledAt} />
        <Beat name={label("beat_delivered")} at={deliveredAt} />
        <Beat name={label("beat_fetched")} at={feedFetchedAt} />
      </BlockStack>
    </Card>
  );
}

type BeatProps = { name: string; at: string | null; children?: ReactNode };

function Beat({ at, children, name }: BeatProps) {
  const { label } = useWords();
  return (
    <BlockStack gap="100">
      <Divider />
      <InlineStack gap="200" align="space-between">
        <Text as="span" fontWeight="semibold">
          {name}
        </Text>
        <Text as="span">{at === null ? label("never") : <Instant at={at} />}</Text>
      </InlineStack>
      {children && (
        <Text as="p" tone="subdued">
          {children}
        </Text>
      )}
    </BlockStack>
  );
}
