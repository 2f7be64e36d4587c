import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";

import type { SettingsAnswer, SettingsProblems, SettingsValues } from "~/shops/settings-form";

import { useWords } from "./words";

/** What a page is told, or that nobody told it anything. */
export type SettingsReply = SettingsAnswer | { kind: "unreachable" };

/** The settings page's form while it is being filled in. */
export type SettingsDraft = {
  /** What the fields show. */
  values: SettingsValues;
  saved: SettingsValues;
  /** Shown after an attempt to save, each until its field is changed. */
  problems: SettingsProblems;
  isDirty: boolean;
  change: (changes: Partial<SettingsValues>) => void;
};

/** The fields that may be refused, as they follow one another on the page. */
const REFUSABLE_FIELDS = [
  "tagId",
  "adAccountId",
  "conversionToken",
  "eventDays",
  "deadLetterDays",
  "snapshotDays",
] as const satisfies (keyof SettingsProblems)[];

/**
 * Keeps what the merchant changed over what is saved. A field that was not touched follows what is
 * saved; changes made while a save is under way outlive it.
 */
export function useSettingsDraft(saved: SettingsValues) {
  const { label } = useWords();
  const shopify = useAppBridge();
  const save = useFetcher<SettingsReply>();
  const [changes, setChanges] = useState<Partial<SettingsValues>>({});
  const [problems, setProblems] = useState<SettingsProblems>({});
  const submitted = useRef(changes);
  const values = { ...saved, ...changes };
  const reply = save.state === "idle" ? save.data : undefined;

  useEffect(() => {
    if (reply?.kind === "saved") {
      setChanges((current) => (current === submitted.current ? {} : current));
      setProblems({});
      shopify.toast.show(label("settings_saved"));
    }
    if (reply?.kind === "refused") {
      setProblems(reply.problems);
      focusFirst(reply.problems);
    }
  }, [reply, shopify]);

  const draft: SettingsDraft = {
    values,
    saved,
    problems,
    isDirty: !isSame(values, saved),
    change: (changed) => {
      setChanges((current) => ({ ...current, ...changed }));
      setProblems((current) => without(current, changed));
    },
  };
  return {
    draft,
    save,
    reply,
    noteSubmitted: () => {
      submitted.current = changes;
    },
    discard: () => {
      setChanges({});
      setProblems({});
    },
  };
}

function focusFirst(problems: SettingsProblems): void {
  const first = REFUSABLE_FIELDS.find((field) => problems[field] !== undefined);
  if (first !== undefined) document.getElementById(first)?.focus();
}

function without(problems: SettingsProblems, changed: object): SettingsProblems {
  const kept = Object.entries(problems).filter(([field]) => !Object.hasOwn(changed, field));
  return Object.fromEntries(kept);
}

function isSame(one: SettingsValues, other: SettingsValues): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

/** Lists in one order, and the fields too: `saved` gives the order of both sides. */
function comparable(values: SettingsValues): SettingsValues {
  const { channels, themeEvents } = values;
  return { ...values, channels: channels.toSorted(), themeEvents: themeEvents.toSorted() };
}
