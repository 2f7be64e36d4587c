import { describe, expect, test } from "vitest";

import { sha256, sha256Hex } from "#test/support/sha256";
import {
  hashUserData,
  normalizeUserData,
  textOf,
  type UserDataKey,
  type Whereabouts,
} from "~/conversions/user-data";

const HEX = "ab".repeat(32);

type Row = {
  key: UserDataKey;
  text: string;
  expected: string | undefined;
  because: string;
  country?: string;
} & Whereabouts;

describe("normalizeUserData", () => {
  test.each<Row>([
    { key: "em", text: " A@b.C ", expected: "a@b.c", because: "trim, lower case" },
    { key: "em", text: "ada.example.com", expected: undefined, because: "no @, no email" },
    { key: "em", text: "a@b@example.com", expected: undefined, because: "exactly one @" },
    { key: "em", text: "@example.com", expected: undefined, because: "text before the @" },
    { key: "em", text: "ada@", expected: undefined, because: "text behind the @" },
    { key: "em", text: "ada l@example.com", expected: undefined, because: "no white space inside" },
    { key: "em", text: "   ", expected: undefined, because: "an empty value is left out" },

    { key: "fn", text: " Mary  Ann ", expected: "mary ann", because: "one space inside" },
    { key: "fn", text: "Mary\tAnn", expected: "mary ann", because: "any white space is a space" },
    { key: "fn", text: "O'Neil-Å", expected: "o'neil-å", because: "signs and accents stay" },
    {
      key: "ln",
      text: "A\u030angstro\u0308m",
      expected: "\u00e5ngstr\u00f6m",
      because: "NFC first",
    },

    { key: "ct", text: "New York", expected: "newyork", because: "no white space" },
    { key: "ct", text: "St. John's", expected: "stjohns", because: "no punctuation" },
    { key: "ct", text: "São Paulo", expected: "sãopaulo", because: "accents stay" },
    { key: "ct", text: "Sa\u0303o Paulo", expected: "s\u00e3opaulo", because: "NFC first" },
    { key: "ct", text: "東京", expected: "東京", because: "letters of any script" },
    { key: "ct", text: "मुंबई", expected: "मुंबई", because: "marks are part of a word" },
    { key: "ct", text: "Berlin 12", expected: "berlin12", because: "digits stay" },
    { key: "ct", text: "—", expected: undefined, because: "nothing is left" },

    { key: "country", text: "US", expected: "us", because: "the code, lower case" },
    { key: "country", text: "UK", expected: "gb", because: "UK is written for GB" },
    { key: "country", text: "deu", expected: "de", because: "three letters" },
    { key: "country", text: "United States", expected: "us", because: "an English name" },
    { key: "country", text: "The Netherlands", expected: "nl", because: "with its article" },
    { key: "country", text: "Côte d’Ivoire", expected: "ci", because: "accents and signs aside" },
    { key: "country", text: "Congo", expected: "cg", because: "of two, the one ISO calls so" },
    { key: "country", text: "England", expected: "gb", because: "a part that is called a country" },
    { key: "country", text: "XX", expected: undefined, because: "no such code" },
    { key: "country", text: "Narnia", expected: undefined, because: "no such name" },

    { key: "ge", text: "Female", expected: "f", because: "a word becomes a letter" },
    { key: "ge", text: "male", expected: "m", because: "a word becomes a letter" },
    { key: "ge", text: "non-binary", expected: "n", because: "a word becomes a letter" },
    { key: "ge", text: "F", expected: "f", because: "the letter itself" },
    { key: "ge", text: "m", expected: "m", because: "the letter itself" },
    { key: "ge", text: "N", expected: "n", because: "the letter itself" },
    { key: "ge", text: "unknown", expected: undefined, because: "other words are left out" },

    { key: "db", text: "1990-05-17", expected: "19900517", because: "year first" },
    { key: "db", text: "19900517", expected: "19900517", because: "without separators" },
    { key: "db", text: "1990/5/7", expected: "19900507", because: "filled with noughts" },
    { key: "db", text: "1990-05-17T00:00:00Z", expected: "19900517", because: "no time of day" },
    { key: "db", text: "17.05.1990", expected: undefined, because: "day first may be month first" },
    { key: "db", text: "1990-02-30", expected: undefined, because: "no real date" },
    { key: "db", text: "1990-13-01", expected: undefined, because: "no real month" },
    { key: "db", text: "2000-02-29", expected: "20000229", because: "a leap day" },

    { key: "externalId", text: " 7AbC ", expected: "7AbC", because: "an id keeps its case" },
    {
      key: "hashedMaids",
      text: " 38400000-8CF0 ",
      expected: "38400000-8cf0",
      because: "lower case",
    },

    { key: "em", text: HEX.toUpperCase(), expected: HEX, because: "a hash, in lower case" },
    { key: "st", text: HEX, expected: HEX, because: "a hash needs no list" },
  ])("$key $text is $expected: $because", (row) => {
    expect(normalized(row)).toEqual(row.expected);
  });

  test.each<Row>([
    { key: "ph", text: "(212) 555-0123", country: "US", expected: "12125550123", because: "local" },
    {
      key: "ph",
      text: "020 7946 0958",
      country: "GB",
      expected: "442079460958",
      because: "trunk 0",
    },
    {
      key: "ph",
      text: "0049 30 123456",
      country: "DE",
      expected: "4930123456",
      because: "00 is +",
    },
    {
      key: "ph",
      text: "+44 20 7946 0958",
      country: "US",
      expected: "442079460958",
      because: "it brings its own country",
    },
    {
      key: "ph",
      text: "06 12 34 56 78",
      shopCountry: "FR",
      expected: "33612345678",
      because: "the shop's country stands in",
    },
    {
      key: "ph",
      text: "(212) 555-0123",
      country: "IS",
      shopCountry: "US",
      expected: "12125550123",
      because: "not possible in the address country, possible in the shop's",
    },
    {
      key: "ph",
      text: "06 12 34 56 78",
      country: "US",
      phoneCountry: "FR",
      expected: "33612345678",
      because: "it stands in an address of its own",
    },
    {
      key: "ph",
      text: "212-555-0123 ext 9",
      country: "US",
      expected: "12125550123",
      because: "ext",
    },
    { key: "ph", text: "0012345678", expected: "12345678", because: "no country: digits only" },
    { key: "ph", text: "123456", expected: undefined, because: "fewer than seven digits" },
    {
      key: "ph",
      text: "555-555-SHIP",
      country: "US",
      expected: undefined,
      because: "letters are no digits",
    },
    {
      key: "ph",
      text: "00000001234567",
      country: "US",
      expected: "1234567",
      because: "unparsable: without leading zeros",
    },
  ])("ph $text in $country, shop in $shopCountry, is $expected: $because", (row) => {
    expect(normalized(row)).toEqual(row.expected);
  });

  test.each<Row>([
    { key: "st", text: "CA", country: "US", expected: "ca", because: "a code" },
    { key: "st", text: "California", country: "US", expected: "ca", because: "a name" },
    { key: "st", text: "US-CA", country: "US", expected: "ca", because: "without its prefix" },
    { key: "st", text: "N.Y.", country: "US", expected: "ny", because: "dots aside" },
    { key: "st", text: "AE", country: "US", expected: "ae", because: "the armed forces" },
    { key: "st", text: "Québec", country: "CA", expected: "qc", because: "accents aside" },
    { key: "st", text: "NSW", country: "AU", expected: "nsw", because: "three letters" },
    { key: "st", text: "England", country: "GB", expected: "eng", because: "a part of the UK" },
    { key: "st", text: "Bayern", country: "DE", expected: "by", because: "a name at home" },
    { key: "st", text: "Bavaria", country: "DE", expected: "by", because: "a name abroad" },
    { key: "st", text: "JP-13", country: "JP", expected: "13", because: "digits" },
    { key: "st", text: "Tōkyō", country: "JP", expected: "13", because: "a name in Latin letters" },
    { key: "st", text: "Fukuoka", country: "JP", expected: "40", because: "in Hepburn's spelling" },
    { key: "st", text: "Ciudad de México", country: "MX", expected: "cmx", because: "a name" },
    { key: "st", text: "SP", country: "BR", expected: "sp", because: "a code" },
    { key: "st", text: "RM", country: "IT", expected: "rm", because: "a code" },
    { key: "st", text: "Madrid", country: "ES", expected: "m", because: "the province" },
    { key: "st", text: "Maharashtra", country: "IN", expected: "mh", because: "a name" },
    { key: "st", text: "Paris", country: "FR", expected: "75c", because: "a name" },
    { key: "st", text: "California", shopCountry: "US", expected: "ca", because: "the shop's" },
    { key: "st", text: "California", expected: undefined, because: "no country, no list" },
    { key: "st", text: "ZZ", country: "US", expected: undefined, because: "not in the list" },
    {
      key: "st",
      text: "Ontario",
      country: "US",
      expected: undefined,
      because: "another country's",
    },
  ])("st $text in $country is $expected: $because", (row) => {
    expect(normalized(row)).toEqual(row.expected);
  });

  test.each<Row>([
    { key: "zp", text: "94107-1234", country: "US", expected: "94107", because: "five digits" },
    { key: "zp", text: "00901-1234", country: "PR", expected: "00901", because: "a ZIP code too" },
    { key: "zp", text: "SW1A 1AA", country: "GB", expected: "sw1a1aa", because: "letters stay" },
    { key: "zp", text: "K2H-7A8", country: "CA", expected: "k2h7a8", because: "letters stay" },
    { key: "zp", text: "1012 AB", country: "NL", expected: "1012ab", because: "letters stay" },
    { key: "zp", text: "D-10115", country: "DE", expected: "10115", because: "digits only" },
    { key: "zp", text: "100-0001", country: "JP", expected: "1000001", because: "digits only" },
    { key: "zp", text: "01310-100", country: "BR", expected: "01310100", because: "digits only" },
    { key: "zp", text: "LV-1010", country: "LV", expected: "lv1010", because: "part of the code" },
    { key: "zp", text: "94107-1234", shopCountry: "US", expected: "94107", because: "the shop's" },
    {
      key: "zp",
      text: "SW1A 1AA",
      shopCountry: "US",
      expected: "sw1a1aa",
      because: "the shop's rule would destroy it",
    },
    { key: "zp", text: "D-10115", expected: "d10115", because: "no country: letters and digits" },
    { key: "zp", text: "-", country: "US", expected: undefined, because: "nothing is left" },
  ])("zp $text in $country, shop in $shopCountry, is $expected: $because", (row) => {
    expect(normalized(row)).toEqual(row.expected);
  });

  test("equal values are kept once, in the order given", () => {
    const raw = { em: ["b@x.y", "A@x.y", "a@x.y", "B@x.y"] };
    expect(normalizeUserData(raw, {}).em?.map(textOf)).toEqual(["b@x.y", "a@x.y"]);
  });

  test("a key of which nothing is left is absent", () => {
    expect(normalizeUserData({ em: [""], fn: [], ge: ["?"] }, {})).toEqual({});
  });
});

describe("hashUserData", () => {
  test("a normal form is hashed, a hash is not hashed again", async () => {
    const normal = normalizeUserData({ em: [" A@b.C ", HEX.toUpperCase()] }, {});
    expect(await hashUserData(normal, sha256)).toEqual({ em: [sha256Hex("a@b.c"), HEX] });
  });

  test("a value and its own hash are one", async () => {
    const normal = normalizeUserData({ em: ["a@b.c", sha256Hex("a@b.c")] }, {});
    expect(await hashUserData(normal, sha256)).toEqual({ em: [sha256Hex("a@b.c")] });
  });

  test("a known value gives the published hash", async () => {
    // echo -n test@example.com | sha256sum
    const expected = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";
    const normal = normalizeUserData({ em: ["test@example.com"] }, {});
    expect(await hashUserData(normal, sha256)).toEqual({ em: [expected] });
  });
});

function normalized({ key, text, country, shopCountry, phoneCountry }: Row): string | undefined {
  const raw = { ...(country !== undefined && { country: [country] }), [key]: [text] };
  const [value] = normalizeUserData(raw, { shopCountry, phoneCountry })[key] ?? [];
  return value && textOf(value);
}
