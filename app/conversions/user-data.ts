import { brand } from "~/brand";
import type { Sha256Hex } from "~/ids";

import { countryCode } from "./country";
import { emailForm } from "./email";
import type { Sha256 } from "./event-id";
import { phoneForm } from "./phone";
import { postcodeForm } from "./postcode";
import { subdivisionCode } from "./subdivision";

/** Every piece of user data that is hashed: email, phone, names, address, gender, birth date, ids. */
export const USER_DATA_KEYS = [
  "em",
  "ph",
  "fn",
  "ln",
  "ct",
  "st",
  "zp",
  "country",
  "ge",
  "db",
  "externalId",
  "hashedMaids",
] as const;
export type UserDataKey = (typeof USER_DATA_KEYS)[number];

/** Personal data as a person typed it. Lives in memory only. */
export type RawUserData = Readonly<Partial<Record<UserDataKey, readonly string[]>>>;

/** One value in the form that is hashed. Lives in memory only. */
export type NormalValue =
  | { kind: "normal"; text: string }
  /** Arrived as a hash; hashing it again would match nobody. */
  | { kind: "hashed"; hex: Sha256Hex };

export type NormalUserData = Partial<Record<UserDataKey, readonly NormalValue[]>>;

/** What is stored and sent: hashes only. A key without a value is absent. */
export type HashedUserData = Partial<Record<UserDataKey, Sha256Hex[]>>;

/** Where to look a value up. ISO 3166-1 alpha-2, in capitals. */
export type Whereabouts = {
  shopCountry?: string | undefined;
  /** Of the address that the phone number stands in, where it is another than the one sent. */
  phoneCountry?: string | undefined;
};

type Countries = Whereabouts & { addressCountry: string | undefined };

/** `undefined` where nothing usable is left. */
type Form = (text: string, countries: Countries) => string | undefined;

/**
 * The form of each key before hashing; text arrives composed (NFC), trimmed and not empty. A key
 * without a row does not compile.
 *
 * Source: Pinterest API v5.23, `ConversionEventsUserDataProperties`. **Decision:** where its text is
 * silent, as on white space inside a name, or unfit, as on postcodes with letters, we chose.
 */
const FORMS: Record<UserDataKey, Form> = {
  em: emailForm,
  ph: (text, { phoneCountry, addressCountry, shopCountry }) =>
    phoneForm(text, [phoneCountry ?? addressCountry, shopCountry]),
  fn: nameForm,
  ln: nameForm,
  ct: (text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{Nd}]/gu, "") || undefined,
  st: (text, { addressCountry, shopCountry }) =>
    subdivisionCode(text, addressCountry ?? shopCountry)?.toLowerCase(),
  zp: (text, { addressCountry, shopCountry }) => postcodeForm(text, addressCountry, shopCountry),
  country: (text) => countryCode(text)?.toLowerCase(),
  ge: (text) => GENDERS[text.toLowerCase()],
  db: birthDateForm,
  externalId: (text) => text,
  hashedMaids: (text) => text.toLowerCase(),
};

const GENDERS: Readonly<Record<string, string>> = {
  f: "f",
  female: "f",
  m: "m",
  male: "m",
  n: "n",
  "non-binary": "n",
};

/**
 * Brings every value into the form that Pinterest matches on. Values that end up equal are kept once,
 * in the order given; a key of which nothing usable is left is absent.
 *
 * The address country is the first usable `country` of the data; the shop's stands in for it.
 */
export function normalizeUserData(raw: RawUserData, whereabouts: Whereabouts): NormalUserData {
  const addressCountry = raw.country?.map(countryCode).find((code) => code !== undefined);
  const countries = { ...whereabouts, addressCountry };

  const normal: NormalUserData = {};
  for (const key of USER_DATA_KEYS) {
    const values = (raw[key] ?? []).flatMap((text) => normalValue(key, text, countries) ?? []);
    if (values.length > 0) normal[key] = distinct(values, textOf);
  }
  return normal;
}

/**
 * Hashes every value that is not a hash yet. An empty text never gets here: its hash would make one
 * person of all shoppers who left the field empty.
 */
export async function hashUserData(
  normal: NormalUserData,
  sha256: Sha256,
): Promise<HashedUserData> {
  const hashed: HashedUserData = {};
  for (const key of USER_DATA_KEYS) {
    const values = normal[key];
    if (!values) continue;
    const hexes = await Promise.all(values.map((value) => toHex(value, sha256)));
    hashed[key] = distinct(hexes, (hex) => hex);
  }
  return hashed;
}

/** The text of a value that is hashed, or the hash that it came as. */
export function textOf(value: NormalValue): string {
  return value.kind === "hashed" ? value.hex : value.text;
}

function normalValue(key: UserDataKey, raw: string, countries: Countries): NormalValue | undefined {
  const text = raw.normalize("NFC").trim();
  if (text === "") return undefined;
  if (/^[0-9a-f]{64}$/i.test(text)) return { kind: "hashed", hex: brand(text.toLowerCase()) };

  const form = FORMS[key](text, countries);
  return form === undefined ? undefined : { kind: "normal", text: form };
}

async function toHex(value: NormalValue, sha256: Sha256): Promise<Sha256Hex> {
  return value.kind === "hashed" ? value.hex : brand(await sha256(value.text));
}

function nameForm(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ");
}

/** A real date, year first, with or without separators; a time of day behind it is dropped. */
function birthDateForm(text: string): string | undefined {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:T.*)?$/.exec(text) ??
    [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return isReal ? iso.replaceAll("-", "") : undefined;
}

/** The first of each, in the order given. */
function distinct<Value>(values: readonly Value[], key: (value: Value) => string): Value[] {
  const keys = values.map(key);
  return values.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}
