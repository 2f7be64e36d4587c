import { ActionList, Banner, BlockStack, Box, Button, Card, InlineStack } from "@shopify/polaris";

import type { PlainLabelCode, PlainMessageCode, Words } from "~/messages/words";
import type { ConnectionState } from "~/shops/connection";

import { ConnectionBadge } from "./state-badge";
import { useWords } from "./words";

type Row = { url: string; title: PlainLabelCode; help: PlainMessageCode };

const ROWS: readonly Row[] = [
  { url: "/app/settings/tracking", title: "tracking", help: "settings_tracking" },
  { url: "/app/settings/matching", title: "matching_page", help: "settings_matching" },
  { url: "/app/settings/privacy", title: "privacy", help: "settings_privacy" },
  { url: "/app/catalog/items", title: "items_and_columns", help: "settings_catalog" },
  { url: "/app/settings/server-events", title: "server_events", help: "settings_server_events" },
  { url: "/app/settings/alerts", title: "alerts", help: "settings_alerts" },
  { url: "/app/settings/transfer", title: "transfer", help: "settings_transfer" },
];

type Props = {
  connectionState: ConnectionState;
  /** An account waits for the merchant's word. */
  isOffered: boolean;
};

/** Every page of the settings, with what is to be done first above them. */
export function SettingsIndex({ connectionState, isOffered }: Props) {
  const words = useWords();
  return (
    <BlockStack gap="400">
      {isOffered && (
        <Banner tone="info">
          <BlockStack gap="200">
            {words.message("settings_account_waits")}
            <InlineStack>
              <Button variant="primary" url="/app/settings/connection">
                {words.label("look_at_account")}
              </Button>
            </InlineStack>
          </BlockStack>
        </Banner>
      )}
      <Card padding="0">
        <Box padding="200">
          <ActionList
            actionRole="link"
            items={[
              {
                content: words.label("pinterest_connection"),
                helpText: words.message("settings_connection"),
                url: "/app/settings/connection",
                suffix: <ConnectionBadge state={connectionState} />,
              },
              ...ROWS.map((row) => toItem(words, row)),
            ]}
          />
        </Box>
      </Card>
    </BlockStack>
  );
}

function toItem(words: Words, { help, title, url }: Row) {
  return { content: words.label(title), helpText: words.message(help), url };
}
