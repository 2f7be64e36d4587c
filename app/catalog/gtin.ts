/** Source: GS1 General Specifications: GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN), GTIN-14. */
const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/**
 * Whether a text is a Global Trade Item Number: 8, 12, 13 or 14 digits of which the last is the check
 * digit of the others.
 *
 * Source: GS1 General Specifications, 7.9: from the right, weights 3 and 1 in turn, up to the next ten.
 */
export function isGtin(text: string): boolean {
  if (!/^\d+$/.test(text) || !LENGTHS.has(text.length)) return false;
  const [check = 0, ...digits] = [...text].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === check;
}

/** A barcode as the merchant typed it, without the spaces and hyphens that are printed below bars. */
export function toGtin(barcode: string): string {
  return barcode.replace(/[\s-]/g, "");
}
