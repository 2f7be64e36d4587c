import type { LintCode } from "./lint-codes";
import type { Severity } from "./lint-rule";
import { cutTo } from "./plain-text";

export type { Severity };

/**
 * One thing that is wrong with an item or a file. An `error` keeps the item out of Pinterest; a `warning`
 * costs it an attribute or some reach.
 */
export type Issue = {
  /** `null` where the row has no id, and for what is wrong with the file as a whole. */
  itemId: string | null;
  code: LintCode;
  severity: Severity;
  /** The column; `null` where no column is to blame. */
  attribute: string | null;
  /** What stands there, at most 200 characters; `""` where nothing does. */
  value: string;
};

const VALUE_LENGTH_MAX = 200;

/** An issue with its value cut to what a page can show. */
export function toIssue(issue: Issue): Issue {
  return { ...issue, value: cutTo(issue.value, VALUE_LENGTH_MAX) };
}
