import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";

import type { Words } from "~/messages/words";
import type { Connection } from "~/shops/connection";
import type { AccountAttention } from "~/shops/pinterest-account";

import { ConnectionBadge } from "./state-badge";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = {
  connection: WithTextDates<Connection>;
  /** Why a connected account needs the merchant; orders may go on meanwhile. */
  accountAttention: AccountAttention | null;
};

/** Whether orders reach Pinterest, and the one thing to do where they do not. */
export function ConnectionCard({ connection, accountAttention }: Props) {
  const words = useWords();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.label("pinterest_connection")}
          </Text>
          <ConnectionBadge state={connection.state} />
        </InlineStack>
        <Text as="p">{explainConnection(words, connection)}</Text>
        {accountAttention && (
          <Banner tone="warning">{words.message(`account_${accountAttention}`)}</Banner>
        )}
        <InlineStack>
          <NextStep connection={connection} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** How the connection stands, in a sentence. */
export function explainConnection(
  words: Words,
  { state, attention, adAccountId }: Pick<Connection, "state" | "attention" | "adAccountId">,
): string {
  switch (state) {
    case "not_connected":
      return words.message("connection_not_connected");
    case "connected":
      return words.message("connection_connected", { adAccountId: adAccountId ?? "" });
    case "needs_attention":
      return words.message(
        attention === null ? "connection_needs_attention" : `attention_${attention}`,
      );
  }
}

function NextStep({ connection }: Pick<Props, "connection">) {
  const { label } = useWords();
  switch (connection.state) {
    case "not_connected":
      return (
        <Button url="/app/settings" variant="primary">
          {label("connect_pinterest")}
        </Button>
      );
    case "connected":
      return <Button url="/app/settings">{label("open_settings")}</Button>;
    case "needs_attention":
      return (
        <Button url="/app/settings" variant="primary">
          {label("mend_connection")}
        </Button>
      );
  }
}
