import { useSearchParams } from "@remix-run/react";
import {
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  InlineGrid,
  InlineStack,
  Text,
} from "@shopify/polaris";

import {
  PERIODS,
  percentOf,
  REPORT_CHANNELS,
  totalOf,
  type Figures,
  type Period,
} from "~/conversions/figures";
import type { KnownQuality } from "~/shops/quality-score";

import { amountIn, plainAmount } from "./amount";
import { BarLegend } from "./bar";
import { Chart } from "./chart";
import { useLocale } from "./locale";
import { MatchCoverage } from "./match-coverage";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = {
  figures: Figures;
  quality: WithTextDates<KnownQuality> | null;
  hasAccount: boolean;
};

/** What came of events and orders in a period, against the one before. */
export function HomeFigures({ figures, hasAccount, quality }: Props) {
  const { label } = useWords();
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {label("figures")}
          </Text>
          <PeriodChoice period={figures.period} />
        </InlineStack>
      </Box>
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
        <BlockStack gap="400">
          <Events figures={figures} />
          <BothSides figures={figures} />
          <Orders orders={figures.orders} />
        </BlockStack>
        <MatchCoverage coverage={figures.coverage} quality={quality} hasAccount={hasAccount} />
      </InlineGrid>
    </BlockStack>
  );
}

function PeriodChoice({ period }: { period: Period }) {
  const { label } = useWords();
  const [, setSearch] = useSearchParams();
  const choose = (chosen: Period) =>
    setSearch(
      (search) => {
        search.set("period", chosen);
        return search;
      },
      { preventScrollReset: true, replace: true },
    );
  return (
    <ButtonGroup variant="segmented">
      {PERIODS.map((one) => (
        <Button key={one} pressed={one === period} onClick={() => choose(one)}>
          {label(`period_${one}`)}
        </Button>
      ))}
    </ButtonGroup>
  );
}

function Events({ figures: { names, reported } }: { figures: Figures }) {
  const { label, language, message } = useWords();
  const numbers = new Intl.NumberFormat(language);
  const most = Math.max(...names.map(({ channels }) => totalOf(channels)), 1);
  const title = label("reported_events_chart");
  return (
    <Card>
      <BlockStack gap="300">
        <Heading title={title} figure={numbers.format(reported.now)} before={reported.before} />
        {names.length === 0 ? (
          <Text as="p">{message("no_events")}</Text>
        ) : (
          <Chart
            title={title}
            legend={
              <BarLegend
                names={REPORT_CHANNELS.map((channel) => ({
                  channel,
                  name: label(`reported_by_${channel}`),
                }))}
              />
            }
            rows={names.map(({ channels, eventName }) => ({
              name: label(`event_${eventName}`),
              value: numbers.format(totalOf(channels)),
              parts: REPORT_CHANNELS.map((channel) => ({
                channel,
                percent: (100 * channels[channel]) / most,
              })),
            }))}
            table={{
              headings: [
                label("event_name"),
                ...REPORT_CHANNELS.map((channel) => label(`reported_by_${channel}`)),
              ],
              rows: names.map(({ channels, eventName }) => [
                label(`event_${eventName}`),
                ...REPORT_CHANNELS.map((channel) => numbers.format(channels[channel])),
              ]),
            }}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function BothSides({ figures: { both, reported } }: { figures: Figures }) {
  const { label, language, message } = useWords();
  const numbers = new Intl.NumberFormat(language);
  const percent = percentOf(both.now, reported.now);
  const title = label("both_sides");
  if (percent === null) return null;
  const value = label("percent", { percent });
  const before = percentOf(both.before, reported.before);
  return (
    <Card>
      <BlockStack gap="300">
        <Heading
          title={title}
          figure={value}
          before={before === null ? label("none") : label("percent", { percent: before })}
        />
        <Text as="p" tone="subdued">
          {message("both_explained")}
        </Text>
        <Chart
          title={title}
          rows={[
            {
              name: label("reported_by_both"),
              value: label("orders_of", { reported: both.now, placed: reported.now }),
              parts: [{ channel: "both", percent }],
            },
          ]}
          table={{
            headings: [label("event_name"), label("events_column")],
            rows: [
              [label("reported_by_both"), numbers.format(both.now)],
              [label("total_column"), numbers.format(reported.now)],
            ],
          }}
        />
      </BlockStack>
    </Card>
  );
}

function Orders({ orders }: { orders: Figures["orders"] }) {
  const words = useWords();
  const locale = useLocale();
  const { label, message } = words;
  const numbers = new Intl.NumberFormat(words.language);
  const { placed, reasons, reported, values } = orders;
  const percent = percentOf(reported.now, placed.now);
  const before = percentOf(reported.before, placed.before);
  const title = label("order_coverage");
  const money = values.map(({ amount, currency }) =>
    locale === null ? plainAmount({ amount, currency }) : amountIn(locale, { amount, currency }),
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Heading
          title={title}
          figure={percent === null ? label("none") : label("percent", { percent })}
          before={before === null ? label("none") : label("percent", { percent: before })}
        />
        {percent === null ? (
          <Text as="p">{message("no_placed_orders")}</Text>
        ) : (
          <>
            <Text as="p" tone="subdued">
              {message("orders_explained")}
            </Text>
            {money.map((amount) => (
              <Text key={amount} as="p">
                {amount}
              </Text>
            ))}
            <Chart
              title={title}
              rows={[
                {
                  name: label("orders"),
                  value: label("orders_of", { reported: reported.now, placed: placed.now }),
                  parts: [{ channel: "both", percent }],
                },
              ]}
              table={{
                headings: [label("reason_column"), label("orders_column")],
                rows: reasons.map(({ orders: number, reason }) => [
                  reason === "open" || reason === "dead_letter"
                    ? label(`reason_${reason}`)
                    : message(reason),
                  numbers.format(number),
                ]),
              }}
            />
          </>
        )}
      </BlockStack>
    </Card>
  );
}

type HeadingProps = { title: string; figure: string; before: string | number };

function Heading({ before, figure, title }: HeadingProps) {
  const { label } = useWords();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Text as="p" variant="headingLg">
        {figure}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {label("period_before", { count: before })}
      </Text>
    </BlockStack>
  );
}
