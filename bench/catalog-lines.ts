import { collectionLine, imageLine, productLine, variantLine } from "#test/support/bulk";
import { dice } from "#test/support/dice";

const WORDS =
  "soft warm woven linen cotton washed hand made loose fit summer winter light deep pocket button collar sleeve hem seam organic recycled dyed natural everyday favourite cut sewn small batch studio".split(
    " ",
  );
const COLORS = ["Ecru", "Navy", "Rust", "Olive", "Black", "Blush", "Sand", "Teal"];
const SIZES = ["XS", "S", "M", "L", "XL"];

/** The lines of a catalog with at least so many variants, as a bulk operation writes them. */
export function* catalogLines(variants: number, seed: number): Generator<string> {
  const roll = dice(seed);
  const pick = (words: readonly string[]) => words[Math.floor(roll() * words.length)] ?? "";
  const text = (length: number) => Array.from({ length }, () => pick(WORDS)).join(" ");
  const html = () =>
    `<p>${text(40)}.</p>\n<p><strong>${text(3)}</strong> ${text(60)} &amp; ${text(5)}.</p>\n` +
    `<ul>\n${[1, 2, 3, 4].map(() => `<li>${text(6)}</li>`).join("\n")}\n</ul>`;

  let made = 0;
  for (let product = 1; made < variants; product += 1) {
    const colors = COLORS.slice(0, 1 + Math.floor(roll() * 4));
    const title = `${pick(WORDS)} ${pick(WORDS)} shirt`;
    yield JSON.stringify(productLine(product, { title, descriptionHtml: html() }));
    for (let image = 1; image <= 4; image += 1) {
      yield JSON.stringify(imageLine(product * 100 + image, product));
    }
    yield JSON.stringify(collectionLine(1 + (product % 30), product, `Collection ${product % 30}`));
    for (const color of colors) {
      for (const size of SIZES) {
        made += 1;
        const selectedOptions = [
          { name: "Color", value: color, optionValue: null },
          { name: "Size", value: size, optionValue: null },
        ];
        const price = `${10 + Math.floor(roll() * 90)}.00`;
        const changes = { title: `${color} / ${size}`, selectedOptions, price };
        yield JSON.stringify(variantLine(1_000_000_000 + made, product, changes));
      }
    }
  }
}
