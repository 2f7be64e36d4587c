import type { CatalogSettingsProblem } from "~/catalog/catalog-settings";
import { issueMessage } from "~/messages/issue-message";
import type { Words } from "~/messages/words";

/** Why a value cannot be saved, and what to do. */
export function explainProblem(words: Words, problem: CatalogSettingsProblem): string {
  // Ours have sentences of their own; every other is one of Pinterest's codes.
  return words.findMessage(`items_problem_${problem}`) ?? issueMessage(words, problem);
}
