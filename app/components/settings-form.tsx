import { Banner, BlockStack } from "@shopify/polaris";
import { useRef } from "react";

import type { Connection } from "~/shops/connection";
import { graceProblem } from "~/shops/app-settings";
import type { Pixel } from "~/shops/pixel";
import type { PinterestAccounts } from "~/shops/pinterest-account";
import type { SettingsValues } from "~/shops/settings-form";

import { OrderSettings } from "./order-settings";
import { PinterestSettings } from "./pinterest-settings";
import { PrivacySettings } from "./privacy-settings";
import { RetentionSettings } from "./retention-settings";
import { SettingsSection } from "./settings-section";
import { TrackingSettings } from "./tracking-settings";
import { UnsavedChanges } from "./unsaved-changes";
import { useSettingsDraft, type SettingsDraft, type SettingsReply } from "./use-settings-draft";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = {
  saved: SettingsValues;
  connection: WithTextDates<Connection>;
  pixel: WithTextDates<Pixel>;
  accounts: PinterestAccounts;
  /** Of all feeds together. */
  publishedItems: number;
};

/** Every setting of a shop in one form, saved together. */
export function SettingsForm({ saved, connection, pixel, accounts, publishedItems }: Props) {
  const { label } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const { draft, save, reply, noteSubmitted, discard } = useSettingsDraft(saved);
  return (
    <save.Form
      ref={form}
      method="post"
      onSubmit={(event) => {
        if (draft.isDirty && isSavable(draft)) noteSubmitted();
        else event.preventDefault();
      }}
    >
      <input type="hidden" name="intent" value="save" />
      {/* Lets the Enter key of a field save; the button to press is in Shopify's save bar. */}
      <button type="submit" hidden />
      <UnsavedChanges
        isDirty={draft.isDirty}
        isSaving={save.state !== "idle"}
        onSave={() => form.current?.requestSubmit()}
        onDiscard={discard}
      />
      <BlockStack gap="400">
        <NotSaved reply={reply} />
        <SettingsSection title={label("pinterest_connection")}>
          <PinterestSettings draft={draft} connection={connection} accounts={accounts} />
        </SettingsSection>
        <SettingsSection title={label("orders")}>
          <OrderSettings draft={draft} publishedItems={publishedItems} />
        </SettingsSection>
        <SettingsSection title={label("tracking")}>
          <TrackingSettings draft={draft} pixel={pixel} />
        </SettingsSection>
        <SettingsSection title={label("privacy")}>
          <PrivacySettings draft={draft} />
        </SettingsSection>
        <SettingsSection title={label("retention")}>
          <RetentionSettings draft={draft} />
        </SettingsSection>
      </BlockStack>
    </save.Form>
  );
}

/** Whether every field can be saved that says so by itself; where one cannot, it is shown. */
function isSavable({ values }: SettingsDraft): boolean {
  if (graceProblem(values.graceSeconds) === null) return true;
  document.getElementById("graceSeconds")?.focus();
  return false;
}

/** Why nothing was saved, where no single field is the reason. */
function NotSaved({ reply }: { reply: SettingsReply | undefined }) {
  const { label, message } = useWords();
  if (reply?.kind !== "unreadable" && reply?.kind !== "unreachable") return null;
  return (
    <Banner tone="critical" title={label("settings_not_saved")}>
      {reply.kind === "unreachable"
        ? message("settings_unreachable")
        : message("settings_unreadable", { fields: reply.fields.join(", ") })}
    </Banner>
  );
}
