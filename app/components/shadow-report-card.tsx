import { BlockStack, Box, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";

import type { Personal } from "~/conversions/event";
import type { Amount as DayAmount, ShadowDay, ShadowReport } from "~/conversions/shadow-report";
import type { UserDataKey } from "~/conversions/user-data";
import type { PlainLabelCode } from "~/messages/words";

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

/** What an identifier is called, by the key that an event keeps it under. */
const NAMES: Readonly<Record<string, PlainLabelCode>> = {
  em: "identifier_em",
  ph: "identifier_ph",
  fn: "identifier_fn",
  ln: "identifier_ln",
  ct: "identifier_ct",
  st: "identifier_st",
  zp: "identifier_zp",
  country: "identifier_country",
  ge: "column_gender",
  db: "birth_date",
  externalId: "identifier_external_id",
  hashedMaids: "part_hashed_maid",
  clickId: "identifier_click_id",
  clientIp: "part_ip_address",
  userAgent: "part_user_agent",
} satisfies Record<UserDataKey | Exclude<keyof Personal, "sourceUrl">, PlainLabelCode>;

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
              {NAMES[key] === undefined ? key : label(NAMES[key])}
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
