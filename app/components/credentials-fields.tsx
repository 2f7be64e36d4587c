import { TextField } from "@shopify/polaris";

import { label, message } from "~/messages/message";
import type { CredentialsForm } from "~/shops/connection";

import type { SettingsDraft } from "./use-settings-draft";

type Props = { draft: SettingsDraft; tokenLastFour: string | null };

/** What connects a shop to its Pinterest account. The token can be written and never read. */
export function CredentialsFields({ draft, tokenLastFour }: Props) {
  const { conversionToken } = draft.values;
  return (
    <>
      <TextField
        {...fieldOf(draft, "tagId")}
        label={label("tag_id")}
        helpText={message("tag_id_help")}
        value={draft.values.tagId}
        onChange={(tagId) => draft.change({ tagId })}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        {...fieldOf(draft, "adAccountId")}
        label={label("ad_account_id")}
        helpText={message("ad_account_id_help")}
        value={draft.values.adAccountId}
        onChange={(adAccountId) => draft.change({ adAccountId })}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        {...fieldOf(draft, "conversionToken")}
        label={label("conversion_token")}
        helpText={tokenHelp(tokenLastFour)}
        {...(tokenLastFour === null
          ? {}
          : { placeholder: label("token_stored", { lastFour: tokenLastFour }) })}
        value={conversionToken}
        onChange={(token) => draft.change({ conversionToken: token })}
        type="password"
        spellCheck={false}
        autoComplete="off"
      />
    </>
  );
}

function tokenHelp(tokenLastFour: string | null): string {
  const where = message("token_help");
  if (tokenLastFour === null) return where;
  return `${message("token_kept", { lastFour: tokenLastFour })} ${where}`;
}

function fieldOf({ problems }: SettingsDraft, field: keyof CredentialsForm) {
  const problem = problems[field];
  return {
    id: field,
    name: field,
    ...(problem === undefined ? {} : { error: message(problem) }),
  };
}
