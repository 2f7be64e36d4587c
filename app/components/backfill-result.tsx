import { BlockStack, Box, Divider, InlineStack, Text } from "@shopify/polaris";

import type { BackfillKind, TallyLine } from "~/conversions/backfill";
import type { Words } from "~/messages/words";

import { Disclosure } from "./disclosure";
import { useWords } from "./words";

type Props = { kind: BackfillKind; lines: readonly TallyLine[] };

/** How many orders had which outcome, each with what it means and some of the orders. */
export function BackfillResult({ kind, lines }: Props) {
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
      {lines.map((line) => (
        <li key={`${line.outcome}:${line.reason}`}>
          <Divider />
          <ResultLine kind={kind} line={line} />
        </li>
      ))}
    </ul>
  );
}

function ResultLine({ kind, line }: { kind: BackfillKind; line: TallyLine }) {
  const words = useWords();
  return (
    <Box padding="400">
      <BlockStack gap="200">
        <InlineStack align="space-between" gap="200" wrap={false}>
          <Text as="h4" fontWeight="semibold">
            {titleOf(words, kind, line)}
          </Text>
          <Text as="span" fontWeight="semibold" numeric>
            {line.count}
          </Text>
        </InlineStack>
        <Text as="p" tone="subdued">
          {explainOutcome(words, line)}
        </Text>
        {line.examples.length > 0 && (
          <Disclosure show={words.label("show_orders")} hide={words.label("hide_orders")}>
            <Text as="p" breakWord>
              {namesOf(words, line)}
            </Text>
          </Disclosure>
        )}
      </BlockStack>
    </Box>
  );
}

function titleOf(words: Words, kind: BackfillKind, { outcome }: TallyLine): string {
  if (kind === "check") return words.label(`check_${outcome}`);
  return outcome === "send" || outcome === "skip"
    ? words.label(`sent_${outcome}`)
    : words.label(`check_${outcome}`);
}

/** What an outcome means, and what can be done about it. */
export function explainOutcome(
  words: Words,
  { outcome, reason }: Pick<TallyLine, "outcome" | "reason">,
): string {
  if (reason !== null) return words.message(reason);
  if (outcome === "skip" || outcome === "left_out") return words.message("line_skipped");
  return words.message(`backfill_${outcome}`);
}

function namesOf(words: Words, { count, examples }: TallyLine): string {
  const names = examples.join(", ");
  const more = count - examples.length;
  return more > 0 ? words.label("orders_and_more", { names, more }) : names;
}
