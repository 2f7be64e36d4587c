import { COLLECTED_TEXT_LENGTH_MAX } from "~/conversions/collect-message";

// What Shopify hands over is read as what it is: something unknown. What does not fit counts as missing,
// because a pixel that stops at the first surprise reports nothing. Missing text is empty, which
// `toJson` leaves out in the end.

/** What stands at the end of a path such as `data.checkout.token`. */
export function at(from: unknown, path: string): unknown {
  let value = from;
  for (const key of path.split(".")) {
    value = typeof value === "object" && value ? Reflect.get(value, key) : undefined;
  }
  return value;
}

/** Text, trimmed and cut. */
export function textAt(from: unknown, path: string): string {
  const value = at(from, path);
  return typeof value === "string" ? value.trim().slice(0, COLLECTED_TEXT_LENGTH_MAX) : "";
}

/** What of the text fits the pattern. */
export function matchAt(from: unknown, path: string, pattern: RegExp): string {
  const match = pattern.exec(textAt(from, path));
  return match ? match[0] : "";
}

/** The number that an id ends in: `111`, also from `gid://shopify/Product/111`. */
export function digitsAt(from: unknown, path: string): string {
  return matchAt(from, path, /\d+$/);
}

/** A country or a currency as ISO writes it. */
export function codeAt(from: unknown, path: string): string {
  return matchAt(from, path, /^[A-Z]{2,3}$/i).toUpperCase();
}

/** The address of the page, as it stands in the address bar, of an event or of where the pixel began. */
export function hrefOf(source: unknown): string {
  return `${at(source, "context.document.location.href")}`;
}
