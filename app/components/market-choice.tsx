import { Banner, BlockStack, Card, Checkbox, InlineGrid, Text, TextField } from "@shopify/polaris";
import { useState } from "react";

import { FEEDS_MAX } from "~/catalog/market-offer";
import type { MarketGroup, MarketRow } from "~/catalog/markets-page";
import type { Words } from "~/messages/words";

import { UnsavedChanges } from "./unsaved-changes";
import { useMarketDraft, type MarketDraft, type MarketsReply } from "./use-market-draft";
import { useWords } from "./words";

/** So many rows are read at a glance; beyond, a field finds one. */
const ROWS_WITHOUT_FILTER = 12;

/** Which markets have a feed, market by market, saved together. */
export function MarketChoice({ groups }: { groups: readonly MarketGroup[] }) {
  const { label, message } = useWords();
  const [wanted, setWanted] = useState("");
  const rows = groups.flatMap((group) => group.rows);
  const draft = useMarketDraft(rows);
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => isWanted(row, wanted)) }))
    .filter((group) => group.rows.length > 0);
  return (
    <BlockStack gap="400">
      <UnsavedChanges
        isDirty={draft.isDirty}
        isSaving={draft.isSaving}
        onSave={draft.submit}
        onDiscard={draft.discard}
      />
      <Reply reply={draft.reply} />
      <Card>
        <BlockStack gap="300">
          <Text as="p">{message("markets_explained")}</Text>
          <Text as="p" tone="subdued">
            {message("markets_limit", { most: FEEDS_MAX })}
          </Text>
          {rows.length > ROWS_WITHOUT_FILTER && (
            <TextField
              label={label("markets_filter")}
              value={wanted}
              onChange={setWanted}
              autoComplete="off"
              type="search"
              clearButton
              onClearButtonClick={() => setWanted("")}
            />
          )}
          {rows.every(({ problem }) => problem === "home") && (
            <Text as="p">{message("markets_none")}</Text>
          )}
          {rows.length > 0 && shown.length === 0 && (
            <Text as="p">{message("markets_nothing_found")}</Text>
          )}
        </BlockStack>
      </Card>
      {draft.removed > 0 && (
        <Banner tone="warning">{message("markets_removal", { count: draft.removed })}</Banner>
      )}
      {shown.map((group) => (
        <GroupCard key={group.name ?? ""} group={group} draft={draft} />
      ))}
    </BlockStack>
  );
}

function GroupCard({ draft, group }: { draft: MarketDraft; group: MarketGroup }) {
  const { label } = useWords();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {group.name ?? label("markets_lost")}
        </Text>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="300">
          {group.rows.map((row) => (
            <Checkbox
              key={row.key}
              id={row.key}
              label={label("market_row", {
                country: row.countryName,
                language: row.languageName,
              })}
              helpText={<Explained row={row} />}
              checked={draft.isChosen(row.key)}
              // One that has a feed can always be taken away.
              disabled={row.problem !== null && (row.problem === "home" || !row.isChosen)}
              onChange={(isChosen) => draft.change(row.key, isChosen)}
            />
          ))}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

/** In words that can be read where the box cannot be ticked too. */
function Explained({ row }: { row: MarketRow }) {
  const words = useWords();
  return (
    <Text as="span" tone="subdued">
      {explain(words, row)}
    </Text>
  );
}

/** What is in the way of a feed or speaks against it; else what will be in it. */
function explain(
  words: Words,
  { caution, feedProblem, market, problem, spelled }: MarketRow,
): string {
  const { currency } = market;
  if (feedProblem !== null) return words.message(`feed_${feedProblem}`);
  if (problem !== null) return words.message(`market_${problem}`);
  if (caution !== null) return words.message(`market_${caution}`, { currency });
  if (spelled === null) return words.message("market_facts_unspelled", { currency });
  return words.message("market_facts", { currency, spelled });
}

/** The row's words contain what was typed; what has a feed is always in sight. */
function isWanted({ countryName, isChosen, languageName, market }: MarketRow, text: string) {
  const words = [countryName, languageName, market.country, market.locale].join(" ");
  return isChosen || words.toLowerCase().includes(text.trim().toLowerCase());
}

/** Why nothing was saved; red, and there until the next attempt. */
function Reply({ reply }: { reply: MarketsReply | undefined }) {
  const { message } = useWords();
  if (!reply) return null;
  switch (reply.kind) {
    case "saved":
      return reply.added > 0 ? <Banner tone="success">{message("markets_saved")}</Banner> : null;
    case "too_many":
      return <Banner tone="critical">{message("markets_too_many", { most: FEEDS_MAX })}</Banner>;
    case "stale":
    case "missing_scope":
    case "unavailable":
    case "unreadable":
    case "unreachable":
      return <Banner tone="critical">{message(`markets_${reply.kind}`)}</Banner>;
  }
}
