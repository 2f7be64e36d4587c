import { Banner, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";

import type { CatalogAnswer } from "~/catalog/catalog-page";
import { isSyncOpen, type SyncProgress } from "~/catalog/sync";
import type { Words } from "~/messages/words";

import { CatalogReplyBanner } from "./catalog-reply";
import { bytesIn } from "./figures";
import { Instant } from "./instant";
import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Sync = WithTextDates<SyncProgress>;

/** How the last reading of the catalog went, or how far it is, and a button for another one. */
export function CatalogSync({ sync }: { sync: Sync | null }) {
  const { label, message } = useWords();
  const form = usePageForm<CatalogAnswer>();
  const isOpen = sync !== null && isSyncOpen(sync);
  const intent = form.posted?.get("intent");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{message("catalog_explained")}</Text>
        <CatalogReplyBanner reply={form.reply} />
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <BlockStack>
            <Text as="h2" variant="headingMd">
              {label(isOpen ? "reading_catalog" : "last_reading")}
            </Text>
            {sync && (
              <Text as="span" tone="subdued">
                <Instant at={sync.endedAt ?? sync.requestedAt} />
              </Text>
            )}
          </BlockStack>
          {isOpen ? (
            <Button
              loading={intent === "cancel"}
              onClick={() => form.post({ intent: "cancel", syncId: sync.id })}
            >
              {label("cancel")}
            </Button>
          ) : (
            <Button loading={intent === "sync"} onClick={() => form.post({ intent: "sync" })}>
              {label("read_catalog")}
            </Button>
          )}
        </InlineStack>
        {isOpen ? <Progress sync={sync} /> : <Outcome sync={sync} />}
      </BlockStack>
    </Card>
  );
}

function Progress({ sync }: { sync: Sync }) {
  const words = useWords();
  return (
    <BlockStack gap="200">
      <ProgressBar progress={sync.percent ?? 0} size="small" ariaLabelledBy="catalog-progress" />
      <div id="catalog-progress" role="status">
        {explainProgress(words, sync)}
      </div>
    </BlockStack>
  );
}

/** What the reading does at this moment, and how long that takes where it is known. */
export function explainProgress(
  words: Words,
  {
    items,
    perSecond,
    phase,
    reached,
    secondsLeft,
  }: Pick<Sync, "items" | "perSecond" | "phase" | "reached" | "secondsLeft">,
): string {
  return [
    words.message(`sync_phase_${phase}`),
    ...(phase === "asked" && reached > 0
      ? [words.message("catalog_lines", { lines: reached })]
      : []),
    ...(phase === "making" && items > 0 ? [words.message("catalog_items", { items })] : []),
    ...(perSecond === null
      ? []
      : [words.message("catalog_rate", { rate: rateOf(words, phase, perSecond) })]),
    ...(secondsLeft === null
      ? []
      : [words.message("catalog_seconds_left", { seconds: secondsLeft })]),
  ].join(" ");
}

/** Phases between the platform's writing and the making count bytes, the others lines. */
function rateOf({ language }: Words, phase: Sync["phase"], perSecond: number): string | number {
  const isOfBytes = phase === "downloading" || phase === "sorting";
  return isOfBytes ? bytesIn(language, perSecond) : perSecond;
}

function Outcome({ sync }: { sync: Sync | null }) {
  const words = useWords();
  if (sync === null) return <Text as="p">{words.message("catalog_never_read")}</Text>;
  const sentence = explainOutcome(words, sync);
  return sync.phase === "failed" ? (
    <Banner tone="warning">{sentence}</Banner>
  ) : (
    <Text as="p">{sentence}</Text>
  );
}

/** What a reading that is over came to. */
export function explainOutcome(
  words: Words,
  { failure, items, phase }: Pick<Sync, "failure" | "items" | "phase">,
): string {
  if (phase === "failed" && failure !== null) return words.message(`sync_failed_${failure}`);
  const sentence = words.message(`sync_phase_${phase}`);
  return phase === "done" ? `${sentence} ${words.message("catalog_items", { items })}` : sentence;
}
