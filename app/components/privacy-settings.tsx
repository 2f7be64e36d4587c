import type { PlainLabelCode } from "~/messages/words";
import { BlockStack, Text, TextField } from "@shopify/polaris";

import { GRACE_SECONDS_MAX, graceProblem } from "~/shops/app-settings";
import type { ConsentPolicy, ShopSettings } from "~/shops/settings";

import { Choice } from "./choice";
import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

const POLICIES: Record<ConsentPolicy, PlainLabelCode> = {
  send: "policy_send",
  ldp: "policy_ldp",
  skip: "policy_skip",
};

const OPT_OUT_POLICIES: Record<ShopSettings["consent"]["saleOfDataDenied"], PlainLabelCode> = {
  ldp: "policy_ldp",
  skip: "policy_skip",
};

const SECONDS_MAX = { seconds: GRACE_SECONDS_MAX };

/** What happens to an order where the shopper's choice is open, or only half a no. */
export function PrivacySettings({ draft: { values, change } }: { draft: SettingsDraft }) {
  const { label, message } = useWords();
  const problem = graceProblem(values.graceSeconds);
  return (
    <BlockStack gap="400">
      <Text as="p">{message("privacy_explained")}</Text>
      <Choice
        name="unknownWhereRequired"
        label={label("unknown_where_required")}
        helpText={message("unknown_where_required_help")}
        options={POLICIES}
        value={values.unknownWhereRequired}
        onChange={(unknownWhereRequired) => change({ unknownWhereRequired })}
      />
      <Choice
        name="unknownElsewhere"
        label={label("unknown_elsewhere")}
        helpText={message("unknown_elsewhere_help")}
        options={POLICIES}
        value={values.unknownElsewhere}
        onChange={(unknownElsewhere) => change({ unknownElsewhere })}
      />
      <Choice
        name="presumedDenied"
        label={label("presumed_denied_setting")}
        helpText={message("presumed_denied_help")}
        options={POLICIES}
        value={values.presumedDenied}
        onChange={(presumedDenied) => change({ presumedDenied })}
      />
      <TextField
        id="graceSeconds"
        name="graceSeconds"
        label={label("grace_seconds")}
        helpText={message("grace_seconds_help", SECONDS_MAX)}
        type="integer"
        inputMode="numeric"
        min={0}
        max={GRACE_SECONDS_MAX}
        suffix={label("seconds")}
        autoComplete="off"
        value={values.graceSeconds}
        {...(problem === null ? {} : { error: message(problem, SECONDS_MAX) })}
        onChange={(graceSeconds) => change({ graceSeconds })}
      />
      <Choice
        name="saleOfDataDenied"
        label={label("sale_of_data_denied")}
        helpText={message("sale_of_data_denied_help")}
        options={OPT_OUT_POLICIES}
        value={values.saleOfDataDenied}
        onChange={(saleOfDataDenied) => change({ saleOfDataDenied })}
      />
    </BlockStack>
  );
}
