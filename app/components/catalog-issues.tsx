import { Badge, BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";

import type { IssueGroup } from "~/catalog/issue-list";
import { issueMessage } from "~/messages/issue-message";

import { Count } from "./figures";
import { TitledPart } from "./titled";
import { useWords } from "./words";

type Props = { feedId: string; issues: readonly IssueGroup[]; isPublished: boolean };

/** So many codes are shown beside a feed; a page of its own has them all. */
const SHOWN_MAX = 5;

/** What is wrong with the items of a feed: what it costs, how to mend it, and the way to the items. */
export function CatalogIssues({ feedId, issues, isPublished }: Props) {
  const { label, message } = useWords();
  if (!isPublished && issues.length === 0) return null;
  return (
    <TitledPart title={label("issues")}>
      {issues.length === 0 && <Text as="p">{message("feed_clean")}</Text>}
      {issues.slice(0, SHOWN_MAX).map((issue) => (
        <IssueSummary key={issue.code} feedId={feedId} issue={issue} />
      ))}
      {issues.length > SHOWN_MAX && (
        <InlineStack>
          <Button url={issuesUrl(feedId)}>{label("all_issues", { count: issues.length })}</Button>
        </InlineStack>
      )}
    </TitledPart>
  );
}

/** One code: how grave, who found it how often, what it means and what to do. */
export function IssueSummary({ feedId, issue }: { feedId: string; issue: IssueGroup }) {
  const words = useWords();
  const { code } = issue;
  return (
    <BlockStack gap="100">
      <IssueHead issue={issue} />
      <IssueWords issue={issue} />
      <InlineStack>
        <Link
          url={issuesUrl(feedId, code)}
          accessibilityLabel={words.label("show_items_of", { code })}
        >
          {words.label("show_items")}
        </Link>
      </InlineStack>
    </BlockStack>
  );
}

/** What it is and how to mend it, and what it costs until then. */
export function IssueWords({ issue: { code, cost } }: { issue: IssueGroup }) {
  const words = useWords();
  return (
    <>
      <Text as="p">{issueMessage(words, code)}</Text>
      <Text as="p" tone="subdued">
        {words.message(`cost_${cost}`)}
      </Text>
    </>
  );
}

/** How grave it is, its code, and the counts of those who say so. */
export function IssueHead({ issue: { code, found, severity } }: { issue: IssueGroup }) {
  const { label } = useWords();
  return (
    <InlineStack gap="200" blockAlign="center">
      <Badge tone={severity === "error" ? "critical" : "warning"}>
        {label(`issue_${severity}`)}
      </Badge>
      <Text as="span" fontWeight="semibold" breakWord>
        {code}
      </Text>
      {found.map(({ count, source }) => (
        <Text key={source} as="span" tone="subdued" numeric>
          {label(`issue_source_${source}`)}: <Count of={count} />
        </Text>
      ))}
    </InlineStack>
  );
}

/** The page of a feed's issues, or of the items behind one code. */
export function issuesUrl(feedId: string, code?: string, after?: string): string {
  const search = new URLSearchParams({ feed: feedId });
  if (code !== undefined) search.set("code", code);
  if (after !== undefined) search.set("after", after);
  return `/app/catalog/issues?${search.toString()}`;
}
