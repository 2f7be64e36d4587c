import { Banner, BlockStack, Button, List, Text } from "@shopify/polaris";

import type { DisconnectReceipt } from "~/shops/connection";

import { AskFirst } from "./ask-first";
import { useWords } from "./words";

type Props = { isBusy: boolean; onDisconnect: () => void };

/** Ends the connection, after a question: the token cannot be brought back. */
export function Disconnect({ isBusy, onDisconnect }: Props) {
  const { label, message } = useWords();
  return (
    <AskFirst
      id="disconnect"
      title={label("disconnect_question")}
      explained={message("disconnect_explained")}
      action={label("disconnect")}
      isCritical
      onConfirm={onDisconnect}
    >
      {(ask) => (
        <Button variant="plain" tone="critical" loading={isBusy} onClick={ask}>
          {label("disconnect")}
        </Button>
      )}
    </AskFirst>
  );
}

/** What a disconnection removed, and what it left, until the page is left. */
export function Receipt({ receipt }: { receipt: DisconnectReceipt }) {
  const { label, message } = useWords();
  const { accountName, feeds, hasPixel, isGivenBack, tokenLastFour, waiting } = receipt;
  const removed = [
    tokenLastFour !== null && message("receipt_token", { lastFour: tokenLastFour }),
    accountName !== null && message("receipt_account", { name: accountName }),
    isGivenBack && message("receipt_given_back"),
    hasPixel && message("receipt_pixel"),
  ];
  const left = [
    message("receipt_settings_stay"),
    message("receipt_events_wait", { count: waiting }),
    feeds > 0 && message("receipt_feeds_stay", { count: feeds }),
    accountName !== null && message("receipt_permission_stays"),
  ];
  return (
    <Banner tone="info" title={label("pinterest_disconnected")}>
      <BlockStack gap="200">
        <Lines title={label("receipt_removed")} lines={removed} />
        <Lines title={label("receipt_left")} lines={left} />
      </BlockStack>
    </Banner>
  );
}

function Lines({ lines, title }: { lines: readonly (string | false)[]; title: string }) {
  const said = lines.filter((line) => line !== false);
  if (said.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <List>
        {said.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
