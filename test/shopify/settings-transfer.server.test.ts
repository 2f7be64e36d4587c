import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { DEFAULT_CATALOG_SETTINGS } from "~/catalog/catalog-settings";
import { findCatalogSettings, saveCatalogSettings } from "~/catalog/catalog-settings.server";
import { saveSettings } from "~/conversions/connect.server";
import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { answerTransferForm, settingsFile } from "~/shopify/settings-transfer.server";
import { parseTransferForm } from "~/shopify/transfer-form.server";
import { SETTINGS_FILE_BYTES_MAX } from "~/shops/settings-file";
import { findShopById } from "~/shops/shop.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { connectedShop, CREDENTIALS, installedShop } from "#test/support/shops";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(() => emptyDatabase());

const RULE = {
  match: "any",
  conditions: [{ field: "vendor", operator: "is", values: ["Acme"] }],
} as const;

/** Two shops; the first has chosen what the second has not. */
async function twoShops(): Promise<{ one: ShopId; other: ShopId }> {
  const one = await connectedShop({ valueBasis: "total", app: { withheld: ["ph"] } });
  await saveCatalogSettings(one, { ...DEFAULT_CATALOG_SETTINGS, exclude: RULE }, TEST_NOW);
  return { one, other: await installedShop("other.myshopify.com") };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function compare(shopId: ShopId, bytes: Uint8Array | null) {
  return answerTransferForm(shopId, { intent: "compare", bytes }, TEST_NOW);
}

function apply(shopId: ShopId, bytes: Uint8Array, token: string) {
  return answerTransferForm(shopId, { intent: "apply", bytes, token }, TEST_NOW);
}

async function tokenOf(shopId: ShopId, bytes: Uint8Array): Promise<string> {
  const answer = await compare(shopId, bytes);
  return answer.kind === "difference" ? answer.token : answer.kind;
}

/** Everything of every shop that an import could touch. */
async function everything() {
  return {
    shops: await db.shop.findMany({ orderBy: { id: "asc" } }),
    catalogs: await db.catalogSettings.findMany({ orderBy: { shopId: "asc" } }),
    connections: await db.pinterestConnection.findMany({ orderBy: { shopId: "asc" } }),
  };
}

describe("settingsFile", () => {
  test("holds nothing that is bound to its shop", async () => {
    const { one } = await twoShops();
    const file = await settingsFile(one);
    expect(file).toContain('"Acme"');
    for (const bound of [...Object.values(CREDENTIALS), one, "demo.myshopify.com"]) {
      expect(file).not.toContain(bound);
    }
  });
});

describe("answerTransferForm", () => {
  test("takes one shop's settings to another, whole, and leaves its connection alone", async () => {
    const { one, other } = await twoShops();
    const file = bytesOf(await settingsFile(one));
    const { connections } = await everything();
    expect(await apply(other, file, await tokenOf(other, file))).toEqual({ kind: "applied" });

    expect(await settingsFile(other)).toBe(await settingsFile(one));
    expect(await findShopById(other)).toMatchObject({
      shopDomain: "other.myshopify.com",
      settings: { valueBasis: "total", shopDomain: "other.myshopify.com" },
      appSettings: { withheld: ["ph"] },
    });
    expect(await findCatalogSettings(other)).toMatchObject({ exclude: RULE });
    expect((await everything()).connections).toEqual(connections);
  });

  test("applied a second time, it finds nothing to change", async () => {
    const { one, other } = await twoShops();
    const file = bytesOf(await settingsFile(one));
    const token = await tokenOf(other, file);
    await apply(other, file, token);
    const before = await everything();
    expect(await apply(other, file, token)).toEqual({ kind: "nothing_to_change" });
    expect(await everything()).toEqual(before);
  });

  test("changes nothing by looking", async () => {
    const { one, other } = await twoShops();
    const before = await everything();
    expect(await compare(other, bytesOf(await settingsFile(one)))).toMatchObject({
      kind: "difference",
      now: { contents: { tracking: { valueBasis: "subtotal" } } },
      next: { contents: { tracking: { valueBasis: "total" } }, catalog: { exclude: RULE } },
    });
    expect(await everything()).toEqual(before);
  });

  test("applies nothing but what was shown: a setting that changed in between is shown first", async () => {
    const { one, other } = await twoShops();
    const file = bytesOf(await settingsFile(one));
    const token = await tokenOf(other, file);
    await saveSettings(other, { orderTrigger: "paid" });
    const before = await everything();
    expect(await apply(other, file, token)).toMatchObject({
      kind: "changed_meanwhile",
      now: { contents: { tracking: { orderTrigger: "paid" } } },
    });
    expect(await everything()).toEqual(before);
  });

  test("applies nothing but what was shown: another file needs a look of its own", async () => {
    const { one, other } = await twoShops();
    const file = await settingsFile(one);
    const token = await tokenOf(other, bytesOf(file));
    const swapped = bytesOf(file.replace('"total"', '"subtotal"'));
    const before = await everything();
    expect(await apply(other, swapped, token)).toMatchObject({ kind: "changed_meanwhile" });
    expect(await everything()).toEqual(before);
  });

  test("of two who apply at once, one applies", async () => {
    const { one, other } = await twoShops();
    const file = bytesOf(await settingsFile(one));
    const token = await tokenOf(other, file);
    const answers = await Promise.all([apply(other, file, token), apply(other, file, token)]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["applied", "nothing_to_change"]);
  });
});

type Hostile = { what: string; places: readonly string[]; make: (file: string) => Uint8Array };

const edited = (from: string, to: string) => (file: string) => bytesOf(file.replace(from, to));

const HOSTILE: readonly Hostile[] = [
  {
    what: "ten megabytes",
    places: ["too_large "],
    make: (file) => bytesOf(file + " ".repeat(10 * 1_024 * 1_024)),
  },
  {
    what: "one byte too many",
    places: ["too_large "],
    make: (file) => bytesOf(file.padEnd(SETTINGS_FILE_BYTES_MAX + 1)),
  },
  {
    what: "bytes that are no UTF-8",
    places: ["not_unicode "],
    make: (file) => Buffer.concat([bytesOf(file), Uint8Array.of(0xc3, 0x28)]),
  },
  {
    what: "UTF-16",
    places: ["not_unicode "],
    make: (file) => Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(file, "utf16le")]),
  },
  {
    what: "a byte order mark",
    places: ["byte_order_mark "],
    make: (file) => bytesOf(`\uFEFF${file}`),
  },
  { what: "nothing", places: ["not_json "], make: () => bytesOf("") },
  { what: "half a file", places: ["not_json "], make: (file) => bytesOf(file.slice(0, 200)) },
  { what: "a list", places: ["wrong_format "], make: () => bytesOf("[]") },
  { what: "null", places: ["wrong_format "], make: () => bytesOf("null") },
  {
    what: "another version",
    places: ["wrong_format "],
    make: edited('"version": 1', '"version": 2'),
  },
  {
    what: "another program's file",
    places: ["wrong_format "],
    make: edited("pin-relay-settings", "package"),
  },
  {
    what: "a hundred thousand lists in one another",
    places: [`too_deep ${Array(16).fill("0").join(".")}`],
    make: () => bytesOf("[".repeat(100_000) + "]".repeat(100_000)),
  },
  {
    what: "a prototype",
    places: ["forbidden_key __proto__"],
    make: edited('"format"', '"__proto__": {"mode": "both"}, "format"'),
  },
  {
    what: "a constructor inside",
    places: ["forbidden_key tracking.constructor"],
    make: edited('"mode"', '"constructor": {}, "mode"'),
  },
  {
    what: "ids of another shop",
    places: ["unknown_key shopId", "unknown_key adAccountId", "unknown_key conversionToken"],
    make: edited('"format"', '"shopId": "1", "adAccountId": "2", "conversionToken": "3", "format"'),
  },
  {
    what: "a shop's name among its settings",
    places: ["unknown_key tracking.shopDomain"],
    make: edited('"mode"', '"shopDomain": "other.myshopify.com", "mode"'),
  },
  {
    what: "an unknown act",
    places: ["unknown_key tracking.events.checkout_completed"],
    make: edited('"page_viewed"', '"checkout_completed": "off", "page_viewed"'),
  },
  {
    what: "a purchase published by a theme",
    places: ["wrong_value tracking.themeEvents.0"],
    make: edited('"themeEvents": [', '"themeEvents": ["checkout",'),
  },
  {
    what: "wrong types",
    places: ["wrong_value tracking.mode", "wrong_value tracking.channels.web"],
    make: (file) =>
      bytesOf(file.replace('"mode": "both"', '"mode": 1').replace('"web": true', '"web": "yes"')),
  },
  {
    what: "a number outside of its limits",
    places: ["wrong_value privacy.retention.eventDays"],
    make: edited('"eventDays": 30', '"eventDays": 4000'),
  },
  {
    what: "a sale that was denied and is reported",
    places: ["wrong_value privacy.saleOfDataDenied"],
    make: edited('"saleOfDataDenied": "ldp"', '"saleOfDataDenied": "send"'),
  },
  {
    what: "a part that is missing",
    places: ["missing alerts"],
    make: (file) => {
      const body: Record<string, unknown> = JSON.parse(file);
      delete body["alerts"];
      return bytesOf(JSON.stringify(body));
    },
  },
  {
    what: "an unknown column of the catalog",
    places: ["wrong_value catalog.columns.price"],
    make: edited('"columns": {', '"columns": {"price": []'),
  },
  {
    what: "a rule of the catalog that compares with nothing",
    places: ["wrong_value catalog.exclude.conditions.0.values"],
    make: (file) => bytesOf(file.replace(/\[\s*"Acme"\s*\]/, "[]")),
  },
  {
    what: "a key in the catalog that it does not know",
    places: ["wrong_value catalog.feedPassword"],
    make: edited('"columns": {', '"feedPassword": "x", "columns": {'),
  },
];

test.each(HOSTILE)("a file with $what is refused by name, and nothing is changed", async (row) => {
  const { one, other } = await twoShops();
  const bytes = row.make(await settingsFile(one));
  const before = await everything();
  for (const shopId of [one, other]) {
    const answers = [await compare(shopId, bytes), await apply(shopId, bytes, "0".repeat(64))];
    for (const answer of answers) {
      const refusals = answer.kind === "refused" ? answer.refusals : [];
      expect(refusals.map(({ place, problem }) => `${problem} ${place}`)).toEqual(row.places);
    }
  }
  expect(await everything()).toEqual(before);
});

describe("parseTransferForm", () => {
  const posted = (fields: Record<string, string | Blob>): Request => {
    const body = new FormData();
    for (const [name, field] of Object.entries(fields)) body.set(name, field);
    return new Request("https://app.example/app/settings/transfer", { method: "POST", body });
  };

  test("gives the file's bytes as they are", async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0x28);
    expect(
      await parseTransferForm(posted({ intent: "compare", file: new Blob([bytes]) })),
    ).toMatchObject({ kind: "parsed", value: { intent: "compare", bytes } });
  });

  test("does not read on where there is too much", async () => {
    const request = new Request("https://app.example/app/settings/transfer", {
      method: "POST",
      body: new Uint8Array(10 * 1_024 * 1_024),
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    expect(await parseTransferForm(request)).toEqual({
      kind: "parsed",
      value: { intent: "compare", bytes: null },
    });
  });

  test.each([
    { what: "no file", fields: { intent: "compare" }, refused: ["file"] },
    { what: "a text for a file", fields: { intent: "compare", file: "{}" }, refused: ["file"] },
    {
      what: "no token",
      fields: { intent: "apply", file: new Blob(["{}"]) },
      refused: ["token"],
    },
  ])("is refused with $what", async ({ fields, refused }) => {
    expect(await parseTransferForm(posted(fields))).toEqual({
      kind: "unreadable",
      fields: refused,
    });
  });

  test("is refused where it is no form", async () => {
    const request = new Request("https://app.example/", { method: "POST", body: "{}" });
    expect(await parseTransferForm(request)).toEqual({ kind: "unreadable", fields: ["intent"] });
  });
});
