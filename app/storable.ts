/**
 * The text as PostgreSQL can hold it: without the NUL character, and with halves of characters, as they
 * are left where a text was cut, replaced.
 */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
