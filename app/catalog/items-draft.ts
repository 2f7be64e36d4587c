import type {
  CatalogSettings,
  CatalogSettingsProblem,
  CatalogSettingsProblems,
} from "./catalog-settings";
import {
  DEFAULT_MAPPING,
  MAPPED_COLUMNS,
  PRODUCT_FIELDS,
  VARIANT_FIELDS,
  type MappedColumn,
  type Source,
} from "./mapping";
import { metafieldPlace } from "./metafields";
import type { Condition, RuleGroup, SaleStatus, WordField, WordOperator } from "./rules";

/** Kinds of sources that need a text beside them. */
export const TEXT_ORIGINS = ["metafield", "option", "tag", "fixed"] as const;
export type TextOrigin = (typeof TEXT_ORIGINS)[number];

/** Where a value comes from, as one list offers it. */
export const ORIGINS = [
  ...PRODUCT_FIELDS.map((field) => `product_${field}` as const),
  ...VARIANT_FIELDS.map((field) => `variant_${field}` as const),
  ...TEXT_ORIGINS,
] as const;
export type Origin = (typeof ORIGINS)[number];

/** A source while it is being edited. */
export type SourceDraft = { origin: Origin; text: string };

/** A condition while it is being edited; each field uses the parts that it has use for. */
export type ConditionDraft = {
  field: Condition["field"];
  operator: WordOperator;
  /** A word on each line. */
  text: string;
  from: string;
  to: string;
  status: SaleStatus;
};

export type GroupDraft = { match: RuleGroup["match"]; conditions: ConditionDraft[] };

export const RULE_GROUPS = ["include", "exclude", "preorder"] as const;
export type RuleGroupName = (typeof RULE_GROUPS)[number];

/** The page's form while it is being edited, with every column whole. */
export type ItemsDraft = Record<RuleGroupName, GroupDraft> & {
  columns: Record<MappedColumn, SourceDraft[]>;
};

export const NEW_SOURCE: SourceDraft = { origin: "fixed", text: "" };

export const NEW_CONDITION: ConditionDraft = {
  field: "tag",
  operator: "is",
  text: "",
  from: "",
  to: "",
  status: "sold_out",
};

/** What the form shows before anything is changed. */
export function toItemsDraft(settings: CatalogSettings): ItemsDraft {
  const columns = MAPPED_COLUMNS.map((column) => [column, chainOf(column, settings)]);
  return {
    columns: Object.fromEntries(columns),
    include: toGroupDraft(settings.include),
    exclude: toGroupDraft(settings.exclude),
    preorder: toGroupDraft(settings.preorder),
  };
}

/** The settings that the form stands for, to be checked at the door. A column as it is by default is left out. */
export function toSettingsInput(draft: ItemsDraft): unknown {
  const columns = MAPPED_COLUMNS.filter((column) => !isDefault(column, draft.columns[column])).map(
    (column) => [column, draft.columns[column].map(toSourceInput)],
  );
  return {
    columns: Object.fromEntries(columns),
    include: toGroupInput(draft.include),
    exclude: toGroupInput(draft.exclude),
    preorder: toGroupInput(draft.preorder),
  };
}

/** How a column is filled until the merchant says otherwise. */
export function defaultChain(column: MappedColumn): SourceDraft[] {
  return chainOf(column, { columns: {} });
}

/** Whether a column is filled as by default. */
export function isDefault(column: MappedColumn, sources: readonly SourceDraft[]): boolean {
  return JSON.stringify(sources) === JSON.stringify(defaultChain(column));
}

/** Moves a part of a list one place up or down; at either end, nothing moves. */
export function moved<Part>(parts: readonly Part[], from: number, by: -1 | 1): Part[] {
  const part = parts[from];
  const to = from + by;
  if (part === undefined || to < 0 || to >= parts.length) return [...parts];
  return parts.toSpliced(from, 1).toSpliced(to, 0, part);
}

/** What is wrong with a place of the form, or with a part of it. */
export function problemAt(
  problems: CatalogSettingsProblems,
  place: string,
): CatalogSettingsProblem | undefined {
  const found = Object.keys(problems).find(
    (path) => path === place || path.startsWith(`${place}.`),
  );
  return found === undefined ? undefined : problems[found];
}

/** A default source of which the app's question asks nothing would only ever be empty. */
function chainOf(
  column: MappedColumn,
  { columns }: Pick<CatalogSettings, "columns">,
): SourceDraft[] {
  return (columns[column] ?? DEFAULT_MAPPING[column]).flatMap((source) => {
    const isEmpty = source.from === "metafield" && metafieldPlace(source.name) === null;
    return isEmpty ? [] : [toSourceDraft(source)];
  });
}

function toSourceDraft(source: Source): SourceDraft {
  switch (source.from) {
    case "product":
      return { origin: `product_${source.field}`, text: "" };
    case "variant":
      return { origin: `variant_${source.field}`, text: "" };
    case "option":
      return { origin: "option", text: source.names.join(", ") };
    case "tag":
      return { origin: "tag", text: source.prefix };
    case "metafield":
      return { origin: "metafield", text: metafieldPlace(source.name) ?? source.name };
    case "fixed":
      return { origin: "fixed", text: source.value };
  }
}

function toSourceInput({ origin, text }: SourceDraft): unknown {
  switch (origin) {
    case "option":
      return { from: origin, names: wordsOf(text, ",") };
    case "tag":
      return { from: origin, prefix: text };
    case "metafield":
      return { from: origin, name: text };
    case "fixed":
      return { from: origin, value: text };
    case "product_title":
    case "product_handle":
    case "product_descriptionHtml":
    case "product_vendor":
    case "product_productType":
    case "product_category":
      return { from: "product", field: origin.slice("product_".length) };
    case "variant_title":
    case "variant_sku":
    case "variant_barcode":
      return { from: "variant", field: origin.slice("variant_".length) };
  }
}

function toGroupDraft({ conditions, match }: RuleGroup): GroupDraft {
  return { match, conditions: conditions.map(toConditionDraft) };
}

function toConditionDraft(condition: Condition): ConditionDraft {
  switch (condition.field) {
    case "price":
    case "stock": {
      const { field, from, to } = condition;
      return { ...NEW_CONDITION, field, from: String(from ?? ""), to: String(to ?? "") };
    }
    case "status": {
      const [status = NEW_CONDITION.status] = condition.values;
      return { ...NEW_CONDITION, field: condition.field, status };
    }
    case "collection":
    case "tag":
    case "vendor":
    case "type": {
      const { field, operator, values } = condition;
      return { ...NEW_CONDITION, field, operator, text: values.join("\n") };
    }
  }
}

function toGroupInput({ conditions, match }: GroupDraft): unknown {
  return { match, conditions: conditions.map(toConditionInput) };
}

function toConditionInput(condition: ConditionDraft): unknown {
  const { field, from, operator, status, text, to } = condition;
  switch (field) {
    case "price":
      return { field, from: from.trim() || null, to: to.trim() || null };
    case "stock":
      return { field, from: toCount(from), to: toCount(to) };
    case "status":
      return { field, values: [status] };
    case "collection":
    case "tag":
    case "vendor":
    case "type":
      return { field: field satisfies WordField, operator, values: wordsOf(text, "\n") };
  }
}

/** What is no whole number stays a text, which the door refuses. */
function toCount(text: string): number | string | null {
  const typed = text.trim();
  if (typed === "") return null;
  return /^-?\d+$/.test(typed) ? Number(typed) : typed;
}

function wordsOf(text: string, between: string): string[] {
  return text
    .split(between)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
