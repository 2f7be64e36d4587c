import { BlockStack, Box, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";

import type { Amount as DayAmount, ShadowDay, ShadowReport } from "~/conversions/shadow-report";

import { Amount } from "./amount";
import { Count } from "./figures";
import { useWords } from "./words";

/** What shadow mode would have sent, by day, beside the orders that came. */
export function ShadowReportCard({ report }: { report: ShadowReport | null }) {
  const { label, message } = useWords();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("shadow_report")}
        </Text>
        <Text as="p">{message(report === null ? "shadow_empty" : "shadow_explained")}</Text>
        {report?.days.map((day) => (
          <Fragment key={day.day}>
            <Divider />
            <Day day={day} />
          </Fragment>
        ))}
        {report !== null && report.counted > 0 && <Identifiers report={report} />}
      </BlockStack>
    </Card>
  );
}

function Day({ day }: { day: ShadowDay }) {
  const { label, message } = useWords();
  const { leftOut, open, orders, otherEvents, reported, withoutConsent } = day;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {label("shadow_day", { day: day.day })}
      </Text>
      <Text as="p">{message("shadow_orders", { orders, reported, events: day.events })}</Text>
      {withoutConsent > 0 && (
        <Text as="p">{message("shadow_consent", { count: withoutConsent })}</Text>
      )}
      {leftOut > 0 && <Text as="p">{message("shadow_left_out", { count: leftOut })}</Text>}
      {open > 0 && <Text as="p">{message("shadow_open", { count: open })}</Text>}
      {otherEvents > 0 && <Text as="p">{message("shadow_others", { count: otherEvents })}</Text>}
      <Amounts name={label("shadow_placed")} amounts={day.placed} />
      <Amounts name={label("shadow_would_report")} amounts={day.wouldReport} />
    </BlockStack>
  );
}

function Amounts({ amounts, name }: { amounts: readonly DayAmount[]; name: string }) {
  if (amounts.length === 0) return null;
  return (
    <InlineStack gap="200">
      <Text as="span" tone="subdued">
        {name}
      </Text>
      {amounts.map(({ currency, value }) => (
        <Text as="span" key={currency}>
          <Amount amount={value} currency={currency} />
        </Text>
      ))}
    </InlineStack>
  );
}

function Identifiers({ report: { counted, identifiers } }: { report: ShadowReport }) {
  const { label, message } = useWords();
  return (
    <BlockStack gap="200">
      <Divider />
      <Text as="h3" variant="headingSm">
        {label("shadow_identifiers")}
      </Text>
      <Text as="p">{message("shadow_identifiers_explained", { count: counted })}</Text>
      <InlineStack gap="300">
        {identifiers.map(({ events, key }) => (
          <Box key={key}>
            <Text as="span" tone="subdued">
              <span translate="no">{key}</span>
            </Text>{" "}
            <Text as="span">
              <Count of={events} />
            </Text>
          </Box>
        ))}
      </InlineStack>
    </BlockStack>
  );
}
