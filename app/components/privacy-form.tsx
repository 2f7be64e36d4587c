import type { PlainLabelCode } from "~/messages/words";
import { BlockStack, FormLayout, Text } from "@shopify/polaris";

import type { ConsentPolicy, ShopSettings } from "~/shops/settings";
import type { PrivacyValues } from "~/shops/settings-values";

import { Choice } from "./choice";
import { ConsentMap } from "./consent-map";
import { NumberField } from "./number-field";
import { SettingsSection } from "./settings-section";
import { SettingsSheet } from "./settings-sheet";
import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

export const POLICIES: Record<ConsentPolicy, PlainLabelCode> = {
  send: "policy_send",
  ldp: "policy_ldp",
  skip: "policy_skip",
};

const OPT_OUT_POLICIES: Record<ShopSettings["consent"]["saleOfDataDenied"], PlainLabelCode> = {
  ldp: "policy_ldp",
  skip: "policy_skip",
};

type Draft = SettingsDraft<PrivacyValues>;

/** What happens to an act where the shopper's choice is open, or only half a no, and what is kept. */
export function PrivacyForm({ saved }: { saved: PrivacyValues }) {
  const { label } = useWords();
  return (
    <SettingsSheet intent="save_privacy" saved={saved}>
      {(draft) => (
        <>
          <SettingsSection title={label("consent")}>
            <BlockStack gap="400">
              <Policies draft={draft} />
              <ConsentMap values={draft.values} />
            </BlockStack>
          </SettingsSection>
          <SettingsSection title={label("retention")}>
            <Retention draft={draft} />
          </SettingsSection>
        </>
      )}
    </SettingsSheet>
  );
}

function Policies({ draft }: { draft: Draft }) {
  const { label, message } = useWords();
  const { change, values } = draft;
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
      <NumberField
        draft={draft}
        field="graceSeconds"
        label={label("grace_seconds")}
        help={message("grace_seconds_help")}
        suffix={label("seconds")}
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

/** How long what is stored of shoppers is kept. */
function Retention({ draft }: { draft: Draft }) {
  const { label, message } = useWords();
  const suffix = label("days");
  return (
    <BlockStack gap="400">
      <Text as="p">{message("retention_explained")}</Text>
      <FormLayout>
        <FormLayout.Group condensed>
          <NumberField
            draft={draft}
            field="eventDays"
            label={label("event_days")}
            suffix={suffix}
          />
          <NumberField
            draft={draft}
            field="deadLetterDays"
            label={label("dead_letter_days")}
            suffix={suffix}
          />
          <NumberField
            draft={draft}
            field="snapshotDays"
            label={label("snapshot_days")}
            suffix={suffix}
          />
        </FormLayout.Group>
      </FormLayout>
      <Text as="p" tone="subdued">
        {message("retention_fixed")}
      </Text>
    </BlockStack>
  );
}
