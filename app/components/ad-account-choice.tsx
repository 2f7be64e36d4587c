import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import {
  Banner,
  BlockStack,
  Box,
  Button,
  InlineStack,
  Select,
  Spinner,
  Text,
} from "@shopify/polaris";
import { useEffect, useState } from "react";

import type { Words } from "~/messages/words";
import type { AccountChoices } from "~/shops/pinterest-account";

import type { AccountReply } from "./pinterest-account";
import { useWords } from "./words";

/** The room that the lists take, so that nothing below them moves when they come. */
const PICKERS_HEIGHT = "15rem";

/** The ad account and the tag to report through, from the lists of the connected account. */
export function AdAccountChoice({ isPrimary }: { isPrimary: boolean }) {
  const { label, message } = useWords();
  const lists = useFetcher<AccountReply>();
  const { load, submit } = { load: lists.state, submit: lists.submit };
  useEffect(() => {
    submit({ intent: "list_choices" }, { method: "post" });
  }, [submit]);

  const reply = lists.data;
  if (!reply) {
    return (
      <Box minHeight={PICKERS_HEIGHT}>
        <BlockStack gap="300">
          <Text as="p" tone="subdued">
            {message("choose_explained")}
          </Text>
          <InlineStack gap="200" blockAlign="center">
            <Spinner size="small" accessibilityLabel={label("loading_choices")} />
            <Text as="p" tone="subdued">
              {label("loading_choices")}
            </Text>
          </InlineStack>
        </BlockStack>
      </Box>
    );
  }
  if (reply.kind !== "choices") return <Problem reply={reply} />;
  return (
    <Pickers
      key={reply.adAccountId}
      choices={reply}
      isPrimary={isPrimary}
      isLoading={load !== "idle"}
      onAdAccount={(adAccountId) =>
        submit({ intent: "list_choices", adAccountId }, { method: "post" })
      }
    />
  );
}

type Props = {
  choices: AccountChoices;
  isPrimary: boolean;
  isLoading: boolean;
  onAdAccount: (adAccountId: string) => void;
};

function Pickers({ choices, isLoading, isPrimary, onAdAccount }: Props) {
  const words = useWords();
  const { adAccountId, adAccounts, tags } = choices;
  const shopify = useAppBridge();
  const choose = useFetcher<AccountReply>();
  const [tagId, setTagId] = useState(tags[0]?.id ?? "");
  useEffect(() => {
    if (choose.data?.kind === "chosen") shopify.toast.show(words.label("ad_account_chosen"));
  }, [choose.data, shopify]);

  if (adAccounts.length === 0)
    return <Banner tone="warning">{words.message("ad_accounts_none")}</Banner>;
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {words.message("choose_explained")}
      </Text>
      <div translate="no">
        <Select
          label={words.label("ad_account")}
          options={adAccounts.map((account) => optionOf(words, account))}
          placeholder={words.label("pick_one")}
          value={adAccountId ?? ""}
          disabled={isLoading}
          onChange={onAdAccount}
        />
      </div>
      <div translate="no">
        <Select
          label={words.label("tag")}
          options={tags.map(({ id, name }) => ({ label: `${name} (${id})`, value: id }))}
          placeholder={words.label("pick_one")}
          value={tagId}
          disabled={isLoading || tags.length === 0}
          onChange={setTagId}
          {...(adAccountId !== null && tags.length === 0
            ? { helpText: words.message("tags_none") }
            : {})}
        />
      </div>
      <Websites choices={choices} />
      {choose.data && <Problem reply={choose.data} />}
      <InlineStack>
        <Button
          disabled={adAccountId === null || tagId === "" || isLoading}
          loading={choose.state !== "idle"}
          {...(isPrimary && { variant: "primary" })}
          onClick={() => {
            if (adAccountId === null) return;
            choose.submit({ intent: "choose_ad_account", adAccountId, tagId }, { method: "post" });
          }}
        >
          {words.label("choose_ad_account")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function optionOf(
  words: Words,
  { canReport, country, currency, id, name }: AccountChoices["adAccounts"][number],
) {
  const known = [name, currency, country].filter((part) => part !== null).join(" · ");
  const text = `${known} (${id})`;
  if (canReport) return { label: text, value: id };
  return { label: `${text}. ${words.message("ad_account_no_role")}`, value: id, disabled: true };
}

/** A claim matters to the catalog only, so it is told and holds nothing up. */
function Websites({ choices: { websites } }: { choices: AccountChoices }) {
  const { message } = useWords();
  const claimed = websites.filter(({ isClaimed }) => isClaimed).map(({ website }) => website);
  return (
    <Text as="p" tone="subdued">
      {claimed.length === 0
        ? message("websites_none")
        : message("websites_claimed", { websites: claimed.join(", ") })}
    </Text>
  );
}

function Problem({ reply }: { reply: AccountReply }) {
  const { message } = useWords();
  if (reply.kind === "unreachable") {
    return <Banner tone="critical">{message("settings_unreachable")}</Banner>;
  }
  if (reply.kind !== "account_problem") return null;
  return <Banner tone="warning">{message(`problem_${reply.problem}`)}</Banner>;
}
