import { z } from "zod";

import { countryCode } from "~/conversions/country";
import {
  hashUserData,
  normalizeUserData,
  textOf,
  USER_DATA_KEYS,
  type RawUserData,
  type UserDataKey,
} from "~/conversions/user-data";
import { WIRE_NAMES } from "~/conversions/wire-event";
import { english } from "~/messages/english";
import { parse } from "~/parse";
import { WIRE_HASHED_KEYS, WIRE_PLAIN_KEYS } from "~/pinterest/wire";

import { nameOf, readArguments, readJson, refused, type Io, type Outcome } from "./input";
import { sha256 } from "./sha256";

export const NORMALIZE_USER_DATA_USAGE = "normalize-user-data [--country US] DATA.json";

const SHOP_COUNTRY = "US";

/** One value as its text, `null` as none. */
const valueSchema = z
  .union([z.string(), z.number(), z.null()])
  .transform((value) => (value === null ? [] : [String(value)]));

const valuesSchema = z.union([
  valueSchema,
  z.array(valueSchema).transform((lists) => lists.flat()),
]);

const keySchema = z.enum([...WIRE_HASHED_KEYS, ...WIRE_PLAIN_KEYS]);

/** At least one key: an empty object is a mistake, not a question. */
const dataSchema = z
  .strictObject(Object.fromEntries(keySchema.options.map((key) => [key, valuesSchema.optional()])))
  .refine((data) => Object.keys(data).length > 0);

type Data = z.infer<typeof dataSchema>;

/** Shows user data as it is normalised, and as it is sent. */
export async function normalizeUserDataCommand(args: readonly string[], io: Io): Promise<Outcome> {
  const line = readArguments(args, ["country"]);
  if (line.kind !== "read") return line;
  const { flags, file } = line.value;

  const shopCountry = countryCode(flags.country ?? SHOP_COUNTRY);
  if (shopCountry === undefined) {
    return refused(english.message("country_refused", { text: flags.country ?? "" }));
  }
  const json = readJson(file, io);
  if (json.kind !== "read") return json;
  const data = parse(dataSchema, json.value);
  if (data.kind === "unreadable") {
    const fields = data.fields.join(", ");
    return refused(english.message("user_data_refused", { file: nameOf(file), fields }));
  }

  const plain = plainPart(data.value);
  const normal = normalizeUserData(rawPart(data.value), { shopCountry });
  const hashed = await hashUserData(normal, sha256);
  return {
    kind: "answer",
    body: {
      normalized: { ...byWireName((key) => normal[key]?.map(textOf)), ...plain },
      hashed: { ...byWireName((key) => hashed[key]), ...plain },
    },
  };
}

function rawPart(data: Data): RawUserData {
  return Object.fromEntries(USER_DATA_KEYS.map((key) => [key, data[WIRE_NAMES[key]] ?? []]));
}

/** Sent as they are: one plain text each, the first that is not empty. */
function plainPart(data: Data): Record<string, string> {
  const texts = WIRE_PLAIN_KEYS.flatMap((key) => {
    const text = data[key]?.find((value) => value !== "");
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(texts);
}

function byWireName(valuesOf: (key: UserDataKey) => readonly string[] | undefined) {
  const named = USER_DATA_KEYS.flatMap((key) => {
    const values = valuesOf(key);
    return values === undefined ? [] : [[WIRE_NAMES[key], values] as const];
  });
  return Object.fromEntries(named);
}
