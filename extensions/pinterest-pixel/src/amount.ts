// Amounts arrive as binary numbers. They are counted in the currency's smallest unit, where every sum is
// exact, and leave as the decimal text that the server writes of the same order.

/**
 * Currencies that have not two digits after the point.
 *
 * Source: ISO 4217, list one, `CcyMnrUnts`.
 */
const DIGITS: readonly [digits: number, currencies: string][] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

/** The digits after the point. */
export function digitsOf(currency: string): number {
  const row = DIGITS.find(([, currencies]) => currencies.indexOf(currency) !== -1);
  return row ? row[0] : 2;
}

/**
 * How many of the currency's smallest units an amount has, half a unit rounded up. `undefined` for what
 * is no amount, a negative one included.
 */
export function toUnits(amount: unknown, currency: string): number | undefined {
  if (typeof amount !== "number" && typeof amount !== "string") return undefined;
  // Shifting the point in the text is exact, where multiplying is not: 1.005 * 100 is 100.49….
  const units = Math.round(Number(`${amount}e${digitsOf(currency)}`));
  return units >= 0 && units <= Number.MAX_SAFE_INTEGER && `${amount}` !== "" ? units : undefined;
}

/** The amount as decimal text with the currency's digits. */
export function toText(units: number, currency: string): string {
  const digits = digitsOf(currency);
  return (units / 10 ** digits).toFixed(digits);
}
