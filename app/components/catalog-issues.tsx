import { Badge, BlockStack, Box, Divider, InlineStack, Link, Text } from "@shopify/polaris";

import type { IssueExample, IssueGroup } from "~/catalog/catalog-page";
import { issueMessage } from "~/messages/issue-message";
import { label, message } from "~/messages/message";

import { Disclosure } from "./disclosure";
import { Count } from "./figures";

type Props = { issues: readonly IssueGroup[]; isPublished: boolean };

/** What is wrong with the items of the published version: what it costs, how to mend it, and where. */
export function CatalogIssues({ issues, isPublished }: Props) {
  if (!isPublished) return null;
  return (
    <>
      <Divider />
      <Box padding="400">
        <BlockStack gap="300">
          <Text as="h3" variant="headingSm">
            {label("issues")}
          </Text>
          {issues.length === 0 && <Text as="p">{message("feed_clean")}</Text>}
          {issues.map((issue) => (
            <IssueRow key={issue.code} issue={issue} />
          ))}
        </BlockStack>
      </Box>
    </>
  );
}

function IssueRow({ issue }: { issue: IssueGroup }) {
  const { code, count, examples, severity } = issue;
  const more = count - examples.length;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Badge tone={severity === "error" ? "critical" : "warning"}>
          {label(`issue_${severity}`)}
        </Badge>
        <Text as="span" fontWeight="semibold" numeric>
          <Count of={count} />
        </Text>
        <Text as="span" tone="subdued" variant="bodySm" breakWord>
          {code}
        </Text>
      </InlineStack>
      <Text as="p">{issueMessage(code)}</Text>
      {examples.length > 0 && (
        <Disclosure show={label("show_items")} hide={label("hide_items")}>
          <ul style={{ margin: 0, paddingInlineStart: "1.25rem" }}>
            {examples.map((example, place) => (
              <li key={`${example.itemId}:${place}`}>
                <Example example={example} />
              </li>
            ))}
            {more > 0 && <li>{label("items_and_more", { more })}</li>}
          </ul>
        </Disclosure>
      )}
    </BlockStack>
  );
}

/** The item, as a way to its product in the Shopify admin, and what stands in the column. */
function Example({ example: { itemId, productId, value } }: { example: IssueExample }) {
  const name = itemId ?? label("item_without_id");
  return (
    <Text as="span" breakWord>
      {productId === null ? (
        name
      ) : (
        <Link url={`shopify://admin/products/${productId}`} target="_top">
          {name}
        </Link>
      )}
      {value === "" ? "" : `: ${value}`}
    </Text>
  );
}
