import { BlockStack, FormLayout, Text, TextField } from "@shopify/polaris";

import { RETENTION, type RetentionField } from "~/shops/app-settings";

import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

/** How long what is stored of shoppers is kept. */
export function RetentionSettings({ draft }: { draft: SettingsDraft }) {
  const { label, message } = useWords();
  return (
    <BlockStack gap="400">
      <Text as="p">{message("retention_explained")}</Text>
      <FormLayout>
        <FormLayout.Group condensed>
          <DaysField draft={draft} field="eventDays" name={label("event_days")} />
          <DaysField draft={draft} field="deadLetterDays" name={label("dead_letter_days")} />
          <DaysField draft={draft} field="snapshotDays" name={label("snapshot_days")} />
        </FormLayout.Group>
      </FormLayout>
      <Text as="p" tone="subdued">
        {message("retention_fixed")}
      </Text>
    </BlockStack>
  );
}

type Props = { draft: SettingsDraft; field: RetentionField; name: string };

function DaysField({ draft: { values, problems, change }, field, name }: Props) {
  const { label, message } = useWords();
  const { min, max } = RETENTION[field];
  const limits = { min: String(min), max: String(max) };
  return (
    <TextField
      id={field}
      name={field}
      label={name}
      helpText={message("days_limits", limits)}
      {...(problems[field] === undefined ? {} : { error: message("days_outside_limits", limits) })}
      type="integer"
      inputMode="numeric"
      min={min}
      max={max}
      suffix={label("days")}
      autoComplete="off"
      value={values[field]}
      onChange={(typed) => change({ [field]: typed })}
    />
  );
}
