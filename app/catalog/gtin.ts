/** Source: GS1 General Specifications: GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN), GTIN-14. */
const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/**
 * Whether a text is a Global Trade Item Number: 8, 12, 13 or 14 digits of which the last is the check
 * digit of the others.
 *
 * Source: GS1 General Specifications, 7.9: from the right, the check digit with it, weights 1 and 3 in turn
 * make a multiple of ten.
 */
export function isGtin(text: string): boolean {
  if (!/^\d+$/.test(text) || !LENGTHS.has(text.length)) return false;
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) {
    sum += Number(text.at(-1 - place)) * (place % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0;
}

/** A barcode as the merchant typed it, without the spaces and hyphens that are printed below bars. */
export function toGtin(barcode: string): string {
  return barcode.replace(/[\s-]/g, "");
}
