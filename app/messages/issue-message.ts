import { toIngestionIssue } from "./ingestion-issue";
import type { Words } from "./words";

/** What is wrong with an item or a feed, by Pinterest's code, and what to do. */
export function issueMessage(words: Words, code: string): string {
  return words.findMessage(`issue_${code.toLowerCase()}`) ?? words.message(toIngestionIssue(code));
}
