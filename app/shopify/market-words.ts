import { z } from "zod";

import type { OptionTranslation, Product, Translation } from "~/catalog/product";

/** Source: Shopify Admin API 2026-10, Translation. */
const wordsSchema = z.array(z.object({ key: z.string(), value: z.string().nullish() }));

const namedSchema = z.looseObject({ name: z.string() });

const optionsSchema = z.array(
  z.looseObject({ name: z.string(), optionValues: z.array(namedSchema) }),
);

type Line = Readonly<Record<string, unknown>>;

const NONE = Object.freeze({ translations: Object.freeze({}), hiddenIn: Object.freeze([]) });

/**
 * What a product's line tells of further markets, by the names of `marketFields`. A line that was not asked for
 * any tells nothing; a part that does not fit counts as absent.
 */
export function marketWords(line: Line): Pick<Product, "translations" | "hiddenIn"> {
  const options = optionsSchema.safeParse(line.options);
  if (!options.success) return NONE;
  const translations: Record<string, Translation> = {};
  const hiddenIn: string[] = [];
  for (const name in line) {
    if (name.startsWith("words_")) {
      translations[name] = toTranslation(wordsOf(line, name), toOptions(options.data, name));
    }
    if (name.startsWith("published") && line[name] === false) {
      hiddenIn.push(name.slice("published".length));
    }
  }
  return { translations, hiddenIn };
}

type Words = ReadonlyMap<string, string>;

function wordsOf(of: Line, name: string): Words {
  const words = wordsSchema.safeParse(of[name]);
  if (!words.success) return new Map();
  // An emptied translation is none: the store shows the shop's own words.
  return new Map(words.data.flatMap(({ key, value }) => (value ? [[key, value]] : [])));
}

/** Source: Shopify Admin API 2026-10, TranslatableResourceType.PRODUCT. */
function toTranslation(words: Words, options: Translation["options"]): Translation {
  const title = words.get("title");
  const descriptionHtml = words.get("body_html");
  const handle = words.get("handle");
  return {
    ...(title === undefined ? {} : { title }),
    ...(descriptionHtml === undefined ? {} : { descriptionHtml }),
    ...(handle === undefined ? {} : { handle }),
    options,
  };
}

/** Source: Shopify Admin API 2026-10, TranslatableResourceType.PRODUCT_OPTION and PRODUCT_OPTION_VALUE. */
function toOptions(
  options: z.infer<typeof optionsSchema>,
  name: string,
): Readonly<Record<string, OptionTranslation>> {
  const found: Record<string, OptionTranslation> = {};
  for (const option of options) {
    const shown = wordsOf(option, name).get("name");
    const values: Record<string, string> = {};
    for (const value of option.optionValues) {
      const word = wordsOf(value, name).get("name");
      if (word !== undefined) values[value.name] = word;
    }
    found[option.name] = { ...(shown === undefined ? {} : { name: shown }), values };
  }
  return found;
}
