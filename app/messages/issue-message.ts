import { toIngestionIssue } from "./ingestion-issue";
import type { Words } from "./words";

/** What is wrong with an item or a feed, by Pinterest's code, and what to do. */
export function issueMessage(words: Words, code: string): string {
  return findIssueMessage(words, code) ?? words.message(toIngestionIssue(code));
}

/** The same where the code is one of validation; `null` where it is another. */
export function findIssueMessage(words: Words, code: string): string | null {
  return words.findMessage(`issue_${code.toLowerCase()}`);
}
