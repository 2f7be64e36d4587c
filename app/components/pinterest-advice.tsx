import { BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";

import type { Advice } from "~/conversions/warning";

import { explainAdvice } from "./explain-advice";
import { useWords } from "./words";

/** What Pinterest advised lately, by parameter. Nothing is shown where it advised nothing. */
export function PinterestAdvice({ advice }: { advice: Advice[] }) {
  const words = useWords();
  if (advice.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.label("pinterest_advice")}
        </Text>
        <Text as="p" tone="subdued">
          {words.message("advice_explained")}
        </Text>
        <List>
          {advice.map((topic) => (
            <List.Item key={`${topic.parameter} ${topic.kind}`}>
              <InlineStack gap="150">
                <Text as="span" fontWeight="semibold">
                  {topic.parameter}
                </Text>
                <Text as="span">{explainAdvice(words, topic)}</Text>
              </InlineStack>
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
