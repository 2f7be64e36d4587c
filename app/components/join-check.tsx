import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";

import type { JoinCheck, JoinFinding } from "~/catalog/join-check";
import { findIssueMessage } from "~/messages/issue-message";
import type { Words } from "~/messages/words";

import { Instant } from "./instant";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** Whether the items of the last day's events are in the feed, and why some are not. */
export function JoinCheckCard({ check }: { check: WithTextDates<JoinCheck> | null }) {
  const words = useWords();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack>
          <Text as="h2" variant="headingMd">
            {words.label("join_check")}
          </Text>
          {check && (
            <Text as="span" tone="subdued">
              <Instant at={check.checkedAt} />
            </Text>
          )}
        </BlockStack>
        <Text as="p">{explainCheck(words, check)}</Text>
        {check?.findings.map((finding) => (
          <FindingRow key={finding.itemId} finding={finding} />
        ))}
      </BlockStack>
    </Card>
  );
}

/** What the last look came to, in a sentence. */
export function explainCheck(
  words: Words,
  check: Pick<JoinCheck, "items" | "missing" | "missingEvents"> | null,
): string {
  if (check === null) return words.message("join_never_checked");
  const { items, missing, missingEvents } = check;
  if (items === 0) return words.message("join_no_items");
  if (missing === 0) return words.message("join_complete", { items });
  return words.message("join_incomplete", { missing, items, events: missingEvents });
}

function FindingRow({ finding }: { finding: JoinFinding }) {
  const words = useWords();
  const { events, itemId, productId } = finding;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold" breakWord>
          {productId === null ? (
            itemId
          ) : (
            <Link url={`shopify://admin/products/${productId}`} target="_top">
              {itemId}
            </Link>
          )}
        </Text>
        <Badge>{words.label("join_events", { events: String(events) })}</Badge>
      </InlineStack>
      <Text as="p">{explainFinding(words, finding)}</Text>
    </BlockStack>
  );
}

/** Why an item of events is not in the feed, and what to do. */
export function explainFinding(
  words: Words,
  { cause, code }: Pick<JoinFinding, "cause" | "code">,
): string {
  if (cause !== "issue") return words.message(`join_${cause}`);
  return (code === null ? null : findIssueMessage(words, code)) ?? words.message("join_issue");
}
