import type { Issue } from "./issue";
import { isLintCode, type LintCode } from "./lint-codes";

/** An issue, and the product that it leads to. */
export type ItemIssue = Issue & { productId: string | null };

/** How often each code was found. */
export type IssueCounts = Readonly<Partial<Record<LintCode, number>>>;

/** So many issues of one code are kept with their items; the others are counted. */
const ERRORS_KEPT_MAX = 500;
const WARNINGS_KEPT_MAX = 50;

/** Counts all issues, and keeps the first of each code. */
export type IssueBook = {
  note(issue: ItemIssue): void;
  /** Takes over what a book of the rows that follow has. */
  add(counts: IssueCounts, kept: readonly ItemIssue[]): void;
  counts(): IssueCounts;
  /** The errors, then the warnings. */
  kept(): ItemIssue[];
};

export function startIssueBook(): IssueBook {
  const counts = new Map<LintCode, number>();
  const errors: ItemIssue[] = [];
  const warnings: ItemIssue[] = [];

  return {
    note(issue) {
      const count = countOf(issue.code) + 1;
      counts.set(issue.code, count);
      keep(issue, count);
    },
    add(added, kept) {
      const reached = new Map<LintCode, number>();
      for (const issue of kept) {
        const count = (reached.get(issue.code) ?? countOf(issue.code)) + 1;
        reached.set(issue.code, count);
        keep(issue, count);
      }
      for (const code of codesOf(added)) counts.set(code, countOf(code) + (added[code] ?? 0));
    },
    counts: () => Object.fromEntries(counts),
    kept: () => [...errors, ...warnings],
  };

  function countOf(code: LintCode): number {
    return counts.get(code) ?? 0;
  }

  function keep(issue: ItemIssue, count: number): void {
    const isError = issue.severity === "error";
    if (count <= (isError ? ERRORS_KEPT_MAX : WARNINGS_KEPT_MAX)) {
      (isError ? errors : warnings).push(issue);
    }
  }
}

function codesOf(counts: IssueCounts): LintCode[] {
  return Object.keys(counts).filter(isLintCode);
}
