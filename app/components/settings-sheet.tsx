import { Banner, BlockStack } from "@shopify/polaris";
import { useRef, type ReactNode } from "react";

import { UnsavedChanges } from "./unsaved-changes";
import { useSettingsDraft, type SettingsDraft, type SettingsReply } from "./use-settings-draft";
import { useWords } from "./words";

type Props<Values> = {
  /** What the form asks for when it is saved. */
  intent: string;
  saved: Values;
  children: (draft: SettingsDraft<Values>) => ReactNode;
};

/** A page of settings as one form, saved by Shopify's save bar. */
export function SettingsSheet<Values extends object>({ children, intent, saved }: Props<Values>) {
  const form = useRef<HTMLFormElement>(null);
  const { discard, draft, noteSubmitted, reply, save } = useSettingsDraft(saved);
  return (
    <save.Form
      ref={form}
      method="post"
      onSubmit={(event) => {
        if (draft.isDirty) noteSubmitted();
        else event.preventDefault();
      }}
    >
      <input type="hidden" name="intent" value={intent} />
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
        {children(draft)}
      </BlockStack>
    </save.Form>
  );
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
