import type { CatalogSettingsProblem } from "~/catalog/catalog-settings";
import { isLintCode } from "~/catalog/lint-codes";
import { issueMessage } from "~/messages/issue-message";
import { message } from "~/messages/message";

/** Why a value cannot be saved, and what to do. */
export function explainProblem(problem: CatalogSettingsProblem): string {
  return isLintCode(problem) ? issueMessage(problem) : message(`items_problem_${problem}`);
}
