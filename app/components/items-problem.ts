import type { CatalogSettingsProblem } from "~/catalog/catalog-settings";
import { isLintCode } from "~/catalog/lint-codes";
import { issueMessage } from "~/messages/issue-message";
import type { Words } from "~/messages/words";

/** Why a value cannot be saved, and what to do. */
export function explainProblem(words: Words, problem: CatalogSettingsProblem): string {
  return isLintCode(problem)
    ? issueMessage(words, problem)
    : words.message(`items_problem_${problem}`);
}
