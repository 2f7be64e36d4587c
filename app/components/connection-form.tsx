import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text, type BannerProps } from "@shopify/polaris";

import type { Words } from "~/messages/words";
import type { Connection, TestResult } from "~/shops/connection";
import { nextConnectionStep, type ConnectionStep } from "~/shops/connection-step";
import type { PinterestAccounts } from "~/shops/pinterest-account";
import type { ConnectionValues } from "~/shops/settings-values";

import { explainConnection } from "./explain-connection";
import { CredentialsFields } from "./credentials-fields";
import { Disconnect, Receipt } from "./disconnect";
import { LiveRegion } from "./live-region";
import { PinterestAccount } from "./pinterest-account";
import { SettingsSection } from "./settings-section";
import { SettingsSheet } from "./settings-sheet";
import { ConnectionBadge } from "./state-badge";
import type { SettingsReply } from "./use-settings-draft";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = {
  saved: ConnectionValues;
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

/** How the connection stands, the account, what can be typed in instead, and the way out. */
export function ConnectionForm({ accounts, connection, saved }: Props) {
  const { label } = useWords();
  const step = nextConnectionStep(connection, accounts);
  return (
    <SettingsSheet intent="save_connection" saved={saved}>
      {(draft) => (
        <>
          <SettingsSection title={label("connection_state")}>
            <State {...{ accounts, connection, step }} isDirty={draft.isDirty} />
          </SettingsSection>
          {(accounts.canConnect || accounts.active) && (
            <SettingsSection title={label("pinterest_account")}>
              <PinterestAccount accounts={accounts} step={step} />
            </SettingsSection>
          )}
          <SettingsSection title={label("enter_by_hand")}>
            <BlockStack gap="400">
              <CredentialsFields draft={draft} tokenLastFour={connection.tokenLastFour} />
            </BlockStack>
          </SettingsSection>
        </>
      )}
    </SettingsSheet>
  );
}

type StateProps = Omit<Props, "saved"> & { step: ConnectionStep; isDirty: boolean };

function State({ accounts, connection, isDirty, step }: StateProps) {
  const words = useWords();
  const test = useFetcher<SettingsReply>();
  const disconnect = useFetcher<SettingsReply>();
  const hasToken = connection.tokenLastFour !== null;
  const isUnchosen = step === "choose_ad_account" && connection.state === "not_connected";
  const notice = noticeOf(words, connection, test.data ?? disconnect.data);
  const receipt = disconnect.data?.kind === "disconnected" ? disconnect.data.receipt : null;
  return (
    <BlockStack gap="400">
      <InlineStack gap="200" blockAlign="center">
        <ConnectionBadge state={connection.state} />
      </InlineStack>
      {notice ? (
        <Banner tone={notice.tone}>{notice.text}</Banner>
      ) : (
        <Text as="p">
          {isUnchosen ? words.message("connection_unchosen") : explainConnection(words, connection)}
        </Text>
      )}
      <LiveRegion>{receipt && !hasToken && <Receipt receipt={receipt} />}</LiveRegion>
      <InlineStack gap="300" blockAlign="center">
        <Button
          disabled={isDirty || !hasToken}
          loading={test.state !== "idle"}
          {...(step === "test" && { variant: "primary" })}
          onClick={() => test.submit({ intent: "test" }, { method: "post" })}
        >
          {words.label("test_connection")}
        </Button>
        {(hasToken || accounts.active) && (
          <Disconnect
            isBusy={disconnect.state !== "idle"}
            onDisconnect={() => disconnect.submit({ intent: "disconnect" }, { method: "post" })}
          />
        )}
      </InlineStack>
      <Text as="p" tone="subdued">
        {explainTest(words, { hasToken, isDirty, isUnchosen })}
      </Text>
    </BlockStack>
  );
}

/** One notice at most, the newest first: what was just tested, what Pinterest refused, what is needed. */
function noticeOf(
  words: Words,
  { state, attention, tokenLastFour, tagId, lastTest }: Props["connection"],
  told: SettingsReply | undefined,
): Notice | null {
  if (told?.kind === "unreachable") {
    return { tone: "critical", text: words.message("settings_unreachable") };
  }
  // Other credentials have been saved since, where the test is not remembered any more.
  if (told?.kind === "tested" && told.result !== null && lastTest !== null) {
    return { tone: TEST_TONES[told.result], text: words.message(`test_${told.result}`) };
  }
  if (state === "needs_attention" && attention !== null) {
    return { tone: "critical", text: words.message(`attention_${attention}`) };
  }
  if (tokenLastFour === null && tagId !== null) {
    return { tone: "info", text: words.message("token_needed") };
  }
  return null;
}

type TestState = { hasToken: boolean; isDirty: boolean; isUnchosen: boolean };

function explainTest(words: Words, { hasToken, isDirty, isUnchosen }: TestState): string {
  if (isDirty) return words.message("test_while_unsaved");
  if (hasToken) return words.message("test_explained");
  return words.message(isUnchosen ? "test_unchosen" : "test_incomplete");
}
