import type { PlainLabelCode } from "~/messages/words";
import { BlockStack, ChoiceList, Text } from "@shopify/polaris";

import type { Channel, ShopSettings, ValueBasis } from "~/shops/settings";
import type { TrackingValues } from "~/shops/settings-values";

import { Choice } from "./choice";
import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

export const ORDER_TRIGGERS: Record<ShopSettings["orderTrigger"], PlainLabelCode> = {
  create: "order_trigger_create",
  paid: "order_trigger_paid",
};

export const VALUE_BASES: Record<ValueBasis, PlainLabelCode> = {
  subtotal: "value_basis_subtotal",
  total: "value_basis_total",
};

export const CHANNELS: Record<Channel, PlainLabelCode> = {
  web: "channel_web",
  pos: "channel_pos",
  draft: "channel_draft",
  subscription: "channel_subscription",
  other: "channel_other",
};

type Props = { draft: SettingsDraft<TrackingValues> };

/** Which orders are reported, when, and as what. */
export function OrderFields({ draft }: Props) {
  const { label, message } = useWords();
  const { values, change } = draft;
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
      <Channels draft={draft} />
    </BlockStack>
  );
}

function Channels({ draft: { values, change } }: Props) {
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
