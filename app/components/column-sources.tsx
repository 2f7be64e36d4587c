import {
  Badge,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Collapsible,
  Divider,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";

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
import { label, message } from "~/messages/message";

import { columnName } from "./column-name";
import { explainProblem } from "./items-problem";

type Props = {
  columns: ItemsDraft["columns"];
  problems: CatalogSettingsProblems;
  onChange: (columns: ItemsDraft["columns"]) => void;
};

/** Every column with its sources, one open at a time. */
export function ColumnSources({ columns, onChange, problems }: Props) {
  const [open, setOpen] = useState<MappedColumn | null>(null);
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
          onToggle={() => setOpen(open === column ? null : column)}
          onChange={(sources) => onChange({ ...columns, [column]: sources })}
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
  onToggle: () => void;
  onChange: (sources: SourceDraft[]) => void;
};

function Column({ column, isOpen, onChange, onToggle, problems, sources }: ColumnProps) {
  const name = columnName(column);
  const id = `column-${column}`;
  const ofList = problems[`columns.${column}`];
  return (
    <BlockStack gap="300">
      <Divider />
      <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
        <BlockStack>
          <InlineStack align="start" gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            {!isDefault(column, sources) && <Badge tone="info">{label("column_changed")}</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued" breakWord>
            {summaryOf(sources)}
          </Text>
        </BlockStack>
        <Button
          onClick={onToggle}
          ariaExpanded={isOpen}
          ariaControls={id}
          accessibilityLabel={label(isOpen ? "close_column" : "edit_column", { column: name })}
        >
          {label(isOpen ? "close" : "edit")}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={isOpen}>
        <BlockStack gap="300">
          {sources.length === 0 && <Text as="p">{message("column_stays_empty")}</Text>}
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
              {explainProblem(ofList)}
            </Text>
          )}
          <ButtonGroup>
            <Button onClick={() => onChange([...sources, NEW_SOURCE])}>
              {label("add_source")}
            </Button>
            <Button
              variant="tertiary"
              disabled={isDefault(column, sources)}
              onClick={() => onChange(defaultChain(column))}
            >
              {label("use_default")}
            </Button>
          </ButtonGroup>
        </BlockStack>
      </Collapsible>
    </BlockStack>
  );
}

/** The sources in a line, in their order. */
function summaryOf(sources: readonly SourceDraft[]): string {
  if (sources.length === 0) return label("column_empty");
  const shown = sources.map(({ origin, text }) =>
    isTextOrigin(origin) ? `${originName(origin)}: ${shortened(text)}` : originName(origin),
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
  const { column, isLast, onChange, onMove, onRemove, place, problems, source } = props;
  const { origin, text } = source;
  const named = { column: columnName(column), place: place + 1 };
  const problem = problemAt(problems, `columns.${column}.${place}`);
  const error = problem ? explainProblem(problem) : false;
  return (
    <Box paddingInlineStart={{ xs: "0", sm: "400" }}>
      <InlineGrid columns={{ xs: "1fr", sm: "2fr 3fr auto" }} gap="200" alignItems="start">
        <Select
          label={label("source_of", named)}
          labelHidden
          options={ORIGINS.map((known) => ({ value: known, label: originName(known) }))}
          value={origin}
          error={!isTextOrigin(origin) && error}
          onChange={(chosen) => {
            const known = ORIGINS.find((one) => one === chosen);
            if (known) onChange({ origin: known, text: isTextOrigin(known) ? text : "" });
          }}
        />
        {isTextOrigin(origin) ? (
          <TextField
            label={label("source_text_of", named)}
            labelHidden
            value={text}
            error={error}
            helpText={message(`source_${origin}_help`)}
            autoComplete="off"
            onChange={(typed) => onChange({ origin, text: typed })}
          />
        ) : (
          <span />
        )}
        <ButtonGroup noWrap>
          <Button
            accessibilityLabel={label("move_up", { place: place + 1 })}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            {label("up")}
          </Button>
          <Button
            accessibilityLabel={label("move_down", { place: place + 1 })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            {label("down")}
          </Button>
          <Button
            accessibilityLabel={label("remove_source", { place: place + 1 })}
            onClick={onRemove}
          >
            {label("remove")}
          </Button>
        </ButtonGroup>
      </InlineGrid>
    </Box>
  );
}

function isTextOrigin(origin: Origin): origin is TextOrigin {
  return TEXT_ORIGINS.some((known) => known === origin);
}

const ORIGIN_NAMES: Record<Origin, string> = {
  product_title: label("origin_product_title"),
  product_handle: label("origin_product_handle"),
  product_descriptionHtml: label("origin_product_descriptionhtml"),
  product_vendor: label("origin_product_vendor"),
  product_productType: label("origin_product_producttype"),
  product_category: label("origin_product_category"),
  variant_title: label("origin_variant_title"),
  variant_sku: label("origin_variant_sku"),
  variant_barcode: label("origin_variant_barcode"),
  option: label("origin_option"),
  tag: label("origin_tag"),
  metafield: label("origin_metafield"),
  fixed: label("origin_fixed"),
};

function originName(origin: Origin): string {
  return ORIGIN_NAMES[origin];
}
