import { REQUIRED_COLUMNS, type AnyRow } from "./columns";
import { toIssue, type Issue } from "./issue";
import { LINT_CODES, lintRule, text, type LintCode, type LintContext } from "./lint-codes";
import { shippingPrices, toPrice } from "./lint-forms";

/**
 * The check of one feed, row by row, ours or anybody's. It keeps the ids that it has seen, unless they are
 * known to differ, and nothing else that grows.
 */
export type Lint = {
  /** What is wrong with a row, in the order of the code table. The second row with an id is a duplicate. */
  row(row: AnyRow): readonly Issue[];
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
    return [{ code, ...rule, reads: rule.reads ?? (rule.attribute ? [rule.attribute] : []) }];
  });

/** Every column that any rule looks at. */
const READ_COLUMNS = [...new Set(RULES_OF_ROWS.flatMap(({ reads }) => reads))];

/** The rules of a row, with the places of the columns that each looks at. */
const ROW_RULES = RULES_OF_ROWS.map(({ code, severity, needs, judge, reads }, place) => {
  const columns = reads.map((column) => READ_COLUMNS.indexOf(column));
  return { code, severity, needs, judge, place, columns };
});

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
  const seen = new Set<string>();
  // The variants of a product share most of their values, so most of a row was judged just before.
  const last: (string | undefined)[] = [];
  const isNew: boolean[] = [];
  const wasFound = ROW_RULES.map(() => true);
  let rows = 0;
  let { currency } = context;

  return { row: judgeRow, unreadableRow, end };

  function judgeRow(row: AnyRow): readonly Issue[] {
    rows += 1;
    const itemId = text(row, "id") || null;
    const issues: Issue[] = [];
    notice(row);
    for (const rule of ROW_RULES) {
      const { code, severity, needs, judge, place, columns } = rule;
      if (!wasFound[place] && !columns.some((column) => isNew[column])) continue;
      if (needs !== undefined && !row[needs]) continue;
      const findings = judge(row, context);
      wasFound[place] = findings.length > 0;
      for (const finding of findings) {
        if (known && !known.has(finding.attribute)) continue;
        issues.push(toIssue({ itemId, code, severity, ...finding }));
      }
    }
    if (itemId !== null && seen.has(itemId)) {
      issues.push(issueOf("DUPLICATE_PRODUCTS", itemId, "id", itemId));
    } else if (itemId !== null && ids === "any") {
      seen.add(itemId);
    }
    return issues.concat(strangeCurrency(itemId, row));
  }

  /** Which columns differ from the row before. */
  function notice(row: AnyRow): void {
    let place = 0;
    for (const column of READ_COLUMNS) {
      const value = row[column];
      isNew[place] = value !== last[place];
      last[place] = value;
      place += 1;
    }
  }

  /** Each row with another currency than the feed's counts once. */
  function strangeCurrency(itemId: string | null, row: AnyRow): Issue[] {
    for (const [attribute, value] of pricesOf(row)) {
      const found = toPrice(value)?.currency;
      if (found === undefined) continue;
      currency ??= found;
      if (found !== currency) {
        return [issueOf("INCONSISTENT_CURRENCY_VALUES", itemId, attribute, value)];
      }
    }
    return [];
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

const PRICE_COLUMNS = ["price", "sale_price", "list_price", "min_ad_price"] as const;

function* pricesOf(row: AnyRow): Generator<[attribute: string, value: string]> {
  for (const column of PRICE_COLUMNS) yield [column, text(row, column)];
  const shipping = text(row, "shipping");
  if (shipping === "") return;
  for (const price of shippingPrices(shipping)) yield ["shipping", price];
}
