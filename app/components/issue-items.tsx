import { BlockStack, Box, Button, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";

import type { IssueItem, IssuesShown } from "~/catalog/issue-list";

import { IssueHead, IssueWords, issuesUrl } from "./catalog-issues";
import { useWords } from "./words";

/** The items behind one code, a page at a time, each with the way to its product in the Shopify admin. */
export function IssueItems({ feedId, shown }: { feedId: string; shown: IssuesShown }) {
  const words = useWords();
  const { group, isFirstPage, items, next, unnamed } = shown;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <IssueHead issue={group} />
          <IssueWords issue={group} />
          {items.length === 0 && <Text as="p">{words.message("issue_unnamed")}</Text>}
        </BlockStack>
      </Box>
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {items.map((item, place) => (
          <li key={`${item.source}:${item.itemId}:${place}`}>
            <Divider />
            <Item item={item} />
          </li>
        ))}
      </ul>
      {(!isFirstPage || next !== null || unnamed > 0) && (
        <Box padding="400" borderBlockStartWidth="025" borderColor="border">
          <InlineStack gap="300" blockAlign="center">
            {!isFirstPage && (
              <Button url={issuesUrl(feedId, group.code)}>{words.label("first_page")}</Button>
            )}
            {next !== null && (
              <Button url={issuesUrl(feedId, group.code, next)}>{words.label("next_page")}</Button>
            )}
            {unnamed > 0 && items.length > 0 && (
              <Text as="span" tone="subdued">
                {words.message("issue_more", { more: unnamed })}
              </Text>
            )}
          </InlineStack>
        </Box>
      )}
    </Card>
  );
}

function Item({ item: { attribute, itemId, productId, source, value } }: { item: IssueItem }) {
  const { label } = useWords();
  const name = itemId ?? label("item_without_id");
  return (
    <Box padding="400" paddingBlock="300">
      <BlockStack gap="050">
        <Text as="span" fontWeight="semibold" breakWord>
          {productId === null ? (
            name
          ) : (
            <Link url={`shopify://admin/products/${productId}`} target="_top">
              {name}
            </Link>
          )}
        </Text>
        {(attribute !== null || value !== "") && (
          <Text as="span" breakWord>
            {[attribute?.toLowerCase(), value].filter(Boolean).join(": ")}
          </Text>
        )}
        <Text as="span" tone="subdued" variant="bodySm">
          {label(`issue_source_${source}`)}
        </Text>
      </BlockStack>
    </Box>
  );
}
