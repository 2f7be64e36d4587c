/**
 * An email address as it is hashed: lower case, with text on both sides of its one `@` and no white
 * space inside. `undefined` for what is no address. The pixel and the server share this.
 *
 * @param text composed (NFC) and trimmed.
 *
 * Source: Pinterest API v5.23, `ConversionEventsUserDataProperties.em`.
 */
export function emailForm(text: string): string | undefined {
  return /^[^@\s]+@[^@\s]+$/.test(text) ? text.toLowerCase() : undefined;
}
