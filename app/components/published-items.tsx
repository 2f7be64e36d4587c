import { Form } from "@remix-run/react";
import { Badge, BlockStack, Box, Button, Card, Divider, InlineGrid } from "@shopify/polaris";
import { InlineStack, Link, Text, TextField } from "@shopify/polaris";
import { useState } from "react";

import type { PublishedItem, PublishedPage } from "~/catalog/published-items";

import { Fact } from "./fact";
import { Instant } from "./instant";
import { explainFinding } from "./join-check";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Item = WithTextDates<PublishedItem>;
type Props = { feedId: string; page: WithTextDates<PublishedPage> };

/** The items of a feed as they are stored, a page at a time, and a field that finds one. */
export function PublishedItems({ feedId, page }: Props) {
  const { label, message } = useWords();
  const { isFirstPage, items, next, search } = page;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Text as="p">{message("published_explained")}</Text>
          <Search key={`${feedId} ${search}`} feedId={feedId} search={search} />
        </BlockStack>
      </Card>
      <Card padding="0">
        {items.length === 0 && (
          <Box padding="400">
            <Text as="p">{message(search === "" ? "published_empty" : "published_none")}</Text>
          </Box>
        )}
        <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {items.map((item, place) => (
            <li key={item.itemId}>
              {place > 0 && <Divider />}
              <ItemRow item={item} />
            </li>
          ))}
        </ul>
        {(!isFirstPage || next !== null) && (
          <Box padding="400" borderBlockStartWidth="025" borderColor="border">
            <InlineStack gap="300">
              {!isFirstPage && (
                <Button url={publishedUrl(feedId, search)}>{label("first_page")}</Button>
              )}
              {next !== null && (
                <Button url={publishedUrl(feedId, search, next)}>{label("next_page")}</Button>
              )}
            </InlineStack>
          </Box>
        )}
      </Card>
    </BlockStack>
  );
}

/** Looked for when the merchant says so: the address of a page that was found can be kept. */
function Search({ feedId, search }: { feedId: string; search: string }) {
  const { label } = useWords();
  const [text, setText] = useState(search);
  return (
    <Form method="get" action="/app/catalog/published">
      <input type="hidden" name="feed" value={feedId} />
      <TextField
        label={label("published_search")}
        name="search"
        type="search"
        value={text}
        onChange={setText}
        autoComplete="off"
        connectedRight={<Button submit>{label("published_find")}</Button>}
      />
    </Form>
  );
}

function ItemRow({ item }: { item: Item }) {
  const words = useWords();
  const { absence, availability, changedAt, itemId, price, productId, salePrice } = item;
  return (
    <Box padding="400">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="semibold" breakWord>
            <Link url={`shopify://admin/products/${productId}`} target="_top">
              {itemId}
            </Link>
          </Text>
          {absence ? (
            <Badge tone="critical">{words.label("issue_error")}</Badge>
          ) : (
            <Badge tone="success">{words.label("absence_none")}</Badge>
          )}
        </InlineStack>
        {absence ? (
          <Text as="p">{explainFinding(words, absence)}</Text>
        ) : (
          <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
            <Fact title={words.label("rule_field_price")}>{price ?? words.label("none")}</Fact>
            <Fact title={words.label("sale_price")}>{salePrice ?? words.label("none")}</Fact>
            <Fact title={words.label("published_availability")}>
              {availability ?? words.label("none")}
            </Fact>
            <Fact title={words.label("published_changed")}>
              <Instant at={changedAt} />
            </Fact>
          </InlineGrid>
        )}
      </BlockStack>
    </Box>
  );
}

/** The page of a feed's items, from an item on, or what a text finds. */
export function publishedUrl(feedId: string, search = "", after?: string): string {
  const address = new URLSearchParams({ feed: feedId });
  if (search !== "") address.set("search", search);
  if (after !== undefined) address.set("after", after);
  return `/app/catalog/published?${address.toString()}`;
}
