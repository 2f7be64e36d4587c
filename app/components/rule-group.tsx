import {
  BlockStack,
  Box,
  Button,
  InlineGrid,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";

import type { CatalogSettingsProblems } from "~/catalog/catalog-settings";
import {
  NEW_CONDITION,
  problemAt,
  type ConditionDraft,
  type GroupDraft,
  type RuleGroupName,
} from "~/catalog/items-draft";
import type { Condition, SaleStatus, WordOperator } from "~/catalog/rules";
import type { PlainLabelCode, Words } from "~/messages/words";

import { Choice } from "./choice";
import { explainProblem } from "./items-problem";
import { useWords } from "./words";

type Props = {
  name: RuleGroupName;
  group: GroupDraft;
  problems: CatalogSettingsProblems;
  onChange: (group: GroupDraft) => void;
};

export const MATCHES: Record<GroupDraft["match"], PlainLabelCode> = {
  any: "rule_match_any",
  all: "rule_match_all",
};

/** The rules of one kind, and whether one of them is enough. */
export function RuleGroup({ group, name, onChange, problems }: Props) {
  const words = useWords();
  const { conditions } = group;
  const ofList = problems[`${name}.conditions`];
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {words.label(`items_${name}`)}
        </Text>
        <Text as="p" tone="subdued">
          {words.message(`items_${name}_help`)}
        </Text>
      </BlockStack>
      {conditions.length > 1 && (
        <Choice
          name={`${name}-match`}
          label={words.label("rule_match")}
          options={MATCHES}
          value={group.match}
          onChange={(match) => onChange({ ...group, match })}
        />
      )}
      {conditions.map((condition, place) => (
        <ConditionRow
          // A rule has no name of its own; its fields are all controlled.
          key={place}
          id={`${name}-${place}`}
          condition={condition}
          error={errorOf(words, problems, `${name}.conditions.${place}`)}
          onChange={(changed) =>
            onChange({ ...group, conditions: conditions.with(place, changed) })
          }
          onRemove={() => onChange({ ...group, conditions: conditions.toSpliced(place, 1) })}
        />
      ))}
      {ofList && (
        <Text as="p" tone="critical">
          {explainProblem(words, ofList)}
        </Text>
      )}
      <InlineStack>
        <Button onClick={() => onChange({ ...group, conditions: [...conditions, NEW_CONDITION] })}>
          {words.label(`add_${name}_rule`)}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function errorOf(words: Words, problems: CatalogSettingsProblems, place: string): string | false {
  const problem = problemAt(problems, place);
  return problem ? explainProblem(words, problem) : false;
}

export const FIELDS: Record<Condition["field"], PlainLabelCode> = {
  collection: "rule_field_collection",
  tag: "rule_field_tag",
  vendor: "rule_field_vendor",
  type: "rule_field_type",
  price: "rule_field_price",
  stock: "rule_field_stock",
  status: "rule_field_status",
};

type RowProps = {
  id: string;
  condition: ConditionDraft;
  error: string | false;
  onChange: (condition: ConditionDraft) => void;
  onRemove: () => void;
};

function ConditionRow({ condition, error, id, onChange, onRemove }: RowProps) {
  const { label } = useWords();
  return (
    <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <InlineGrid columns={{ xs: "1fr", sm: "1fr 3fr" }} gap="200">
          <Choice
            name={`${id}-field`}
            label={label("rule_field")}
            options={FIELDS}
            value={condition.field}
            onChange={(field) => onChange({ ...condition, field })}
          />
          <ConditionFields {...{ id, condition, error, onChange }} />
        </InlineGrid>
        <InlineStack align="end">
          <Button variant="tertiary" onClick={onRemove}>
            {label("remove_rule")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Box>
  );
}

export const OPERATORS: Record<WordOperator, PlainLabelCode> = {
  is: "rule_is",
  is_not: "rule_is_not",
  contains: "rule_contains",
  contains_not: "rule_contains_not",
};

export const STATUSES: Record<SaleStatus, PlainLabelCode> = {
  for_sale: "sale_status_for_sale",
  sold_out: "sale_status_sold_out",
};

function ConditionFields({ condition, error, id, onChange }: Omit<RowProps, "onRemove">) {
  const { label, message } = useWords();
  switch (condition.field) {
    case "price":
    case "stock":
      return (
        <InlineGrid columns={2} gap="200">
          <TextField
            label={label("rule_from")}
            value={condition.from}
            error={error}
            inputMode="decimal"
            autoComplete="off"
            onChange={(from) => onChange({ ...condition, from })}
          />
          <TextField
            label={label("rule_to")}
            value={condition.to}
            inputMode="decimal"
            autoComplete="off"
            onChange={(to) => onChange({ ...condition, to })}
          />
        </InlineGrid>
      );
    case "status":
      return (
        <Choice
          name={`${id}-status`}
          label={label("rule_status")}
          options={STATUSES}
          value={condition.status}
          onChange={(status) => onChange({ ...condition, status })}
        />
      );
    case "collection":
    case "tag":
    case "vendor":
    case "type":
      return (
        <InlineGrid columns={{ xs: "1fr", sm: "1fr 2fr" }} gap="200">
          <Choice
            name={`${id}-operator`}
            label={label("rule_operator")}
            options={OPERATORS}
            value={condition.operator}
            onChange={(operator) => onChange({ ...condition, operator })}
          />
          <TextField
            label={label("rule_words")}
            value={condition.text}
            error={error}
            helpText={message("words_help")}
            multiline={1}
            maxHeight={160}
            autoComplete="off"
            onChange={(text) => onChange({ ...condition, text })}
          />
        </InlineGrid>
      );
  }
}
