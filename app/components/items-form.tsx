import { Banner, BlockStack, Card, Divider, Text } from "@shopify/polaris";

import { RULE_GROUPS, type ItemsDraft } from "~/catalog/items-draft";

import { ColumnSources } from "./column-sources";
import { explainProblem } from "./items-problem";
import { ItemsPreview } from "./items-preview";
import { RuleGroup } from "./rule-group";
import { SettingsSection } from "./settings-section";
import { UnsavedChanges } from "./unsaved-changes";
import { inputOf, useItemsDraft, type ItemsReply } from "./use-items-draft";
import { useWords } from "./words";

/** Which items are in the feeds and where their columns come from, with what that would make. */
export function ItemsForm({ saved }: { saved: ItemsDraft }) {
  const words = useWords();
  const { change, discard, draft, isDirty, isSaving, problems, reply, submit } =
    useItemsDraft(saved);
  const ofColumns = problems["columns"];
  return (
    <BlockStack gap="400">
      <UnsavedChanges {...{ isDirty, isSaving }} onSave={submit} onDiscard={discard} />
      <Told reply={reply} isDirty={isDirty} />
      <SettingsSection title={words.label("rules")}>
        <BlockStack gap="400">
          {RULE_GROUPS.map((name, place) => (
            <BlockStack key={name} gap="400">
              {place > 0 && <Divider />}
              <RuleGroup
                {...{ name, problems }}
                group={draft[name]}
                onChange={(group) => change({ [name]: group })}
              />
            </BlockStack>
          ))}
        </BlockStack>
      </SettingsSection>
      <ItemsPreview settings={inputOf(draft)} />
      <SettingsSection title={words.label("columns")}>
        <BlockStack gap="300">
          {ofColumns && (
            <Text as="p" tone="critical">
              {explainProblem(words, ofColumns)}
            </Text>
          )}
          <ColumnSources
            columns={draft.columns}
            problems={problems}
            onChange={(columns) => change({ columns })}
          />
        </BlockStack>
      </SettingsSection>
      <Card>
        <Text as="p" tone="subdued">
          {words.message("items_ids_stay")}
        </Text>
      </Card>
    </BlockStack>
  );
}

/** What became of a save, where no single field says it. */
function Told({ isDirty, reply }: { isDirty: boolean; reply: ItemsReply | undefined }) {
  const { message } = useWords();
  switch (reply?.kind) {
    case "saved":
      return isDirty ? null : <Banner tone="success">{message("items_saved")}</Banner>;
    case "refused":
      return <Banner tone="critical">{message("items_not_saved")}</Banner>;
    case "unreachable":
      return <Banner tone="critical">{message("items_unreachable")}</Banner>;
    case "unreadable":
      return <Banner tone="critical">{message("items_unreadable")}</Banner>;
    case "previewed":
    case "not_read":
    case undefined:
      return null;
  }
}
