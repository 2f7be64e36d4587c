import { REQUIRED_COLUMNS, type AnyRow } from "./columns";
import { startIdSet } from "./id-set";
import { toIssue, type Issue } from "./issue";
import { LINT_CODES, lintRule, type LintCode } from "./lint-codes";
import { text, type Finding, type LintContext } from "./lint-rule";
import { shippingPrices, toPrice } from "./lint-forms";

/**
 * The check of one feed, row by row, ours or anybody's. It keeps the ids that it has seen, unless they are
 * known to differ, and nothing else that grows.
 */
export type Lint = {
  /** What is wrong with a row, in the order of the code table. The second row with an id is a duplicate. */
  row(row: AnyRow): readonly Issue[];
  /** Notes that a row with this id stands in a part of the feed that is checked elsewhere, before this one. */
  know(itemId: string): void;
  /** A row that could not be read, by its text. */
  unreadableRow(itemId: string | null, value: string): Issue;
  /** What is wrong with the whole, once all rows were seen. */
  end(): readonly Issue[];
};

/** Source: Pinterest's developer guide, manage with a feed. */
const ROWS_MAX = 20_000_000;

/** Columns that cost every item some reach when they are missing. */
const WISHED_COLUMNS = {
  OPTIONAL_CONDITION_MISSING: "condition",
  OPTIONAL_PRODUCT_CATEGORY_MISSING: "google_product_category",
} as const satisfies Partial<Record<LintCode, string>>;

const RULES_OF_ROWS = Object.keys(LINT_CODES)
  .filter((code): code is LintCode => Object.hasOwn(LINT_CODES, code))
  .flatMap((code) => {
    const rule = lintRule(code);
    if (rule.foundBy !== "row") return [];
    const { attribute, needs, reads = [attribute] } = rule;
    const columns = [...reads, needs].filter((column) => typeof column === "string");
    return [{ code, ...rule, reads: columns }];
  })
  .map((rule, place) => ({ ...rule, place }));

const NONE: readonly Finding[] = [];

/** Where a currency stands beside an amount; `shipping` has several. */
const PRICE_COLUMNS = ["price", "sale_price", "list_price", "min_ad_price"] as const;
const MONEY_COLUMNS: readonly string[] = [...PRICE_COLUMNS, "shipping"];

/** Every column that any rule looks at, and which rules look at it. */
const READ_COLUMNS = [
  ...new Set([...RULES_OF_ROWS.flatMap(({ reads }) => reads), ...MONEY_COLUMNS]),
].map((column, place) => ({
  column,
  place,
  isMoney: MONEY_COLUMNS.includes(column),
  rules: RULES_OF_ROWS.flatMap((rule) => (rule.reads.includes(column) ? [rule.place] : [])),
}));

/**
 * Begins a check. With the columns of a file, those that it does not have are not counted again in every
 * row; without, every row has all columns.
 *
 * @param rowsMax how many rows a feed may have; a test has fewer to write.
 * @param ids `distinct` where no two rows can have one id, so that none has to be kept.
 */
export function startLint(
  context: LintContext = {},
  columns?: readonly string[],
  ids: "any" | "distinct" = "any",
  rowsMax = ROWS_MAX,
): Lint {
  const known = columns && new Set(columns);
  const seen = startIdSet();
  // The variants of a product share most of their values, so most of a row was judged just before.
  const last: (string | undefined)[] = [];
  // What was found is found again, in the name of the next row.
  const isDue = RULES_OF_ROWS.map(() => true);
  let isCurrencyDue = true;
  let rows = 0;
  let { currency } = context;

  return { row: judgeRow, know: (itemId) => void seen.add(itemId), unreadableRow, end };

  function judgeRow(row: AnyRow): readonly Issue[] {
    rows += 1;
    const itemId = text(row, "id") || null;
    const issues: Issue[] = [];
    notice(row);
    for (const { code, severity, needs, judge, place } of RULES_OF_ROWS) {
      if (!isDue[place]) continue;
      const findings = needs !== undefined && !row[needs] ? NONE : judge(row, context);
      isDue[place] = findings.length > 0;
      for (const finding of findings) {
        if (known && !known.has(finding.attribute)) continue;
        issues.push(toIssue({ itemId, code, severity, ...finding }));
      }
    }
    if (itemId !== null && ids === "any" && !seen.add(itemId)) {
      issues.push(issueOf("DUPLICATE_PRODUCTS", itemId, "id", itemId));
    }
    if (isCurrencyDue) noteCurrency(itemId, row, issues);
    return issues;
  }

  /** A rule is due where a column that it looks at differs from the row before. */
  function notice(row: AnyRow): void {
    for (const { column, isMoney, place, rules } of READ_COLUMNS) {
      const value = row[column];
      if (value === last[place]) continue;
      last[place] = value;
      for (const rule of rules) isDue[rule] = true;
      isCurrencyDue ||= isMoney;
    }
  }

  /** Each row with another currency than the feed's counts once. */
  function noteCurrency(itemId: string | null, row: AnyRow, issues: Issue[]): void {
    isCurrencyDue = false;
    for (const [attribute, value] of pricesOf(row)) {
      const found = toPrice(value)?.currency;
      if (found === undefined) continue;
      currency ??= found;
      if (found === currency) continue;
      issues.push(issueOf("INCONSISTENT_CURRENCY_VALUES", itemId, attribute, value));
      isCurrencyDue = true;
      return;
    }
  }

  function unreadableRow(itemId: string | null, value: string): Issue {
    rows += 1;
    return issueOf("PARSE_LINE_ERROR", itemId, null, value);
  }

  function end(): readonly Issue[] {
    if (rows === 0) return [issueOf("FEED_TOO_SMALL", null, null, "")];
    return rows > rowsMax ? [issueOf("FEED_LENGTH_TOO_LONG", null, null, String(rows))] : [];
  }
}

/** What is wrong with the header of a file: each missing column once, each repeated one once. */
export function lintHeader(columns: readonly string[]): Issue[] {
  const has = new Set(columns);
  const missing = REQUIRED_COLUMNS.filter((column) => !has.has(column));
  const twice = columns.filter((column, index) => column !== "" && columns.indexOf(column) < index);
  return [
    ...missing.map((column) => issueOf("REQUIRED_COLUMNS_MISSING", null, column, "")),
    ...[...new Set(twice)].map((column) => issueOf("DUPLICATE_HEADERS", null, column, "")),
    ...(has.has(WISHED_COLUMNS.OPTIONAL_CONDITION_MISSING)
      ? []
      : [issueOf("OPTIONAL_CONDITION_MISSING", null, "condition", "")]),
    ...(has.has(WISHED_COLUMNS.OPTIONAL_PRODUCT_CATEGORY_MISSING)
      ? []
      : [issueOf("OPTIONAL_PRODUCT_CATEGORY_MISSING", null, "google_product_category", "")]),
  ];
}

/** An issue with the severity that its code has in the table. */
export function issueOf(
  code: LintCode,
  itemId: string | null,
  attribute: string | null,
  value: string,
): Issue {
  return toIssue({ itemId, code, severity: lintRule(code).severity, attribute, value });
}

function* pricesOf(row: AnyRow): Generator<[attribute: string, value: string]> {
  for (const column of PRICE_COLUMNS) yield [column, text(row, column)];
  const shipping = text(row, "shipping");
  if (shipping === "") return;
  for (const price of shippingPrices(shipping)) yield ["shipping", price];
}
