import { TextField } from "@shopify/polaris";

import { NUMBER_LIMITS } from "~/shops/settings-form";

import type { SettingsDraft } from "./use-settings-draft";
import { useWords } from "./words";

type Field = keyof typeof NUMBER_LIMITS;

type Props<Name extends Field> = {
  draft: SettingsDraft<Record<Name, string>>;
  field: Name;
  label: string;
  /** Stands before the limits. */
  help?: string;
  suffix: string;
};

/** A whole number within its limits, which stand below it. */
export function NumberField<Name extends Field>(props: Props<Name>) {
  const { draft, field, help, label, suffix } = props;
  const { message } = useWords();
  const { max, min } = NUMBER_LIMITS[field];
  const isRefused = draft.problems[field] !== undefined;
  const limits = message("number_limits", { min, max });
  return (
    <TextField
      id={field}
      name={field}
      label={label}
      helpText={help === undefined ? limits : `${help} ${limits}`}
      {...(isRefused && { error: message("number_outside_limits", { min, max }) })}
      type="integer"
      inputMode="numeric"
      min={min}
      max={max}
      suffix={suffix}
      autoComplete="off"
      value={draft.values[field]}
      onChange={(typed) => draft.change(changed(field, typed))}
    />
  );
}

function changed<Name extends Field>(field: Name, typed: string): Partial<Record<Name, string>> {
  const change: Partial<Record<Name, string>> = {};
  change[field] = typed;
  return change;
}
