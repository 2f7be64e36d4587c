import { useFetcher } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Button,
  Divider,
  InlineStack,
  Text,
  type BannerProps,
} from "@shopify/polaris";

import type { Words } from "~/messages/words";
import type { Connection, TestResult } from "~/shops/connection";
import type { PinterestAccounts } from "~/shops/pinterest-account";

import { CredentialsFields } from "./credentials-fields";
import { Disconnect } from "./disconnect";
import { PinterestAccount } from "./pinterest-account";
import { ConnectionBadge } from "./state-badge";
import type { SettingsDraft, SettingsReply } from "./use-settings-draft";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = {
  draft: SettingsDraft;
  connection: WithTextDates<Connection>;
  accounts: PinterestAccounts;
};

type Notice = { tone: NonNullable<BannerProps["tone"]>; text: string };

/** Red where the merchant has something to mend, yellow where waiting helps. */
const TEST_TONES: Record<TestResult, Notice["tone"]> = {
  accepted: "success",
  token_refused: "critical",
  no_permission: "critical",
  account_not_found: "critical",
  refused: "critical",
  rate_limited: "warning",
  unavailable: "warning",
  timeout: "warning",
  network: "warning",
};

/** The Pinterest account: its credentials, whether they work, and the way out. */
export function PinterestSettings({ draft, connection, accounts }: Props) {
  const words = useWords();
  const test = useFetcher<SettingsReply>();
  const hasToken = connection.tokenLastFour !== null;
  const notice = noticeOf(words, connection, test.data);
  return (
    <BlockStack gap="400">
      <InlineStack>
        <ConnectionBadge state={connection.state} />
      </InlineStack>
      {notice && <Banner tone={notice.tone}>{notice.text}</Banner>}
      <PinterestAccount accounts={accounts} />
      {(accounts.canConnect || accounts.active) && (
        <>
          <Divider />
          <Text as="h3" variant="headingSm">
            {words.label("enter_by_hand")}
          </Text>
        </>
      )}
      <CredentialsFields draft={draft} tokenLastFour={connection.tokenLastFour} />
      <BlockStack gap="200">
        <InlineStack gap="300" blockAlign="center">
          <Button
            disabled={draft.isDirty || !hasToken}
            loading={test.state !== "idle"}
            onClick={() => test.submit({ intent: "test" }, { method: "post" })}
          >
            {words.label("test_connection")}
          </Button>
          {(hasToken || accounts.active) && <Disconnect />}
        </InlineStack>
        <Text as="p" tone="subdued">
          {explainTest(words, hasToken, draft.isDirty)}
        </Text>
      </BlockStack>
    </BlockStack>
  );
}

/** One notice at most, the newest first: what was just tested, what Pinterest refused, what is needed. */
function noticeOf(
  words: Words,
  { state, attention, tokenLastFour, tagId, lastTest }: Props["connection"],
  tested: SettingsReply | undefined,
): Notice | null {
  if (tested?.kind === "unreachable") {
    return { tone: "critical", text: words.message("settings_unreachable") };
  }
  // Other credentials have been saved since, where the test is not remembered any more.
  if (tested?.kind === "tested" && tested.result !== null && lastTest !== null) {
    return { tone: TEST_TONES[tested.result], text: words.message(`test_${tested.result}`) };
  }
  if (state === "needs_attention" && attention !== null) {
    return { tone: "critical", text: words.message(`attention_${attention}`) };
  }
  if (tokenLastFour === null && tagId !== null) {
    return { tone: "info", text: words.message("token_needed") };
  }
  return null;
}

function explainTest(words: Words, hasToken: boolean, isDirty: boolean): string {
  if (isDirty) return words.message("test_while_unsaved");
  return words.message(hasToken ? "test_explained" : "test_incomplete");
}
