import { TextField } from "@shopify/polaris";

import type { Words } from "~/messages/words";
import type { CredentialsForm } from "~/shops/connection";

import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

type Draft = SettingsDraft<CredentialsForm>;

type Props = { draft: Draft; tokenLastFour: string | null };

/** What connects a shop to its Pinterest account. The token can be written and never read. */
export function CredentialsFields({ draft, tokenLastFour }: Props) {
  const words = useWords();
  const { conversionToken } = draft.values;
  return (
    <>
      <TextField
        {...fieldOf(words, draft, "tagId")}
        label={words.label("tag_id")}
        helpText={words.message("tag_id_help")}
        value={draft.values.tagId}
        onChange={(tagId) => draft.change({ tagId })}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        {...fieldOf(words, draft, "adAccountId")}
        label={words.label("ad_account_id")}
        helpText={words.message("ad_account_id_help")}
        value={draft.values.adAccountId}
        onChange={(adAccountId) => draft.change({ adAccountId })}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        {...fieldOf(words, draft, "conversionToken")}
        label={words.label("conversion_token")}
        helpText={tokenHelp(words, tokenLastFour)}
        {...(tokenLastFour === null
          ? {}
          : { placeholder: words.label("token_stored", { lastFour: tokenLastFour }) })}
        value={conversionToken}
        onChange={(token) => draft.change({ conversionToken: token })}
        type="password"
        spellCheck={false}
        autoComplete="off"
      />
    </>
  );
}

function tokenHelp(words: Words, tokenLastFour: string | null): string {
  const where = words.message("token_help");
  if (tokenLastFour === null) return where;
  return `${words.message("token_kept", { lastFour: tokenLastFour })} ${where}`;
}

function fieldOf(words: Words, { problems }: Draft, field: keyof CredentialsForm) {
  const problem = problems[field];
  return {
    id: field,
    name: field,
    ...(problem === undefined ? {} : { error: words.message(problem) }),
  };
}
