import { COLLECTED_TEXT_LENGTH_MAX } from "~/conversions/collect-message";

// What Shopify hands over is read as what it is: something unknown. Whatever does not fit counts as
// missing, because a pixel that stops at the first surprise reports nothing.

/** What stands at the end of a path such as `data.checkout.token`. */
export function at(from: unknown, path: string): unknown {
  let value = from;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    const found: unknown = Reflect.get(value, key);
    value = found;
  }
  return value;
}

/** Text that is not empty, trimmed and cut. */
export function textAt(from: unknown, path: string): string | undefined {
  const value = at(from, path);
  if (typeof value !== "string") return undefined;
  return value.trim().slice(0, COLLECTED_TEXT_LENGTH_MAX) || undefined;
}

export function listAt(from: unknown, path: string): readonly unknown[] {
  const value = at(from, path);
  return Array.isArray(value) ? value : [];
}

/** The number that an id ends in: `41327143321713`, also from `gid://shopify/ProductVariant/41327143321713`. */
export function digitsAt(from: unknown, path: string): string | undefined {
  return /\d+$/.exec(textAt(from, path) ?? "")?.[0];
}

/** Two or three capitals: a country, a currency. */
export function codeAt(from: unknown, path: string): string | undefined {
  const code = textAt(from, path)?.toUpperCase() ?? "";
  return /^[A-Z]{2,3}$/.test(code) ? code : undefined;
}
