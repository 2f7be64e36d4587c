import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";

import type { LedgerLine } from "~/conversions/ledger";

import { OrderLines } from "./order-lines";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** The newest orders and what became of each. */
export function LatestOrders({ lines }: { lines: WithTextDates<LedgerLine>[] }) {
  const { label, message } = useWords();
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {label("latest_orders")}
            </Text>
            <Button url="/app/conversions" variant="plain">
              {label("all_orders")}
            </Button>
          </InlineStack>
          {lines.length === 0 && <Text as="p">{message("no_orders")}</Text>}
        </BlockStack>
      </Box>
      {lines.length > 0 && <OrderLines lines={lines} />}
    </Card>
  );
}
