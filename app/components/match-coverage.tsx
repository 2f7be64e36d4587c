import { BlockStack, Card, Link, Select, Text } from "@shopify/polaris";
import { useState } from "react";

import { percentOf, type Coverage } from "~/conversions/figures";
import { QUALITY_DAYS, QUALITY_PARTS, scoreOf, type KnownQuality } from "~/shops/quality-score";

import { Chart } from "./chart";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** What Pinterest says of its score. */
const HELP_URL = "https://help.pinterest.com/en/business/article/eqs";

type Props = {
  coverage: readonly Coverage[];
  quality: WithTextDates<KnownQuality> | null;
  hasAccount: boolean;
};

/** How many events have each part by which Pinterest matches, ours beside Pinterest's own. */
export function MatchCoverage({ coverage, hasAccount, quality }: Props) {
  const { label, message } = useWords();
  const [chosen, setChosen] = useState("checkout");
  const shown = coverage.find(({ eventName }) => eventName === chosen) ?? coverage[0];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {label("match_coverage")}
        </Text>
        {shown ? (
          <>
            <Text as="p" tone="subdued">
              {message("coverage_explained")}
            </Text>
            <Select
              label={label("event_name")}
              options={coverage.map(({ eventName }) => ({
                value: eventName,
                label: label(`event_${eventName}`),
              }))}
              value={shown.eventName}
              onChange={setChosen}
            />
            <Parts coverage={shown} quality={quality} />
          </>
        ) : (
          <Text as="p">{message("no_coverage")}</Text>
        )}
        <Pinterests quality={quality} hasAccount={hasAccount} />
        <Link url={HELP_URL} target="_blank">
          {label("quality_help")}
        </Link>
      </BlockStack>
    </Card>
  );
}

function Parts({ coverage, quality }: { coverage: Coverage; quality: Props["quality"] }) {
  const { label } = useWords();
  const title = label("match_coverage");
  const rows = QUALITY_PARTS.map((part) => {
    const ours = percentOf(coverage.parts[part], coverage.events) ?? 0;
    const score = scoreOf(quality?.scores ?? [], part, coverage.eventName);
    const theirs = score === null ? null : Math.floor(score.coverage);
    return { name: label(`part_${part}`), ours, theirs };
  });
  const percent = (of: number | null) =>
    of === null ? label("none") : label("percent", { percent: of });
  return (
    <Chart
      title={title}
      rows={rows.map(({ name, ours, theirs }) => ({
        name,
        value: quality
          ? label("ours_and_theirs", { ours: percent(ours), theirs: percent(theirs) })
          : percent(ours),
        parts: [{ channel: "both", percent: ours }],
        mark: theirs,
      }))}
      table={{
        headings: [label("part_column"), label("ours_column"), label("pinterests_column")],
        rows: rows.map(({ name, ours, theirs }) => [name, percent(ours), percent(theirs)]),
      }}
    />
  );
}

function Pinterests({ hasAccount, quality }: Omit<Props, "coverage">) {
  const { label, message } = useWords();
  if (!hasAccount) return <Text as="p">{message("quality_no_account")}</Text>;
  const ofServer = quality?.scores.find(
    ({ ingestionSource }) => ingestionSource === "CONVERSIONS_API",
  );
  if (!ofServer) return <Text as="p">{message("quality_none")}</Text>;
  return (
    <>
      {ofServer.status !== null && (
        <Text as="p" fontWeight="semibold">
          {label(`quality_${ofServer.status}`)}
        </Text>
      )}
      <Text as="p" tone="subdued">
        {message("quality_beside", { days: QUALITY_DAYS })}
      </Text>
    </>
  );
}
