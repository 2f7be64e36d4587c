import type { PlainLabelCode } from "~/messages/words";
import { BlockStack, ChoiceList, Text } from "@shopify/polaris";

import type { Channel, ItemIdFormat, ShopSettings, ValueBasis } from "~/shops/settings";

import { Choice } from "./choice";
import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

const ORDER_TRIGGERS: Record<ShopSettings["orderTrigger"], PlainLabelCode> = {
  create: "order_trigger_create",
  paid: "order_trigger_paid",
};

const VALUE_BASES: Record<ValueBasis, PlainLabelCode> = {
  subtotal: "value_basis_subtotal",
  total: "value_basis_total",
};

const ITEM_ID_FORMATS: Record<ItemIdFormat, PlainLabelCode> = {
  variant_id: "item_id_variant_id",
  product_id: "item_id_product_id",
  sku: "item_id_sku",
  shopify_country_product_variant: "item_id_shopify_country_product_variant",
};

const CHANNELS: Record<Channel, PlainLabelCode> = {
  web: "channel_web",
  pos: "channel_pos",
  draft: "channel_draft",
  subscription: "channel_subscription",
  other: "channel_other",
};

type Props = {
  draft: SettingsDraft;
  /** Items that another item id would rename. */
  publishedItems: number;
};

/** Which orders are reported, when, and as what. */
export function OrderSettings({ draft, publishedItems }: Props) {
  const { label, message } = useWords();
  const { values, saved, change } = draft;
  return (
    <BlockStack gap="400">
      <Choice
        name="orderTrigger"
        label={label("order_trigger")}
        helpText={message("order_trigger_help")}
        options={ORDER_TRIGGERS}
        value={values.orderTrigger}
        onChange={(orderTrigger) => change({ orderTrigger })}
      />
      <Choice
        name="valueBasis"
        label={label("value_basis")}
        helpText={message("value_basis_help")}
        options={VALUE_BASES}
        value={values.valueBasis}
        onChange={(valueBasis) => change({ valueBasis })}
      />
      <BlockStack gap="100">
        <Choice
          name="itemIdFormat"
          label={label("item_id_format")}
          helpText={message("item_id_format_help")}
          options={ITEM_ID_FORMATS}
          value={values.itemIdFormat}
          onChange={(itemIdFormat) => change({ itemIdFormat })}
        />
        <div role="status">
          {values.itemIdFormat !== saved.itemIdFormat && (
            <Text as="p" tone="caution">
              {message("item_id_format_warning", { items: publishedItems })}
            </Text>
          )}
        </div>
      </BlockStack>
      <Channels draft={draft} />
    </BlockStack>
  );
}

function Channels({ draft: { values, change } }: { draft: SettingsDraft }) {
  const { label, message } = useWords();
  const none = values.channels.length === 0;
  return (
    <BlockStack gap="200">
      <ChoiceList
        allowMultiple
        name="channels"
        title={label("channels")}
        choices={Object.entries(CHANNELS).map(([value, code]) => ({ value, label: label(code) }))}
        selected={values.channels}
        onChange={(chosen) => change({ channels: chosenFrom(chosen) })}
      />
      <Text as="p" tone={none ? "caution" : "subdued"}>
        {message(none ? "channels_none" : "channels_help")}
      </Text>
    </BlockStack>
  );
}

function chosenFrom(chosen: readonly string[]): Channel[] {
  const isChannel = (text: string): text is Channel => Object.hasOwn(CHANNELS, text);
  return chosen.filter(isChannel);
}
