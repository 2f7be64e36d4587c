// Amounts arrive as binary numbers. They are counted in the currency's smallest unit, where every sum is
// exact, and leave as the decimal text that the server writes of the same order.

/**
 * Currencies that have not two digits after the point, by their digits. Written without gaps, which no
 * other currency's code happens to span.
 *
 * Source: ISO 4217, list one, `CcyMnrUnts`.
 */
const OTHER_DIGITS = [
  "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF",
  "",
  "",
  "BHDIQDJODKWDLYDOMRTND",
  "CLFUYW",
];

/** The digits after the point. */
export function digitsOf(currency: string): number {
  const digits = OTHER_DIGITS.findIndex((currencies) => currencies.includes(currency));
  return digits < 0 ? 2 : digits;
}

/**
 * How many of the currency's smallest units an amount has, half a unit rounded up. `NaN` for what is no
 * amount; less than nothing is none.
 */
export function toUnits(amount: unknown, currency: string): number {
  if (typeof amount !== "number" || !currency) return NaN;
  // Shifting the point in the text is exact, where multiplying is not: 1.005 * 100 is 100.49….
  const units = Math.round(Number(`${amount}e${digitsOf(currency)}`));
  return units >= 0 && units < 1e15 ? units : NaN;
}

/** The amount as decimal text with the currency's digits; empty for `NaN`. */
export function toText(units: number, currency: string): string {
  const digits = digitsOf(currency);
  return units >= 0 ? (units / Number(`1e${digits}`)).toFixed(digits) : "";
}
