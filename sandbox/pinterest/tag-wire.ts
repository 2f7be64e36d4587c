import { z } from "zod";
import { parseJson } from "../loopback-server.ts";
import { INIT_EVENT, TAG_EVENT_NAMES } from "./tag-names.ts";

/** One hit of Pinterest's tag, as it may look by what Pinterest documents of it. */
export type TagHit = {
  /** The API's name of the event, or `init`. */
  eventName: string;
  tagId: string;
  ed: z.infer<typeof eventDataSchema>;
  pd: z.infer<typeof partnerDataSchema>;
  ad: z.infer<typeof automaticDataSchema>;
};

/** The hit, or what is wrong with it: places and rules, never values. */
export type TagReading = { kind: "hit"; hit: TagHit } | { kind: "faults"; faults: string[] };

const EMAIL = /[^\s@]+(@|%40)[^\s@]+\.[^\s@]+/i;
/** As long as the shortest phone number, with what people write between its digits. */
const PHONE = /(\d[\s().+/-]*){7}/;
/** An address behind which a checkout or an order is shown, with its token. */
const PRIVATE_PAGE = /\/(checkouts?\/[^/?#]|orders\/[^/?#]|thank[-_]you)/i;
/** SHA-256 of nothing: a sender that hashed an empty value. */
const HASH_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const text = z.string().refine((given) => !EMAIL.test(given), "holds an email address");
const typedText = text.refine((given) => !PHONE.test(given), "holds a phone number");
const address = z
  .url({ protocol: /^https?$/ })
  .refine((given) => !EMAIL.test(given), "holds an email address")
  .refine((given) => !PRIVATE_PAGE.test(given), "shows the page of a checkout or of an order");
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "is no SHA-256")
  .refine((given) => given !== HASH_OF_NOTHING, "is the hash of nothing")
  .optional();
/** The image form of the tag has nothing but text. */
const amount = z.union([z.number().min(0), z.string().regex(/^\d+(\.\d+)?$/)]).optional();
const count = z.union([z.int().min(1), z.string().regex(/^[1-9]\d*$/)]).optional();

/** Source: Pinterest Business Help, "Add event codes", event data. */
const eventDataSchema = z.strictObject({
  event_id: text.min(1).max(64).optional(),
  eventID: text.min(1).max(64).optional(),
  eid: text.min(1).max(64).optional(),
  value: amount,
  order_quantity: count,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  order_id: text.optional(),
  promo_code: text.optional(),
  property: text.optional(),
  search_query: typedText.optional(),
  video_title: text.optional(),
  lead_type: text.optional(),
  line_items: z
    .array(
      z.strictObject({
        product_name: text.optional(),
        product_id: text.optional(),
        product_category: text.optional(),
        product_variant_id: text.optional(),
        product_variant: text.optional(),
        product_price: amount,
        product_quantity: count,
        product_brand: text.optional(),
      }),
    )
    .optional(),
});

/** Source: the tag's script; Pinterest developer guide, "Enhanced match" and "Limited data processing". */
const partnerDataSchema = z.strictObject({
  np: text.optional(),
  tm: text.optional(),
  epik: text.optional(),
  epik_localstore: text.optional(),
  derived_epik: text.optional(),
  pin_unauth: text.optional(),
  opt_out_type: z.literal("LDP").optional(),
  em: hash,
  external_id: hash,
  ph: hash,
  fn: hash,
  ln: hash,
  ge: hash,
  db: hash,
  ct: hash,
  st: hash,
  zp: hash,
  country: hash,
});

/** Source: Pinterest Business Help, "Pinterest tag parameters and cookies"; the tag's script. */
const automaticDataSchema = z.strictObject({
  loc: address.optional(),
  ref: address.optional(),
  if: z.boolean().optional(),
  sh: z.int().min(1).optional(),
  sw: z.int().min(1).optional(),
  mh: text.optional(),
  is_eu: z.boolean().optional(),
  is_restricted_region: z.boolean().optional(),
  architecture: text.optional(),
  bitness: text.optional(),
  mobile: z.boolean().optional(),
  model: text.optional(),
  platform: text.optional(),
  platformVersion: text.optional(),
  uaFullVersion: text.optional(),
});

const hitSchema = z.strictObject({
  event: z
    .string()
    .toLowerCase()
    .refine((name) => name === INIT_EVENT || TAG_EVENT_NAMES.has(name), "is no event of the tag"),
  tid: z.string().regex(/^\d{6,20}$/),
  ed: eventDataSchema.default({}),
  pd: partnerDataSchema.default({}),
  ad: automaticDataSchema.default({}),
  ov: z.record(z.string(), z.unknown()).optional(),
  cb: z.string().regex(/^\d+$/).optional(),
  dep: z
    .string()
    .regex(/^[0-5],[A-Z_]+$/)
    .optional(),
  stc: z.literal("true").optional(),
  noscript: z.literal("1").optional(),
});

/** Reads the parameters of a hit, which are the same in its address and in its form. */
export function readTagHit(parameters: URLSearchParams): TagReading {
  const given: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, value] of parameters) {
    const [first = "", ...inner] = name.split(/[[\]]+/).filter(Boolean);
    if (name.includes("__proto__")) faults.push("(hit): has a parameter that is none");
    else if (inner.length > 0) put(given, [first, ...inner], value);
    else if (name in given) faults.push(`${name}: is there twice`);
    else given[name] = JSON_PARAMETERS.has(name) ? (parseJson(value) ?? null) : value;
  }
  const checked = hitSchema.safeParse(given);
  if (!checked.success) {
    for (const { path, message } of checked.error.issues) {
      faults.push(`${path.join(".") || "(hit)"}: ${message}`);
    }
  }
  if (!checked.success || faults.length > 0) return { kind: "faults", faults };
  const { event, tid: tagId, ed, pd, ad } = checked.data;
  const eventName = TAG_EVENT_NAMES.get(event) ?? event;
  return { kind: "hit", hit: { eventName, tagId, ed, pd, ad } };
}

/** The id of the event under any of its three spellings; empty where it has none. */
export function hitEventId({ ed }: TagHit): string {
  return ed.event_id ?? ed.eventID ?? ed.eid ?? "";
}

const JSON_PARAMETERS = new Set(["ed", "pd", "ad", "ov"]);

/** `ed[line_items][0][product_id]`: the image form, which puts each value at a path. */
function put(into: Record<string, unknown>, [key = "", ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const isList = /^\d+$/.test(rest[0] ?? "");
  const inner = into[key] ?? (isList ? [] : {});
  into[key] = inner;
  if (isRecord(inner)) put(inner, rest, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
