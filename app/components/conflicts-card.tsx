import { Banner, BlockStack, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";

import type { Conflict } from "~/conversions/conflicts";
import type { DiagnosticsAnswer } from "~/conversions/diagnostics-page";
import type { Words } from "~/messages/words";

import { LiveRegion } from "./live-region";
import { usePageForm } from "./use-page-form";
import { useWords } from "./words";

/** What may let one act be counted twice, and what to do about it. */
export function ConflictsCard({ conflicts }: { conflicts: readonly Conflict[] }) {
  const words = useWords();
  const { label, message } = words;
  const form = usePageForm<DiagnosticsAnswer>();
  const look = form.reply?.kind === "storefront" ? form.reply.look : null;
  const seen = look?.kind === "looked" ? look.conflicts : [];
  const all = [...conflicts, ...seen];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("conflicts")}
        </Text>
        {conflicts.length === 0 && <Text as="p">{message("conflicts_none")}</Text>}
        {all.map((conflict) => (
          <Banner tone="warning" key={conflict.code}>
            <p>{explainConflict(words, conflict)}</p>
          </Banner>
        ))}
        <Text as="p" tone="subdued">
          {message("storefront_explained")}
        </Text>
        <InlineStack>
          <Button loading={form.posted !== null} onClick={() => form.post({ intent: "look" })}>
            {label("look_at_storefront")}
          </Button>
        </InlineStack>
        <LiveRegion>
          {look?.kind === "not_seen" && <Text as="p">{message("storefront_not_seen")}</Text>}
          {look?.kind === "looked" && seen.length === 0 && (
            <Text as="p">{message("storefront_clean")}</Text>
          )}
        </LiveRegion>
        {form.reply?.kind === "unreachable" && (
          <InlineError message={message("diagnostics_unreachable")} fieldID="storefront" />
        )}
      </BlockStack>
    </Card>
  );
}

/** A finding in a sentence, with its remedy. */
export function explainConflict(words: Words, conflict: Conflict): string {
  switch (conflict.code) {
    case "ingest_twice":
    case "shared_event":
      return words.message(`conflict_${conflict.code}`, { orders: conflict.orders });
    case "second_tag":
      return words.message("conflict_second_tag", { tags: conflict.tagIds.join(", ") });
    case "same_tag_in_theme":
    case "channel_pixel":
      return words.message(`conflict_${conflict.code}`);
  }
}
