import { Banner, BlockStack, ChoiceList, Text } from "@shopify/polaris";

import type { PlainLabelCode } from "~/messages/words";
import { IDENTIFIERS, type AppSettings, type Identifier } from "~/shops/app-settings";
import type { ItemIdFormat } from "~/shops/settings";
import { canMatch, type MatchingValues } from "~/shops/settings-values";

import { Choice } from "./choice";
import { LiveRegion } from "./live-region";
import { SettingsSection } from "./settings-section";
import { SettingsSheet } from "./settings-sheet";
import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

export const ITEM_ID_FORMATS: Record<ItemIdFormat, PlainLabelCode> = {
  variant_id: "item_id_variant_id",
  product_id: "item_id_product_id",
  sku: "item_id_sku",
  shopify_country_product_variant: "item_id_shopify_country_product_variant",
};

export const MATCHING: Record<AppSettings["matching"], PlainLabelCode> = {
  off: "matching_off",
  on: "matching_on",
};

type Props = {
  saved: MatchingValues;
  /** Items that another item id would rename. */
  publishedItems: number;
};

type Draft = SettingsDraft<MatchingValues>;

/** By what Pinterest may know a shopper and an item again. */
export function MatchingForm({ publishedItems, saved }: Props) {
  const { label } = useWords();
  return (
    <SettingsSheet intent="save_matching" saved={saved}>
      {(draft) => (
        <>
          <SettingsSection title={label("identifiers")}>
            <Identifiers draft={draft} />
          </SettingsSection>
          <SettingsSection title={label("matching")}>
            <InBrowser draft={draft} />
          </SettingsSection>
          <SettingsSection title={label("item_id_format")}>
            <ItemId draft={draft} publishedItems={publishedItems} />
          </SettingsSection>
        </>
      )}
    </SettingsSheet>
  );
}

function Identifiers({ draft: { change, values } }: { draft: Draft }) {
  const { label, message } = useWords();
  const { identifiers } = values;
  return (
    <BlockStack gap="400">
      <Text as="p">{message("identifiers_explained")}</Text>
      <ChoiceList
        allowMultiple
        name="identifiers"
        title={label("identifiers_sent")}
        choices={IDENTIFIERS.map((value) => ({ value, label: label(`identifier_${value}`) }))}
        selected={identifiers}
        onChange={(chosen) => change({ identifiers: chosenFrom(chosen) })}
      />
      <LiveRegion>
        {!canMatch(identifiers) && (
          <Banner tone="critical">{message("identifiers_match_nobody")}</Banner>
        )}
      </LiveRegion>
      <Text as="p" tone="subdued">
        {message("identifiers_help")}
      </Text>
    </BlockStack>
  );
}

function chosenFrom(chosen: readonly string[]): Identifier[] {
  return IDENTIFIERS.filter((identifier) => chosen.includes(identifier));
}

function InBrowser({ draft: { change, values } }: { draft: Draft }) {
  const { label, message } = useWords();
  return (
    <Choice
      name="matching"
      label={label("matching_in_browser")}
      helpText={message("matching_help")}
      options={MATCHING}
      value={values.matching}
      onChange={(matching) => change({ matching })}
    />
  );
}

function ItemId({ draft, publishedItems }: { draft: Draft; publishedItems: number }) {
  const { label, message } = useWords();
  const { change, saved, values } = draft;
  return (
    <BlockStack gap="100">
      <Choice
        name="itemIdFormat"
        label={label("item_id_format")}
        helpText={message("item_id_format_help")}
        options={ITEM_ID_FORMATS}
        value={values.itemIdFormat}
        onChange={(itemIdFormat) => change({ itemIdFormat })}
      />
      <LiveRegion>
        {values.itemIdFormat !== saved.itemIdFormat && (
          <Text as="p" tone="caution">
            {message("item_id_format_warning", { items: publishedItems })}
          </Text>
        )}
      </LiveRegion>
    </BlockStack>
  );
}
