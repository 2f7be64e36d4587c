import { alpha3ToAlpha2, getNames, isValid, registerLocale } from "i18n-iso-countries/index.js";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };

import { folded } from "./folded";

registerLocale(english);

/**
 * Words that stand for a country and are in no list.
 *
 * **Decision:** the four parts of the United Kingdom are themselves called countries in English, and
 * former names live on in old address books.
 */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  holland: "NL",
  moldova: "MD",
  macedonia: "MK",
  "viet nam": "VN",
  "cape verde": "CV",
  swaziland: "SZ",
  burma: "MM",
  "east timor": "TL",
  brunei: "BN",
  laos: "LA",
  syria: "SY",
  "vatican city": "VA",
  macau: "MO",
};

const CODE_BY_NAME = new Map(
  Object.entries(getNames("en", { select: "all" }))
    .flatMap(([code, names]) => [names].flat().map((name): [string, string] => [bare(name), code]))
    // Of two countries with one name, the first in the list has it.
    .reverse(),
);

/**
 * The ISO 3166-1 alpha-2 code, in capitals, of a country given by that code, by `UK`, by its alpha-3
 * code or by its English name. `undefined` for anything else, nothing included.
 *
 * Source: ISO 3166-1; `UK` is reserved there for the United Kingdom and not assigned.
 */
export function countryCode(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && isValid(code)) return code;
  if (/^[A-Z]{3}$/.test(code) && isValid(code)) return alpha3ToAlpha2(code);
  return OTHER_WORDS[folded(text)] ?? CODE_BY_NAME.get(bare(text));
}

function bare(name: string): string {
  return folded(name).replace(/^the /, "");
}
