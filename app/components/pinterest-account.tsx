import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, ButtonGroup, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";

import type { Words } from "~/messages/words";
import type { AccountAnswer } from "~/shops/account-form";
import type { ConnectionStep } from "~/shops/connection-step";
import { accountName, type PinterestAccounts } from "~/shops/pinterest-account";

import { AdAccountChoice } from "./ad-account-choice";
import { AskFirst } from "./ask-first";
import { useWords } from "./words";

type Props = { accounts: PinterestAccounts; step: ConnectionStep };

/** What the page is told of a button about the account, or that nobody told it anything. */
export type AccountReply = AccountAnswer | { kind: "unreachable" };

/** The Pinterest account that the app may use: connecting it, confirming it, picking from it, and the way out. */
export function PinterestAccount({ accounts, step }: Props) {
  const words = useWords();
  const { active, canConnect, lastFailure, offered } = accounts;
  const { isBusy, post, reply } = useAccountForm();
  if (!canConnect && !active) return null;
  return (
    <BlockStack gap="300">
      {reply?.kind === "unreachable" && (
        <Banner tone="critical">{words.message("settings_unreachable")}</Banner>
      )}
      {lastFailure && !offered && (
        <Banner tone="warning">{words.message(`sign_in_${lastFailure}`)}</Banner>
      )}
      {offered && <Offered offered={offered} isBusy={isBusy} post={post} />}
      {active ? (
        <Active active={active} isNext={step === "choose_ad_account"} />
      ) : (
        !offered && <Text as="p">{words.message("account_explained")}</Text>
      )}
      <InlineStack gap="300" blockAlign="center">
        {canConnect && (
          <Button
            variant={step === "connect_account" ? "primary" : "secondary"}
            loading={isBusy}
            onClick={() => post("connect_account")}
          >
            {connectLabel(words, accounts)}
          </Button>
        )}
        {active && <RemoveAccount isBusy={isBusy} onRemove={() => post("remove_account")} />}
      </InlineStack>
    </BlockStack>
  );
}

/** Posts the account's buttons. The answer to `connect_account` leads the whole window to Pinterest. */
function useAccountForm() {
  const { label } = useWords();
  const shopify = useAppBridge();
  const form = useFetcher<AccountReply>();
  const reply = form.state === "idle" ? form.data : undefined;
  useEffect(() => {
    if (reply?.kind === "opened") open(new URL(reply.path, location.href), "_top");
    if (reply?.kind === "confirmed") shopify.toast.show(label("account_confirmed"));
    if (reply?.kind === "discarded") shopify.toast.show(label("account_discarded"));
    if (reply?.kind === "removed") shopify.toast.show(label("account_removed"));
  }, [reply, shopify]);
  return {
    reply,
    isBusy: form.state !== "idle",
    post: (intent: string) => form.submit({ intent }, { method: "post" }),
  };
}

type OfferedProps = {
  offered: NonNullable<PinterestAccounts["offered"]>;
  isBusy: boolean;
  post: (intent: string) => void;
};

/** The question whether it is the right account. */
function Offered({ offered, isBusy, post }: OfferedProps) {
  const { label, message } = useWords();
  const name = accountName(offered);
  return (
    <Banner tone="info">
      <BlockStack gap="300">
        <Text as="p">
          {message(offered.isMine ? "account_offered" : "account_offered_to_other", { name })}
        </Text>
        {!offered.isBusiness && <Text as="p">{message("account_not_business")}</Text>}
        <ButtonGroup>
          {offered.isMine && (
            <Button variant="primary" disabled={isBusy} onClick={() => post("confirm_account")}>
              {label("confirm_account", { name })}
            </Button>
          )}
          <Button disabled={isBusy} onClick={() => post("discard_account")}>
            {label("discard_account")}
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  );
}

type ActiveProps = { active: NonNullable<PinterestAccounts["active"]>; isNext: boolean };

function Active({ active, isNext }: ActiveProps) {
  const { message } = useWords();
  return (
    <BlockStack gap="300">
      <Text as="p">{message("account_active", { name: accountName(active) })}</Text>
      {!active.isBusiness && <Banner tone="warning">{message("account_not_business")}</Banner>}
      {active.attention ? (
        <Banner tone="critical">{message(`account_${active.attention}`)}</Banner>
      ) : (
        <AdAccountChoice isPrimary={isNext} />
      )}
    </BlockStack>
  );
}

/** After a question: the tokens cannot be brought back. */
function RemoveAccount({ isBusy, onRemove }: { isBusy: boolean; onRemove: () => void }) {
  const { label, message } = useWords();
  return (
    <AskFirst
      id="remove-account"
      title={label("remove_account_question")}
      explained={message("remove_account_explained")}
      action={label("remove_account")}
      isCritical
      onConfirm={onRemove}
    >
      {(ask) => (
        <Button variant="plain" tone="critical" disabled={isBusy} onClick={ask}>
          {label("remove_account")}
        </Button>
      )}
    </AskFirst>
  );
}

function connectLabel(words: Words, { active, offered }: PinterestAccounts): string {
  if (active?.attention) return words.label("connect_account_again");
  return words.label(active || offered ? "connect_other_account" : "connect_account");
}
