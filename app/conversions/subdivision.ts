import { iso31662 } from "iso-3166";

import { folded } from "./folded";

/**
 * What a country's list does not say: English names, Hepburn spellings, codes that ISO has retired and
 * addresses outside any state. Keys are folded.
 *
 * Source: USPS Publication 28 (AA, AE, AP); ISO 3166-2 newsletters (retired codes). **Decision:** the
 * rest is what checkouts are known to write.
 */
const OTHER_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: { aa: "AA", ae: "AE", ap: "AP", "washington dc": "DC", "washington d c": "DC" },
  CA: { newfoundland: "NL", "yukon territory": "YT" },
  MX: { df: "CMX", dif: "CMX", "mexico city": "CMX", "distrito federal": "CMX" },
  IN: { ct: "CG", or: "OD", tg: "TS", ut: "UK", orissa: "OD", uttaranchal: "UK" },
  DE: {
    bavaria: "BY",
    hesse: "HE",
    "lower saxony": "NI",
    "mecklenburg western pomerania": "MV",
    "north rhine westphalia": "NW",
    "rhineland palatinate": "RP",
    saxony: "SN",
    "saxony anhalt": "ST",
    thuringia: "TH",
  },
  JP: {
    fukushima: "07",
    tochigi: "09",
    chiba: "12",
    ishikawa: "17",
    fukui: "18",
    yamanashi: "19",
    gifu: "21",
    shizuoka: "22",
    aichi: "23",
    shiga: "25",
    shimane: "32",
    hiroshima: "34",
    yamaguchi: "35",
    tokushima: "36",
    kochi: "39",
    fukuoka: "40",
    kagoshima: "46",
  },
};

/** Per country, the code of each code and each name. */
const CODE_BY_WORD = new Map<string, Map<string, string>>();

// Full names first, so that the province of Madrid is not taken for the region `Madrid, Comunidad de`.
for (const words of [codeOnly, fullName, partsOfName]) {
  for (const { code, name } of iso31662) {
    const country = code.slice(0, 2);
    const known = CODE_BY_WORD.get(country) ?? new Map<string, string>();
    CODE_BY_WORD.set(country, known);
    for (const word of words(code.slice(3), name)) {
      if (!known.has(word)) known.set(word, code.slice(3));
    }
  }
}

/**
 * The ISO 3166-2 code of a subdivision, in capitals and without its country prefix, given by its code
 * (prefixed or not) or by its name. `undefined` for what the country's list does not know, and where
 * no country is known.
 *
 * Source: ISO 3166-2.
 */
export function subdivisionCode(
  text: string | null | undefined,
  country: string | undefined,
): string | undefined {
  if (!text || country === undefined) return undefined;
  const word = folded(text);
  const known = CODE_BY_WORD.get(country);
  const withoutPrefix = word.replace(new RegExp(`^${country.toLowerCase()} `), "");
  return (
    known?.get(word) ??
    OTHER_WORDS[country]?.[word] ??
    known?.get(withoutPrefix) ??
    // `N.Y.` is New York.
    (/^(\p{L} )+\p{L}$/u.test(word) ? known?.get(word.replaceAll(" ", "")) : undefined)
  );
}

function codeOnly(code: string): string[] {
  return [folded(code)];
}

function fullName(_code: string, name: string): string[] {
  return [folded(name)];
}

/** `Asturias, Principado de`; `Puducherry (Pondicherry)`. */
function partsOfName(_code: string, name: string): string[] {
  return name
    .split(/[,()[\]]/)
    .map(folded)
    .filter((part) => part !== "");
}
