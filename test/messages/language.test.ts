import { describe, expect, test } from "vitest";

import { CATALOGS } from "~/messages/catalogs";
import { ENGLISH, english } from "~/messages/english";
import { acceptedLanguages, LANGUAGES, toLanguage } from "~/messages/language";
import { wordsOf } from "~/messages/words";

describe("toLanguage", () => {
  test.each([
    { preferred: ["de"], language: "de", because: "it is there" },
    { preferred: ["de-CH"], language: "de", because: "the country does not matter" },
    { preferred: ["pt"], language: "pt-BR", because: "one Portuguese is better than English" },
    { preferred: ["PT-br"], language: "pt-BR", because: "letters are alike" },
    { preferred: ["sv", "fr"], language: "fr", because: "the first that is there counts" },
    { preferred: ["sv"], language: "en", because: "English is for everybody else" },
    { preferred: [], language: "en", because: "nobody said anything" },
    { preferred: ["en-XA"], language: "en-XA", because: "it is asked for by its whole name" },
    { preferred: ["en-GB"], language: "en", because: "nobody is given it by chance" },
  ])("$preferred is answered in $language: $because", ({ preferred, language }) => {
    expect(toLanguage(preferred)).toBe(language);
  });
});

describe("acceptedLanguages", () => {
  test.each([
    { header: "de-CH,de;q=0.9,en;q=0.8", tags: ["de-CH", "de", "en"] },
    { header: "en;q=0.1, fr;q=0.7", tags: ["fr", "en"] },
    { header: "fr;q=0,*", tags: [] },
    { header: "../../etc, <b>", tags: [] },
    { header: null, tags: [] },
  ])("$header wants $tags", ({ header, tags }) => {
    expect(acceptedLanguages(header)).toEqual(tags);
  });
});

describe("the words of a language", () => {
  test("numbers are written as the language writes them, ids as they are", () => {
    const german = wordsOf("de", ENGLISH);
    expect(german.message("catalog_items", { items: 12_345 })).toBe("Items: 12.345.");
    expect(english.message("catalog_items", { items: 12_345 })).toBe("Items: 12,345.");
    expect(english.label("token_stored", { lastFour: "0042" })).toBe("ends in ••••0042");
  });

  test("a sentence is found by a code that is not known before", () => {
    expect(english.findMessage("no_orders")).toBe(english.message("no_orders"));
    expect(english.findMessage("of_nothing")).toBeNull();
  });
});

const TEXTS = LANGUAGES.flatMap((language) =>
  Object.entries({ ...ENGLISH.sentences, ...ENGLISH.labels }).map(([code, text]) => ({
    language,
    code,
    text,
  })),
);

describe("every language", () => {
  test.each(LANGUAGES)(
    "%s has every code, and fills in what the English text fills in",
    (language) => {
      const catalog = CATALOGS[language];
      const texts = new Map(Object.entries({ ...catalog.sentences, ...catalog.labels }));
      const odd = TEXTS.filter((entry) => entry.language === language).filter(
        ({ code, text }) =>
          names(texts.get(code) ?? "") !== names(text) || !texts.get(code)?.trim(),
      );
      expect(odd.map(({ code }) => code)).toEqual([]);
    },
  );

  test("the language that nobody speaks marks every text", () => {
    const { labels, sentences } = CATALOGS["en-XA"];
    for (const text of [...Object.values(labels), ...Object.values(sentences)]) {
      expect(text).toMatch(/^⟦.*⟧$/);
    }
  });
});

function names(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .toSorted()
    .join(" ");
}
