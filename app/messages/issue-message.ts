import type { LintCode } from "~/catalog/lint-codes";

import { catalogIssues } from "./en/catalog-issues";

const SENTENCES: ReadonlyMap<string, string> = new Map(Object.entries(catalogIssues));

/** What is wrong with an item or a feed, by Pinterest's code, and what to do. */
export function issueMessage(code: LintCode): string {
  return SENTENCES.get(`issue_${code.toLowerCase()}`) ?? code;
}
