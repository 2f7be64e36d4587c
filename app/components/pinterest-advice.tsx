import { InlineStack, List, Text } from "@shopify/polaris";

import type { Advice } from "~/conversions/warning";

import { explainAdvice } from "./explain-advice";
import { TitledCard } from "./titled";
import { useWords } from "./words";

/** What Pinterest advised lately, by parameter. Nothing is shown where it advised nothing. */
export function PinterestAdvice({ advice }: { advice: Advice[] }) {
  const words = useWords();
  if (advice.length === 0) return null;
  return (
    <TitledCard
      title={words.label("pinterest_advice")}
      explained={words.message("advice_explained")}
    >
      <List>
        {advice.map((topic) => (
          <List.Item key={`${topic.parameter} ${topic.kind}`}>
            <InlineStack gap="150">
              <Text as="span" fontWeight="semibold">
                <span translate="no">{topic.parameter}</span>
              </Text>
              <Text as="span">{explainAdvice(words, topic)}</Text>
            </InlineStack>
          </List.Item>
        ))}
      </List>
    </TitledCard>
  );
}
