import {
  Badge,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Divider,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { memo, useCallback, useState } from "react";

import type { CatalogSettingsProblems } from "~/catalog/catalog-settings";
import {
  defaultChain,
  isDefault,
  moved,
  NEW_SOURCE,
  ORIGINS,
  problemAt,
  TEXT_ORIGINS,
  type ItemsDraft,
  type Origin,
  type SourceDraft,
  type TextOrigin,
} from "~/catalog/items-draft";
import { MAPPED_COLUMNS, type MappedColumn } from "~/catalog/mapping";
import type { PlainLabelCode, Words } from "~/messages/words";

import { columnName } from "./column-name";
import { explainProblem } from "./items-problem";
import { useWords } from "./words";

type Props = {
  columns: ItemsDraft["columns"];
  problems: CatalogSettingsProblems;
  onChange: (columns: ItemsDraft["columns"]) => void;
};

/** Every column with its sources, one open at a time. */
export function ColumnSources({ columns, onChange, problems }: Props) {
  const { message } = useWords();
  const [open, setOpen] = useState<MappedColumn | null>(null);
  const toggle = useCallback(
    (column: MappedColumn) => setOpen((before) => (before === column ? null : column)),
    [],
  );
  const change = useCallback(
    (column: MappedColumn, sources: SourceDraft[]) => onChange({ ...columns, [column]: sources }),
    [columns, onChange],
  );
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {message("items_explained")}
      </Text>
      {MAPPED_COLUMNS.map((column) => (
        <Column
          key={column}
          column={column}
          sources={columns[column]}
          problems={problems}
          // What is wrong has to be seen.
          isOpen={open === column || problemAt(problems, `columns.${column}`) !== undefined}
          onToggle={toggle}
          onChange={change}
        />
      ))}
    </BlockStack>
  );
}

type ColumnProps = {
  column: MappedColumn;
  sources: SourceDraft[];
  problems: CatalogSettingsProblems;
  isOpen: boolean;
  onToggle: (column: MappedColumn) => void;
  onChange: (column: MappedColumn, sources: SourceDraft[]) => void;
};

/** Drawn again when it is opened, closed or changed itself, not with each of the others. */
const Column = memo(function Column(props: ColumnProps) {
  const { column, isOpen, onChange, onToggle, problems, sources } = props;
  const words = useWords();
  const name = columnName(words, column);
  const id = `column-${column}`;
  return (
    <BlockStack gap="300">
      <Divider />
      <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
        <BlockStack>
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            {!isDefault(column, sources) && (
              <Badge tone="info">{words.label("column_changed")}</Badge>
            )}
          </InlineStack>
          <Text as="p" tone="subdued" breakWord>
            {summaryOf(words, sources)}
          </Text>
        </BlockStack>
        <Button
          onClick={() => onToggle(column)}
          ariaExpanded={isOpen}
          ariaControls={id}
          accessibilityLabel={words.label(isOpen ? "close_column" : "edit_column", {
            column: name,
          })}
        >
          {words.label(isOpen ? "close" : "edit")}
        </Button>
      </InlineStack>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Sources
            {...{ column, sources, problems }}
            onChange={(changed) => onChange(column, changed)}
          />
        )}
      </div>
    </BlockStack>
  );
});

type SourcesProps = Pick<ColumnProps, "column" | "problems" | "sources"> & {
  onChange: (sources: SourceDraft[]) => void;
};

/** The sources of a column in their order, each of which can be changed. */
function Sources({ column, onChange, problems, sources }: SourcesProps) {
  const words = useWords();
  const ofList = problems[`columns.${column}`];
  return (
    <BlockStack gap="300">
      {sources.length === 0 && <Text as="p">{words.message("column_stays_empty")}</Text>}
      {sources.map((source, place) => (
        <SourceRow
          // A source has no name of its own; its fields are all controlled.
          key={place}
          {...{ column, place, source, problems }}
          isLast={place === sources.length - 1}
          onChange={(changed) => onChange(sources.with(place, changed))}
          onMove={(by) => onChange(moved(sources, place, by))}
          onRemove={() => onChange(sources.toSpliced(place, 1))}
        />
      ))}
      {ofList && (
        <Text as="p" tone="critical">
          {explainProblem(words, ofList)}
        </Text>
      )}
      <ButtonGroup>
        <Button onClick={() => onChange([...sources, NEW_SOURCE])}>
          {words.label("add_source")}
        </Button>
        <Button
          variant="tertiary"
          disabled={isDefault(column, sources)}
          onClick={() => onChange(defaultChain(column))}
        >
          {words.label("use_default")}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

/** The sources in a line, in their order. */
function summaryOf(words: Words, sources: readonly SourceDraft[]): string {
  if (sources.length === 0) return words.label("column_empty");
  const shown = sources.map(({ origin, text }) =>
    isTextOrigin(origin)
      ? `${words.label(ORIGIN_NAMES[origin])}: ${shortened(text)}`
      : words.label(ORIGIN_NAMES[origin]),
  );
  return shown.join(" → ");
}

const SUMMARY_TEXT_MAX = 40;

function shortened(text: string): string {
  return text.length > SUMMARY_TEXT_MAX ? `${text.slice(0, SUMMARY_TEXT_MAX)}…` : text;
}

type SourceRowProps = {
  column: MappedColumn;
  place: number;
  source: SourceDraft;
  problems: CatalogSettingsProblems;
  isLast: boolean;
  onChange: (source: SourceDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

function SourceRow(props: SourceRowProps) {
  const words = useWords();
  const { column, isLast, onChange, onMove, onRemove, place, problems, source } = props;
  const { origin, text } = source;
  const named = { column: columnName(words, column), place: place + 1 };
  const problem = problemAt(problems, `columns.${column}.${place}`);
  const error = problem ? explainProblem(words, problem) : false;
  return (
    <Box paddingInlineStart={{ xs: "0", sm: "400" }}>
      <InlineGrid columns={{ xs: "1fr", sm: "2fr 3fr auto" }} gap="200" alignItems="start">
        <Select
          label={words.label("source_of", named)}
          labelHidden
          options={ORIGINS.map((known) => ({
            value: known,
            label: words.label(ORIGIN_NAMES[known]),
          }))}
          value={origin}
          error={!isTextOrigin(origin) && error}
          onChange={(chosen) => {
            const known = ORIGINS.find((one) => one === chosen);
            if (known) onChange({ origin: known, text: isTextOrigin(known) ? text : "" });
          }}
        />
        {isTextOrigin(origin) ? (
          <TextField
            label={words.label("source_text_of", named)}
            labelHidden
            value={text}
            error={error}
            helpText={words.message(`source_${origin}_help`)}
            autoComplete="off"
            onChange={(typed) => onChange({ origin, text: typed })}
          />
        ) : (
          <span />
        )}
        <ButtonGroup noWrap>
          <Button
            accessibilityLabel={words.label("move_up", { place: place + 1 })}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            {words.label("up")}
          </Button>
          <Button
            accessibilityLabel={words.label("move_down", { place: place + 1 })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            {words.label("down")}
          </Button>
          <Button
            accessibilityLabel={words.label("remove_source", { place: place + 1 })}
            onClick={onRemove}
          >
            {words.label("remove")}
          </Button>
        </ButtonGroup>
      </InlineGrid>
    </Box>
  );
}

function isTextOrigin(origin: Origin): origin is TextOrigin {
  return TEXT_ORIGINS.some((known) => known === origin);
}

export const ORIGIN_NAMES: Record<Origin, PlainLabelCode> = {
  product_title: "origin_product_title",
  product_handle: "origin_product_handle",
  product_descriptionHtml: "origin_product_descriptionhtml",
  product_vendor: "origin_product_vendor",
  product_productType: "origin_product_producttype",
  product_category: "origin_product_category",
  variant_title: "origin_variant_title",
  variant_sku: "origin_variant_sku",
  variant_barcode: "origin_variant_barcode",
  option: "origin_option",
  tag: "origin_tag",
  metafield: "origin_metafield",
  fixed: "origin_fixed",
};
