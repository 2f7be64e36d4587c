import { z } from "zod";

import { AMOUNT, isHigher } from "~/money";

import { startLint } from "./lint";
import { isLintCode, type LintCode } from "./lint-codes";
import {
  DEFAULT_MAPPING,
  MAPPED_COLUMNS,
  PRODUCT_FIELDS,
  VARIANT_FIELDS,
  type MappedColumn,
  type Mapping,
  type Source,
} from "./mapping";
import { askedMetafield, METAFIELD_NAME, metafieldAlias, type AskedMetafield } from "./metafields";
import { NO_CONDITIONS, SALE_STATUSES, WORD_FIELDS, WORD_OPERATORS } from "./rules";

/** More than any shop has use for, and few enough for one page and one question. */
export const LIMITS = {
  sources: 10,
  conditions: 50,
  values: 100,
  /** Characters of one value. */
  length: 255,
  /** Characters of a fixed value. */
  fixedLength: 1_000,
  /** Different ones, beside those that the app knows. Each makes the question for products dearer. */
  metafields: 20,
} as const;

/** Why a value cannot be saved, beside Pinterest's own codes for a fixed value. */
export const CATALOG_SETTINGS_PROBLEMS = [
  "value_missing",
  "value_too_long",
  "value_invalid",
  "too_many",
  "too_many_metafields",
  "metafield_invalid",
  "amount_invalid",
  "count_invalid",
  "range_open",
  "range_reversed",
] as const;
export type CatalogSettingsProblem = (typeof CATALOG_SETTINGS_PROBLEMS)[number] | LintCode;

/** What is wrong, by the path of the value, e.g. `columns.brand.0.value`. */
export type CatalogSettingsProblems = Readonly<Record<string, CatalogSettingsProblem>>;

const problem = (code: CatalogSettingsProblem): string => code;

/** A word of the merchant's. Controls would part lines and columns. */
const word = (max: number) =>
  z
    .string(problem("value_missing"))
    .trim()
    .min(1, problem("value_missing"))
    .max(max, problem("value_too_long"))
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), problem("value_invalid"));

const words = z
  .array(word(LIMITS.length))
  .min(1, problem("value_missing"))
  .max(LIMITS.values, problem("too_many"))
  .readonly();

const sourceSchema = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("product"), field: z.enum(PRODUCT_FIELDS) }),
  z.strictObject({ from: z.literal("variant"), field: z.enum(VARIANT_FIELDS) }),
  z.strictObject({ from: z.literal("option"), names: words }),
  z.strictObject({ from: z.literal("tag"), prefix: word(LIMITS.length) }),
  z.strictObject({
    from: z.literal("metafield"),
    name: z.string().trim().regex(METAFIELD_NAME, problem("metafield_invalid")),
  }),
  z.strictObject({ from: z.literal("fixed"), value: word(LIMITS.fixedLength) }),
]);

const amount = z
  .string(problem("amount_invalid"))
  .trim()
  .max(20, problem("amount_invalid"))
  .regex(AMOUNT, problem("amount_invalid"))
  .nullable();

const pieces = z.int(problem("count_invalid")).min(-1_000_000).max(1_000_000_000).nullable();

const conditionSchema = z.discriminatedUnion("field", [
  z.strictObject({
    field: z.literal([...WORD_FIELDS]),
    operator: z.enum(WORD_OPERATORS),
    values: words,
  }),
  z
    .strictObject({ field: z.literal("price"), from: amount, to: amount })
    .refine(({ from, to }) => from !== null || to !== null, wrongRange("range_open"))
    .refine(
      ({ from, to }) => from === null || to === null || !isHigher(from, to),
      wrongRange("range_reversed"),
    ),
  z
    .strictObject({ field: z.literal("stock"), from: pieces, to: pieces })
    .refine(({ from, to }) => from !== null || to !== null, wrongRange("range_open"))
    .refine(
      ({ from, to }) => from === null || to === null || from <= to,
      wrongRange("range_reversed"),
    ),
  z.strictObject({
    field: z.literal("status"),
    values: z
      .array(z.enum(SALE_STATUSES))
      .min(1, problem("value_missing"))
      .max(SALE_STATUSES.length, problem("too_many"))
      .readonly(),
  }),
]);

const groupSchema = z.strictObject({
  match: z.enum(["any", "all"]),
  conditions: z.array(conditionSchema).max(LIMITS.conditions, problem("too_many")).readonly(),
});

/**
 * What a merchant chose for the items of the catalog. A column that is absent comes from where it comes
 * by default; one with an empty list stays empty. Unknown keys are refused.
 *
 * The one schema of both doors: the page that saves it, and the settings file of a command.
 */
export const catalogSettingsSchema = z
  .strictObject({
    columns: z
      .partialRecord(
        z.enum(MAPPED_COLUMNS),
        z.array(sourceSchema).max(LIMITS.sources, problem("too_many")).readonly(),
      )
      .default({}),
    include: groupSchema.default(NO_CONDITIONS),
    exclude: groupSchema.default(NO_CONDITIONS),
    /** An orderable item that meets these is told as a pre-order. */
    preorder: groupSchema.default(NO_CONDITIONS),
  })
  .superRefine(({ columns }, context) => {
    for (const column of MAPPED_COLUMNS) {
      for (const [index, source] of (columns[column] ?? []).entries()) {
        const code = source.from === "fixed" ? fixedProblem(column, source.value) : null;
        if (code === null) continue;
        context.addIssue({
          code: "custom",
          path: ["columns", column, index, "value"],
          message: code,
        });
      }
    }
    if (strangeMetafields(columns) > LIMITS.metafields) {
      context.addIssue({
        code: "custom",
        path: ["columns"],
        message: problem("too_many_metafields"),
      });
    }
  });

export type CatalogSettings = Readonly<z.infer<typeof catalogSettingsSchema>>;

/** What holds until a merchant says otherwise: every product, with the columns of the default mapping. */
export const DEFAULT_CATALOG_SETTINGS: CatalogSettings = {
  columns: {},
  include: NO_CONDITIONS,
  exclude: NO_CONDITIONS,
  preorder: NO_CONDITIONS,
};

/** Settings at the door. */
export type CheckedCatalogSettings =
  | { kind: "parsed"; value: CatalogSettings }
  /** The merchant: nothing is saved. */
  | { kind: "refused"; problems: CatalogSettingsProblems };

/** Checks settings. Of several problems of one value, the first counts. */
export function checkCatalogSettings(input: unknown): CheckedCatalogSettings {
  const result = catalogSettingsSchema.safeParse(input);
  if (result.success) return { kind: "parsed", value: result.data };
  const problems: Record<string, CatalogSettingsProblem> = {};
  for (const { code, message, path, ...issue } of result.error.issues) {
    const keys = code === "unrecognized_keys" && "keys" in issue ? issue.keys : [undefined];
    for (const key of keys) {
      const place = [...path.map(String), ...(key === undefined ? [] : [key])].join(".");
      problems[place || "(body)"] ??= toProblem(message);
    }
  }
  return { kind: "refused", problems };
}

/** From the settings to the sources of every column, by the names under which the answer has them. */
export function toMapping({ columns }: CatalogSettings): Mapping {
  const chosen = Object.entries(columns).map(([column, sources]) => [
    column,
    (sources ?? []).map(toRead),
  ]);
  return { ...DEFAULT_MAPPING, ...Object.fromEntries(chosen) };
}

/** The metafields that the columns come from: those alone are asked for. */
export function metafieldsOf(settings: CatalogSettings): AskedMetafield[] {
  const names = Object.values(toMapping(settings)).flatMap((sources) => sources.flatMap(nameOf));
  const columns = Object.values(settings.columns).flatMap((sources) =>
    (sources ?? []).flatMap(nameOf),
  );
  const asked = [...columns, ...names].flatMap((name) => askedMetafield(name) ?? []);
  return [...new Map(asked.map((one) => [one.alias, one])).values()].toSorted((one, other) =>
    one.alias < other.alias ? -1 : 1,
  );
}

function nameOf(source: Source): string[] {
  return source.from === "metafield" ? [source.name] : [];
}

function toRead(source: Source): Source {
  switch (source.from) {
    case "option":
      return { from: "option", names: source.names.map((name) => name.trim().toLowerCase()) };
    case "metafield":
      return { from: "metafield", name: metafieldAlias(source.name) };
    case "product":
    case "variant":
    case "tag":
    case "fixed":
      return source;
  }
}

/** What Pinterest would say of a value in every item; `null` where it says nothing, or only advises. */
function fixedProblem(column: MappedColumn, value: string): LintCode | null {
  const found = startLint({}, [column]).row({ [column]: value });
  const bad = found.find(({ attribute, code }) => attribute === column && isRefused(code));
  return bad?.code ?? null;
}

/** Advice, such as that a category could be narrower, is the merchant's to take. */
function isRefused(code: LintCode): boolean {
  return /_(INVALID|TOO_LONG)$/.test(code);
}

function strangeMetafields(columns: CatalogSettings["columns"]): number {
  const names = Object.values(columns).flatMap((sources) => (sources ?? []).flatMap(nameOf));
  return new Set(names.filter((name) => metafieldAlias(name).startsWith("mf_"))).size;
}

function wrongRange(code: CatalogSettingsProblem) {
  return { error: problem(code), path: ["from"] };
}

const KNOWN_PROBLEMS: readonly string[] = CATALOG_SETTINGS_PROBLEMS;

function isProblem(text: string): text is CatalogSettingsProblem {
  return KNOWN_PROBLEMS.includes(text) || isLintCode(text);
}

function toProblem(message: string): CatalogSettingsProblem {
  return isProblem(message) ? message : "value_invalid";
}
