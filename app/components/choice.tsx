import { Select } from "@shopify/polaris";

import type { PlainLabelCode } from "~/messages/words";

import { useWords } from "./words";

type Props<Option extends string> = {
  name: string;
  label: string;
  helpText?: string;
  /** Every option with its words, in the order of the list. */
  options: Readonly<Record<Option, PlainLabelCode>>;
  value: Option;
  onChange: (value: Option) => void;
};

/** One out of a few, known by type. */
export function Choice<Option extends string>(props: Props<Option>) {
  const { name, label, helpText, options, value, onChange } = props;
  const words = useWords();
  return (
    <Select
      id={name}
      name={name}
      label={label}
      helpText={helpText}
      options={Object.entries<PlainLabelCode>(options).map(([option, code]) => ({
        value: option,
        label: words.label(code),
      }))}
      value={value}
      onChange={(chosen) => {
        if (isOption(options, chosen)) onChange(chosen);
      }}
    />
  );
}

function isOption<Option extends string>(
  options: Readonly<Record<Option, PlainLabelCode>>,
  text: string,
): text is Option {
  return Object.hasOwn(options, text);
}
