/**
 * A name as it is looked up in a list: without case, accents and punctuation, so that `Québec`,
 * `quebec` and `QUEBEC ` are one. Never sent anywhere.
 */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, " ")
    .trim();
}
