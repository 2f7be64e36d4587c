import { BlockStack, Button, Card, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

import type { CatalogGlance } from "~/catalog/catalog-glance";

import { Count } from "./figures";
import { Instant } from "./instant";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** The catalog in a few numbers. */
export function CatalogGlanceCard({ catalog }: { catalog: WithTextDates<CatalogGlance> }) {
  const { label, message } = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {label("catalog")}
          </Text>
          <Button url="/app/catalog" variant="plain">
            {label("remedy_catalog")}
          </Button>
        </InlineStack>
        {catalog.hasFeed ? (
          <Numbers catalog={catalog} />
        ) : (
          <Text as="p">{message("no_catalog")}</Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Numbers({ catalog }: { catalog: WithTextDates<CatalogGlance> }) {
  const { label } = useWords();
  const { fetchedAt, issues, items, leftOut } = catalog;
  return (
    <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
      <Figure name={label("published_items")}>
        <Count of={items} />
      </Figure>
      <Figure name={label("left_out_items")}>
        <Count of={leftOut} />
      </Figure>
      <Figure name={label("found_issues")}>
        <Count of={issues} />
      </Figure>
      <Figure name={label("last_fetch")}>
        {fetchedAt === null ? label("never") : <Instant at={fetchedAt} />}
      </Figure>
    </InlineGrid>
  );
}

function Figure({ children, name }: { name: string; children: ReactNode }) {
  return (
    <BlockStack gap="100">
      <Text as="p" tone="subdued" variant="bodySm">
        {name}
      </Text>
      <Text as="p" variant="headingSm">
        {children}
      </Text>
    </BlockStack>
  );
}
