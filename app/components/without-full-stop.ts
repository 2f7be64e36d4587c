/**
 * Pinterest's words as the end of a sentence of ours, which has a full stop of its own. Several of its
 * sentences come in a row, each with a full stop and a semicolon after it.
 */
export function withoutFullStop(words: string): string {
  return words.trim().replace(/\.;/g, ".").replace(/\.$/, "");
}
