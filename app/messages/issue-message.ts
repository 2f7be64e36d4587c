import { catalogIssues } from "./en/catalog-issues";
import { INGESTION_ISSUES, ingestionIssues } from "./en/ingestion-issues";

const SENTENCES: ReadonlyMap<string, string> = new Map(Object.entries(catalogIssues));

/** What is wrong with an item or a feed, by Pinterest's code, and what to do. */
export function issueMessage(code: string): string {
  const known = SENTENCES.get(`issue_${code.toLowerCase()}`);
  if (known !== undefined) return known;
  const [, sentence] = INGESTION_ISSUES.find(([form]) => form.test(code)) ?? [];
  return ingestionIssues[sentence ?? "ingestion_other"];
}
