import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";

import type { SettingsAnswer, SettingsProblems } from "~/shops/settings-form";

import { useWords } from "./words";

/** What a page is told, or that nobody told it anything. */
export type SettingsReply = SettingsAnswer | { kind: "unreachable" };

/** The form of a page of the settings while it is being filled in. */
export type SettingsDraft<Values> = {
  /** What the fields show. */
  values: Values;
  saved: Values;
  /** Shown after an attempt to save, each until its field is changed. */
  problems: SettingsProblems;
  isDirty: boolean;
  change: (changes: Partial<Values>) => void;
};

/** The fields that may be refused, as they follow one another on their pages. */
const REFUSABLE_FIELDS = [
  "tagId",
  "adAccountId",
  "conversionToken",
  "graceSeconds",
  "eventDays",
  "deadLetterDays",
  "snapshotDays",
  "pendingMinutes",
  "quietDays",
] as const satisfies (keyof SettingsProblems)[];

/**
 * Keeps what the merchant changed over what is saved. A field that was not touched follows what is
 * saved; changes made while a save is under way outlive it.
 */
export function useSettingsDraft<Values extends object>(saved: Values) {
  const { label } = useWords();
  const shopify = useAppBridge();
  const save = useFetcher<SettingsReply>();
  const [changes, setChanges] = useState<Partial<Values>>({});
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
  }, [reply, shopify, label]);

  const draft: SettingsDraft<Values> = {
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

/** Lists in one order, and the fields too: `saved` gives the order of both sides. */
function isSame(one: object, other: object): boolean {
  return comparable(one) === comparable(other);
}

function comparable(values: object): string {
  return JSON.stringify(values, (_, value: unknown) =>
    Array.isArray(value) ? value.toSorted() : value,
  );
}
