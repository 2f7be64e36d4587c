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

const SPOKEN = LANGUAGES.filter((language) => language !== "en-XA");

describe("every language", () => {
  test.each(LANGUAGES)("%s has every code of English, and none besides", (language) => {
    const { labels, sentences } = CATALOGS[language];
    expect(Object.keys(sentences).toSorted()).toEqual(Object.keys(ENGLISH.sentences).toSorted());
    expect(Object.keys(labels).toSorted()).toEqual(Object.keys(ENGLISH.labels).toSorted());
  });

  test.each(LANGUAGES)("%s fills in what the English text fills in", (language) => {
    const { labels, sentences } = CATALOGS[language];
    expect(filledIn(sentences)).toEqual(filledIn(ENGLISH.sentences));
    expect(filledIn(labels)).toEqual(filledIn(ENGLISH.labels));
  });

  test.each(SPOKEN)("%s speaks in whole sentences, and labels without a full stop", (language) => {
    const { labels, sentences } = CATALOGS[language];
    const [broken, stopped] = [Object.entries(sentences), Object.entries(labels)];
    expect(broken.filter(([, text]) => !/\S[.。]$/.test(text))).toEqual([]);
    expect(stopped.filter(([, text]) => !/\S/.test(text) || /[.。]$/.test(text))).toEqual([]);
  });

  test.each(SPOKEN.filter((language) => language !== "en"))("%s is no English", (language) => {
    const { sentences } = CATALOGS[language];
    const english = new Map(Object.entries(ENGLISH.sentences));
    const same = Object.entries(sentences).filter(([code, text]) => english.get(code) === text);
    expect(same).toEqual([]);
  });

  test("the language that nobody speaks marks every text", () => {
    const { labels, sentences } = CATALOGS["en-XA"];
    for (const text of [...Object.values(labels), ...Object.values(sentences)]) {
      expect(text).toMatch(/^⟦.*⟧$/);
    }
  });
});

/** Each code with the names in its braces. */
function filledIn(texts: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(texts).map(([code, text]) => [
      code,
      [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted(),
    ]),
  );
}
