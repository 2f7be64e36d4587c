import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

import { Bar, type BarPart } from "./bar";
import { Disclosure } from "./disclosure";
import { useWords } from "./words";

/** A bar with its name and its number. */
export type ChartRow = {
  name: string;
  /** The number as it is read. */
  value: string;
  parts: readonly BarPart[];
  mark?: number | null;
};

type Props = {
  title: string;
  rows: readonly ChartRow[];
  legend?: ReactNode;
  table: { headings: readonly string[]; rows: readonly (readonly string[])[] };
};

/** Bars, which for a screen reader are a picture with a summary, and the table behind them. */
export function Chart({ legend, rows, table, title }: Props) {
  const words = useWords();
  const { label, language } = words;
  const list = new Intl.ListFormat(language, { type: "unit" });
  const summary = list.format(rows.map(({ name, value }) => label("bar_of", { name, value })));
  return (
    <BlockStack gap="200">
      {legend}
      <div role="img" aria-label={label("bar_of", { name: title, value: summary })}>
        <BlockStack gap="200">
          {rows.map(({ mark, name, parts, value }) => (
            <div key={name}>
              <InlineStack align="space-between" gap="200">
                <Text as="span" variant="bodySm">
                  {name}
                </Text>
                <Text as="span" variant="bodySm" numeric>
                  {value}
                </Text>
              </InlineStack>
              <Bar parts={parts} mark={mark ?? null} />
            </div>
          ))}
        </BlockStack>
      </div>
      <Disclosure show={label("show_table")} hide={label("hide_table")}>
        <PlainTable caption={title} {...table} />
      </Disclosure>
    </BlockStack>
  );
}

type TableProps = Props["table"] & { caption: string };

/** A small table whose first column names its rows; every word may break, so that it is never too wide. */
function PlainTable({ caption, headings, rows }: TableProps) {
  return (
    <table style={{ width: "100%", borderCollapse: "collapse", tableLayout: "fixed" }}>
      <caption style={HIDDEN}>{caption}</caption>
      <thead>
        <tr>
          {headings.map((heading, column) => (
            <th key={heading} scope="col" style={cellOf(column)}>
              <Text as="span" variant="bodySm" fontWeight="semibold" breakWord>
                {heading}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", ...cells]) => (
          <tr key={name}>
            <th scope="row" style={cellOf(0)}>
              <Text as="span" variant="bodySm" fontWeight="regular" breakWord>
                {name}
              </Text>
            </th>
            {cells.map((cell, column) => (
              <td key={headings[column + 1]} style={cellOf(column + 1)}>
                <Text as="span" variant="bodySm" numeric breakWord>
                  {cell}
                </Text>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellOf(column: number) {
  return {
    padding: "var(--p-space-100)",
    borderBottom: "1px solid var(--p-color-border)",
    textAlign: column === 0 ? "start" : "end",
    verticalAlign: "top",
  } as const;
}

/** For screen readers alone. */
const HIDDEN = {
  position: "absolute",
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;
