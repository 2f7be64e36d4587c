import {
  BlockStack,
  Box,
  Divider,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";

import type { LedgerLine } from "~/conversions/ledger";
import { ERASED_ORDER } from "~/shops/erasure-mark";

import { Amount } from "./amount";
import { explainConsent } from "./explain-consent";
import { explainLine } from "./explain-line";
import { Instant } from "./instant";
import { EventBadge } from "./state-badge";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Line = WithTextDates<LedgerLine>;

/** Orders and what became of each: a table, or a list where the screen is narrow. */
export function OrderLines({ lines }: { lines: Line[] }) {
  // A table of six columns would have to be scrolled sideways on a phone.
  const { mdDown } = useBreakpoints();
  return mdDown ? <OrderList lines={lines} /> : <OrderTable lines={lines} />;
}

function OrderTable({ lines }: { lines: Line[] }) {
  const { label } = useWords();
  return (
    <IndexTable
      resourceName={{ singular: label("order_singular"), plural: label("order_plural") }}
      itemCount={lines.length}
      selectable={false}
      headings={[
        { title: label("order_column") },
        { title: label("value_column"), alignment: "end" },
        { title: label("state_column") },
        { title: label("explanation_column") },
        { title: label("received_column") },
        { title: label("settled_column") },
      ]}
    >
      {lines.map((line, position) => (
        <OrderRow key={line.orderId} line={line} position={position} />
      ))}
    </IndexTable>
  );
}

function OrderRow({ line, position }: { line: Line; position: number }) {
  const { label } = useWords();
  return (
    <IndexTable.Row id={line.orderId} position={position}>
      <IndexTable.Cell>
        <OrderName {...line} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          <Value {...line} />
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <EventBadge state={line.state} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ minWidth: "14rem", whiteSpace: "normal", overflowWrap: "anywhere" }}>
          <Explanation {...line} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Instant at={line.receivedAt} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        {line.settledAt === null ? label("none") : <Instant at={line.settledAt} />}
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function OrderList({ lines }: { lines: Line[] }) {
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
      {lines.map((line) => (
        <li key={line.orderId}>
          <Divider />
          <Box padding="400">
            <BlockStack gap="200">
              <InlineStack align="space-between" gap="200">
                <OrderName {...line} />
                <Text as="span" numeric>
                  <Value {...line} />
                </Text>
              </InlineStack>
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <EventBadge state={line.state} />
                <Text as="span" tone="subdued">
                  <Instant at={line.settledAt ?? line.receivedAt} />
                </Text>
              </InlineStack>
              <Explanation {...line} />
            </BlockStack>
          </Box>
        </li>
      ))}
    </ul>
  );
}

/**
 * The order, as a way to it in the Shopify admin. An order that could not be read, or whose customer was
 * erased, has no page to go to.
 */
export function OrderName({ orderId, orderName }: Pick<Line, "orderId" | "orderName">) {
  const { label } = useWords();
  if (orderId.startsWith(ERASED_ORDER)) return <span>{label("order_erased")}</span>;
  if (!/^\d+$/.test(orderId)) return <span>{orderName ?? label("order_unread")}</span>;
  return (
    <Link url={`shopify://admin/orders/${orderId}`} target="_top" removeUnderline>
      <Text as="span" fontWeight="semibold">
        {orderName ?? label("order_unnamed", { orderId })}
      </Text>
    </Link>
  );
}

/** What happened, and below it the part that the shopper's choice had in it. */
function Explanation(line: Line) {
  const words = useWords();
  return (
    <BlockStack gap="100">
      <Text as="p" breakWord>
        {explainLine(words, line)}
      </Text>
      {line.consent && (
        <Text as="p" breakWord tone="subdued" variant="bodySm">
          {explainConsent(words, line.consent)}
        </Text>
      )}
    </BlockStack>
  );
}

function Value({ value, currency }: Pick<Line, "value" | "currency">) {
  const { label } = useWords();
  if (value === null || currency === null) return <>{label("none")}</>;
  return <Amount amount={value} currency={currency} />;
}
