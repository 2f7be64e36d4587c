import { Dice } from "../../sandbox/shopify/order-dice";

/** A body that nobody should send, what was done to it, and what it is to the app. */
export type Mutation = {
  number: number;
  kind: string;
  body: Buffer;
  /** The order that it is about, where that can still be read. */
  orderId: string;
};

type Json = Record<string, unknown>;
type Mutate = (dice: Dice, order: Json) => string | Buffer;

/** What JSON allows and no order has. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  -1e308,
  1.5,
  9_007_199_254_740_993,
  "",
  " ",
  "NaN",
  "Infinity",
  "null",
  "0x10",
  "-1",
  "1e999",
  "\u0000",
  "text with \u0000 in it",
  "\ud800",
  "\udfff and more",
  "\u202e\u200b\ufeff",
  "💥".repeat(50),
  "x".repeat(70_000),
  "9".repeat(400),
  [],
  {},
  [[]],
  [null],
  { length: 3 },
  { toString: "no function" },
  { then: "no promise" },
];

/** Numbers that only the text of JSON can have. */
const ODD_NUMBERS = [
  "1e999",
  "-1e999",
  "9".repeat(400),
  "0.".padEnd(400, "1"),
  "18446744073709551616",
  "-0",
  "1E-999",
];

const PROTOTYPE_KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

const MUTATIONS: readonly [string, Mutate][] = [
  [
    "truncated",
    (dice, order) => {
      const text = JSON.stringify(order);
      return text.slice(0, dice.below(text.length));
    },
  ],
  [
    "odd value",
    (dice, order) => JSON.stringify(withChange(dice, order, () => dice.pick(ODD_VALUES))),
  ],
  [
    "two odd values",
    (dice, order) =>
      JSON.stringify(
        withChange(
          dice,
          withChange(dice, order, () => dice.pick(ODD_VALUES)),
          () => dice.pick(ODD_VALUES),
        ),
      ),
  ],
  ["odd number", (dice, order) => withRaw(dice, order, dice.pick(ODD_NUMBERS))],
  [
    "no JSON number",
    (dice, order) =>
      withRaw(
        dice,
        order,
        dice.pick(["NaN", "Infinity", "-Infinity", "undefined", "0x1F", "01", "1_000", "+1"]),
      ),
  ],
  ["odd word that is kept", (dice, order) => withKeptWord(dice, order)],
  ["missing key", (dice, order) => JSON.stringify(withoutKey(dice, order))],
  [
    "array for object",
    (dice, order) => JSON.stringify(withChange(dice, order, (value) => [value])),
  ],
  [
    "object for array",
    (dice, order) => JSON.stringify(withChange(dice, order, (value) => ({ 0: value, length: 1 }))),
  ],
  [
    "deep nesting",
    (dice, order) =>
      withRaw(dice, order, nested(dice.pick([100, 5_000, 100_000]), dice.chance(0.5))),
  ],
  ["nothing but nesting", (dice) => nested(dice.pick([1_000, 100_000]), dice.chance(0.5))],
  ["bad UTF-8", (dice, order) => withBadBytes(dice, JSON.stringify(order))],
  ["other encoding", (_, order) => Buffer.from(JSON.stringify(order), "utf16le")],
  [
    "prototype key",
    (dice, order) =>
      withPair(order, dice.pick(PROTOTYPE_KEYS), JSON.stringify(dice.pick(ODD_VALUES))),
  ],
  [
    "polluting prototype",
    (_, order) => withPair(order, "__proto__", '{"test":true,"cancelled_at":"2026-01-01"}'),
  ],
  [
    "duplicate key",
    (dice, order) =>
      withPair(order, dice.pick(Object.keys(order)), JSON.stringify(dice.pick(ODD_VALUES))),
  ],
  ["swapped bytes", (dice, order) => withSwappedBytes(dice, JSON.stringify(order))],
  [
    "rubbish behind",
    (dice, order) => `${JSON.stringify(order)}${dice.pick(["}", ",", "{}", "\0", "x"])}`,
  ],
  [
    "not an object",
    (dice) => dice.pick(["null", "true", "0", '""', "[]", '"order"', "[[]]", "", " ", "{}", "{"]),
  ],
  [
    "many lines",
    (dice, order) =>
      JSON.stringify({ ...order, line_items: Array(2_000).fill(dice.pick([null, {}, 7, "line"])) }),
  ],
];

/** Rare, because each takes a while: a body of five megabytes. */
const LARGE: Mutate = (dice, order) =>
  JSON.stringify({
    ...order,
    [dice.pick(["note", "name", "email", "landing_site", "checkout_token"])]: "x".repeat(5_000_000),
  });
const LARGE_EVERY = 100;

/** The mutation of that number; the same seed and number give the same body. */
export function mutation(seed: string, number: number, order: Json): Mutation {
  const dice = new Dice(`${seed}:mutation:${number}`);
  const orderId = String(5_500_000_000_000 + number);
  const named = {
    ...order,
    id: Number(orderId),
    admin_graphql_api_id: `gid://shopify/Order/${orderId}`,
    checkout_token: dice.hex(32),
  };
  const [kind, mutate]: [string, Mutate] =
    number % LARGE_EVERY === 0
      ? ["large", LARGE]
      : (MUTATIONS[number % MUTATIONS.length] ?? ["large", LARGE]);
  const body = mutate(dice, named);
  return { number, kind, orderId, body: typeof body === "string" ? Buffer.from(body) : body };
}

/** The order with one value changed, at any depth. */
function withChange(dice: Dice, value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && dice.chance(0.9)) {
    const at = dice.below(value.length);
    return value.map((part, index) => (index === at ? withChange(dice, part, change) : part));
  }
  if (isRecord(value) && Object.keys(value).length > 0 && dice.chance(0.7)) {
    const key = dice.pick(Object.keys(value));
    return { ...value, [key]: withChange(dice, value[key], change) };
  }
  return change(value);
}

const ODD_WORDS = ["\u0000", "a\u0000b", "\ud800", "\udc00 b", "\u202e", "x".repeat(70_000)];
const ODD_TIMES = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"];

/** Words that go into a row as they are, or into the event. */
function withKeptWord(dice: Dice, order: Json): string {
  const word = dice.pick(ODD_WORDS);
  const line = { title: word, variant_title: word, vendor: word, sku: word };
  const lines = Array.isArray(order["line_items"]) ? order["line_items"] : [];
  return JSON.stringify(
    dice.pick<Json>([
      { ...order, name: word },
      { ...order, checkout_token: word },
      { ...order, line_items: lines.map((kept) => ({ ...kept, ...line })) },
      { ...order, client_details: { browser_ip: "203.0.113.7", user_agent: word } },
      { ...order, landing_site: `/?epik=${word}` },
      { ...order, note_attributes: [{ name: "_epik", value: word }] },
      { ...order, currency: "A\u0000B" },
      { ...order, processed_at: dice.pick(ODD_TIMES) },
      { ...order, admin_graphql_api_id: `gid://shopify/Order/${"9".repeat(9_000)}` },
    ]),
  );
}

const HOLE = "4c1d1a1e-hole";

/** The order with a piece of text, which need not be JSON, in the place of one value. */
function withRaw(dice: Dice, order: Json, raw: string): string {
  const key = dice.pick(Object.keys(order));
  return JSON.stringify({ ...order, [key]: HOLE }).replace(`"${HOLE}"`, () => raw);
}

function withPair(order: Json, key: string, value: string): string {
  return `${JSON.stringify(order).slice(0, -1)},${JSON.stringify(key)}:${value}}`;
}

function withoutKey(dice: Dice, order: Json): Json {
  const gone = dice.pick(Object.keys(order));
  return Object.fromEntries(Object.entries(order).filter(([key]) => key !== gone));
}

function nested(depth: number, isArray: boolean): string {
  return isArray
    ? "[".repeat(depth) + "]".repeat(depth)
    : '{"a":'.repeat(depth) + "1" + "}".repeat(depth);
}

function withBadBytes(dice: Dice, text: string): Buffer {
  const bytes = Buffer.from(text);
  bytes[dice.below(bytes.length)] = dice.pick([0xff, 0xfe, 0xc0, 0x80]);
  return bytes;
}

function withSwappedBytes(dice: Dice, text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let turn = 0; turn <= dice.below(8); turn += 1)
    bytes[dice.below(bytes.length)] = dice.below(256);
  return bytes;
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
