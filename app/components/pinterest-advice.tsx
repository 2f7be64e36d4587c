import { BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";

import type { Advice } from "~/conversions/warning";
import { label, message } from "~/messages/message";

import { explainAdvice } from "./explain-advice";

/** What Pinterest advised lately, by parameter. Nothing is shown where it advised nothing. */
export function PinterestAdvice({ advice }: { advice: Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("pinterest_advice")}
        </Text>
        <Text as="p" tone="subdued">
          {message("advice_explained")}
        </Text>
        <List>
          {advice.map((topic) => (
            <List.Item key={`${topic.parameter} ${topic.kind}`}>
              <InlineStack gap="150">
                <Text as="span" fontWeight="semibold">
                  {topic.parameter}
                </Text>
                <Text as="span">{explainAdvice(topic)}</Text>
              </InlineStack>
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
