import { Button, InlineStack, Text } from "@shopify/polaris";

import type { CatalogAnswer, CatalogPage } from "~/catalog/catalog-page";

import { CatalogReplyBanner } from "./catalog-reply";
import { Instant } from "./instant";
import { TitledCard } from "./titled";
import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** Whether the pages and pictures of the items are visited; off until the merchant wants it. */
export function ItemChecksCard({ checks }: { checks: WithTextDates<CatalogPage["itemChecks"]> }) {
  const { label, message } = useWords();
  const form = usePageForm<CatalogAnswer>();
  const { doneAt, isOn } = checks;
  return (
    <TitledCard title={label("item_checks")}>
      <Text as="p">{message("item_checks_explained")}</Text>
      <CatalogReplyBanner reply={form.reply} />
      {isOn && doneAt !== null && (
        <Text as="p" tone="subdued">
          {label("item_checks_done")}: <Instant at={doneAt} />
        </Text>
      )}
      <InlineStack>
        <Button
          loading={form.posted !== null}
          onClick={() => form.post({ intent: "item_checks", wish: isOn ? "off" : "on" })}
        >
          {label(isOn ? "item_checks_off" : "item_checks_on")}
        </Button>
      </InlineStack>
    </TitledCard>
  );
}
