import { listedLinks, WORDS, type AnyRow } from "./columns";
import { toPrice } from "./lint-forms";
import { isLongerThan } from "./plain-text";

/** An `error` keeps an item, or the file, out of Pinterest; a `warning` costs an attribute or some reach. */
export type Severity = "error" | "warning";

/** What is known beside the file. What is not known is not judged. */
export type LintContext = {
  /** The feed's country of sale. */
  country?: string;
  /** The feed's currency. Without it, the first price of the file tells. */
  currency?: string;
  /** The domains that the Pinterest account has claimed. */
  claimedDomains?: readonly string[];
};

/** The column to blame, and what stands there. */
export type Finding = { attribute: string; value: string };

/** What is wrong with a row, by one rule. */
export type Judge = (row: AnyRow, context: LintContext) => readonly Finding[];

/** What is said of a code, and who finds it. */
export type LintRule = {
  severity: Severity;
  /** The column that the code is about; `null` where it is about the file. */
  attribute: string | null;
  /** What is right. Pinterest publishes its codes, and of most rules only the gist. */
  rule: string;
} & (
  | {
      foundBy: "row";
      /** Where this column is empty, there is nothing to judge; most columns of most rows are. */
      needs?: string;
      /** The columns that the judge looks at, where they are more than `attribute`. */
      reads?: readonly string[];
      judge: Judge;
    }
  /** Only seen over several rows, or in the form of the file: `lint.ts`, `lint-file.ts`. */
  | { foundBy: "file" }
  /** Only by fetching, by looking at the account, or by Pinterest's people. */
  | { foundBy: "pinterest" }
);

/** Nothing is wrong. */
export const NONE: readonly Finding[] = [];

/** The value of a column without the white space around it; `""` for none. */
export function text(row: AnyRow, column: string): string {
  return row[column]?.trim() ?? "";
}

/** A value that is there has a certain form. */
export function form<S extends Severity>(
  severity: S,
  attribute: string,
  rule: string,
  fits: (value: string) => boolean,
) {
  const judge: Judge = (row) => {
    const value = text(row, attribute);
    return found(attribute, row, value !== "" && !fits(value));
  };
  return { severity, attribute, rule, foundBy: "row" as const, needs: attribute, judge };
}

/** The column is filled. */
export function filled<S extends Severity>(severity: S, attribute: string) {
  const judge: Judge = (row) => found(attribute, row, text(row, attribute) === "");
  return { severity, attribute, rule: "not empty", foundBy: "row" as const, judge };
}

/** The value has at most so many characters. */
export function longest<S extends Severity>(severity: S, attribute: string, max: number) {
  const judge: Judge = (row) => tooLong(attribute, row, max);
  const needs = attribute;
  return {
    severity,
    attribute,
    rule: `at most ${max} characters`,
    foundBy: "row" as const,
    needs,
    judge,
  };
}

/** The value is one of Pinterest's words, in either case. */
export function word(attribute: Exclude<keyof typeof WORDS, "availability">) {
  const words: readonly string[] = WORDS[attribute];
  return form("warning", attribute, `one of ${words.join(", ")}`, (value) => isOneOf(words, value));
}

/** The value differs from another column's. */
export function other<S extends Severity>(severity: S, attribute: string, column: string) {
  const judge: Judge = (row) => {
    const value = text(row, attribute);
    return found(attribute, row, value !== "" && value === text(row, column));
  };
  return {
    severity,
    attribute,
    rule: `not the ${column}`,
    foundBy: "row" as const,
    needs: attribute,
    reads: [attribute, column],
    judge,
  };
}

/** Sale price and price, where both are prices in one currency. */
export function sale(rule: string, isWrong: (price: number, salePrice: number) => boolean) {
  const judge: Judge = (row) => {
    const salePrice = toPrice(text(row, "sale_price"));
    const price = salePrice && toPrice(text(row, "price"));
    if (!salePrice || !price || price.currency !== salePrice.currency) return NONE;
    return found("sale_price", row, isWrong(price.amount, salePrice.amount));
  };
  return {
    severity: "warning" as const,
    attribute: "sale_price",
    rule,
    foundBy: "row" as const,
    needs: "sale_price",
    reads: ["sale_price", "price"],
    judge,
  };
}

/** Seen over several rows, or in the form of the file. */
export function byFile<S extends Severity>(severity: S, attribute: string | null, rule: string) {
  return { severity, attribute, rule, foundBy: "file" as const };
}

/** Seen by Pinterest alone. */
export function byPinterest<S extends Severity>(
  severity: S,
  attribute: string | null,
  rule: string,
) {
  return { severity, attribute, rule, foundBy: "pinterest" as const };
}

/** The finding of one column, where there is one. */
export function found(attribute: string, row: AnyRow, isWrong: boolean): readonly Finding[] {
  return isWrong ? [{ attribute, value: text(row, attribute) }] : NONE;
}

/** The same for a value of too many characters. */
export function tooLong(attribute: string, row: AnyRow, max: number): readonly Finding[] {
  return found(attribute, row, isLongerThan(text(row, attribute), max));
}

/** One finding for all additional images, with the first that is wrong. */
export function firstLink(row: AnyRow, isWrong: (link: string) => boolean): readonly Finding[] {
  const value = listedLinks(text(row, "additional_image_link")).find(isWrong);
  return value === undefined ? NONE : [{ attribute: "additional_image_link", value }];
}

/** Whether a value is one of the words, in either case. */
export function isOneOf(words: readonly string[], value: string): boolean {
  return words.some((known) => known.toLowerCase() === value.toLowerCase());
}

/** Whether a host is one of the domains, or below one. */
export function isBelow(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => {
    const claimed = domain.toLowerCase().replace(/^www\./, "");
    return host === claimed || host.endsWith(`.${claimed}`);
  });
}

/** Enough to tell whether anything is left; nothing is rendered from it. */
export function isBlankHtml(html: string): boolean {
  if (!/^[<&]/.test(html)) return html === "";
  return html.replace(/<[^>]*>|&nbsp;|&#160;|&#xa0;/gi, "").trim() === "";
}

/** Whether a row names three different amounts. */
export function hasThreePrices(row: AnyRow): boolean {
  const prices = ["price", "list_price", "sale_price"].map((column) => toPrice(text(row, column)));
  const amounts = prices.flatMap((price) => (price === null ? [] : [price.amount]));
  return new Set(amounts).size === 3;
}
