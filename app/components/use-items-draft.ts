import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";

import type { CatalogSettingsProblems } from "~/catalog/catalog-settings";
import { toSettingsInput, type ItemsDraft } from "~/catalog/items-draft";
import type { ItemsAnswer } from "~/catalog/items-form";

import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** What the page is told, or that nobody told it anything. */
export type ItemsReply = WithTextDates<ItemsAnswer> | { kind: "unreachable" };

const NO_PROBLEMS: CatalogSettingsProblems = {};

/**
 * Keeps what the merchant changed over what is saved, part by part of the page. Changes made while a save
 * is under way outlive it.
 */
export function useItemsDraft(saved: ItemsDraft) {
  const { label } = useWords();
  const shopify = useAppBridge();
  const save = useFetcher<ItemsReply>();
  const [changes, setChanges] = useState<Partial<ItemsDraft>>({});
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const submitted = useRef(changes);
  const draft = { ...saved, ...changes };
  const reply = save.state === "idle" ? save.data : undefined;

  useEffect(() => {
    if (reply?.kind === "saved") {
      setChanges((current) => (current === submitted.current ? {} : current));
      setProblems(NO_PROBLEMS);
      shopify.toast.show(label("settings_saved"));
    }
    if (reply?.kind === "refused") setProblems(reply.problems);
  }, [reply, shopify]);

  useEffect(() => {
    if (problems !== NO_PROBLEMS) focusFirst();
  }, [problems]);

  return {
    draft,
    reply,
    problems,
    isDirty: inputOf(draft) !== inputOf(saved),
    isSaving: save.state !== "idle",
    /** Problems are shown until something is changed: a path may name another row then. */
    change: (changed: Partial<ItemsDraft>) => {
      setChanges((current) => ({ ...current, ...changed }));
      setProblems(NO_PROBLEMS);
    },
    submit: () => {
      submitted.current = changes;
      save.submit({ intent: "save", settings: inputOf(draft) }, { method: "post" });
    },
    discard: () => {
      setChanges({});
      setProblems(NO_PROBLEMS);
    },
  };
}

/** The first field that is marked, which may be far down the page. */
function focusFirst(): void {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** A draft as it is posted. */
export function inputOf(draft: ItemsDraft): string {
  return JSON.stringify(toSettingsInput(draft));
}
