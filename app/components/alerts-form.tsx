import { BlockStack, ChoiceList, InlineGrid, Text } from "@shopify/polaris";

import type { PlainLabelCode } from "~/messages/words";
import { ALERT_CODES, type QuietHours } from "~/shops/app-settings";
import type { AlertsValues } from "~/shops/settings-values";

import { Choice } from "./choice";
import { NumberField } from "./number-field";
import { SettingsSection } from "./settings-section";
import { SettingsSheet } from "./settings-sheet";
import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

export const QUIET_SPANS: Record<`${QuietHours}`, PlainLabelCode> = {
  "3": "three_hours",
  "4": "four_hours",
  "6": "six_hours",
  "8": "eight_hours",
  "12": "twelve_hours",
  "24": "whole_day",
};

type Draft = SettingsDraft<AlertsValues>;

/** What the home page tells of, and from when on. */
export function AlertsForm({ saved }: { saved: AlertsValues }) {
  const { label } = useWords();
  return (
    <SettingsSheet intent="save_alerts" saved={saved}>
      {(draft) => (
        <>
          <SettingsSection title={label("alerts_shown")}>
            <Shown draft={draft} />
          </SettingsSection>
          <SettingsSection title={label("alert_limits")}>
            <Limits draft={draft} />
          </SettingsSection>
        </>
      )}
    </SettingsSheet>
  );
}

function Shown({ draft: { change, values } }: { draft: Draft }) {
  const { label, message } = useWords();
  return (
    <BlockStack gap="400">
      <Text as="p">{message("alerts_explained")}</Text>
      <ChoiceList
        allowMultiple
        name="alerts"
        title={label("alerts_tell")}
        choices={ALERT_CODES.map((value) => ({
          value,
          label: label(`alert_choice_${value}`),
          helpText: message(`alert_choice_${value}_help`),
        }))}
        selected={values.alerts}
        onChange={(chosen) =>
          change({ alerts: ALERT_CODES.filter((code) => chosen.includes(code)) })
        }
      />
    </BlockStack>
  );
}

function Limits({ draft }: { draft: Draft }) {
  const { label, message } = useWords();
  const { change, values } = draft;
  return (
    <BlockStack gap="400">
      <NumberField
        draft={draft}
        field="pendingMinutes"
        label={label("pending_minutes")}
        help={message("pending_minutes_help")}
        suffix={label("minutes")}
      />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        <Choice
          name="quietHours"
          label={label("quiet_hours")}
          helpText={message("quiet_hours_help")}
          options={QUIET_SPANS}
          value={values.quietHours}
          onChange={(quietHours) => change({ quietHours })}
        />
        <NumberField
          draft={draft}
          field="quietDays"
          label={label("quiet_days")}
          help={message("quiet_days_help")}
          suffix={label("days")}
        />
      </InlineGrid>
    </BlockStack>
  );
}
