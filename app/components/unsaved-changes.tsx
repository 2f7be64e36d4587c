import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useCallback, useEffect } from "react";

import { useWords } from "./words";

type Props = {
  isDirty: boolean;
  isSaving: boolean;
  onSave: () => void;
  onDiscard: () => void;
};

/** Shopify's save bar while there is something to save. Nothing leaves the page without being asked. */
export function UnsavedChanges({ isDirty, isSaving, onSave, onDiscard }: Props) {
  const { label } = useWords();
  useLeaveConfirmation(isDirty);
  return (
    <SaveBar id="settings-save-bar" open={isDirty}>
      <button
        type="button"
        variant="primary"
        onClick={onSave}
        {...(isSaving ? { loading: "", disabled: true } : {})}
      >
        {label("save")}
      </button>
      <button type="button" onClick={onDiscard} disabled={isSaving}>
        {label("discard")}
      </button>
    </SaveBar>
  );
}

function useLeaveConfirmation(isDirty: boolean): void {
  const shopify = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    shopify.saveBar.leaveConfirmation().then(blocker.proceed, blocker.reset);
  }, [blocker, shopify]);
  useBeforeUnload(useCallback((event) => isDirty && event.preventDefault(), [isDirty]));
}
