import type { z } from "zod";
import { describe, expect, expectTypeOf, test } from "vitest";

import type { CollectMessage } from "~/conversions/collect-message";
import { collectSchema } from "~/conversions/collect-schema";
import { implausibleFields } from "~/conversions/plausible";
import { parse } from "~/parse";

import { collectedAct, collectedCheckout, collectedResult } from "#test/support/collect";

const ACT = collectedAct("prc_key");

test("the schema takes what the pixel's type says, and gives it on", () => {
  expectTypeOf<z.input<typeof collectSchema>>().toEqualTypeOf<CollectMessage>();
  expectTypeOf<z.output<typeof collectSchema>>().toEqualTypeOf<CollectMessage>();
  const checkout = collectedCheckout("prc_key", `co_${"a".repeat(32)}`);
  for (const message of [ACT, checkout, collectedResult(ACT)]) {
    expect(parse(collectSchema, message)).toEqual({ kind: "parsed", value: message });
  }
});

test("what is newer than the server is left out", () => {
  const parsed = parse(collectSchema, { ...ACT, ip: "203.0.113.7", more: 1 });
  expect(parsed).toEqual({ kind: "parsed", value: ACT });
});

describe("a message that no pixel writes", () => {
  test.each([
    { change: { kind: "purchase" }, field: "kind" },
    { change: { name: "checkout" }, field: "eventId" },
    { change: { name: "app_open" }, field: "name" },
    { change: { name: "AddToCart" }, field: "name" },
    { change: { eventId: "ada@example.com" }, field: "eventId" },
    { change: { eventId: "x".repeat(151) }, field: "eventId" },
    { change: { occurredAt: "yesterday" }, field: "occurredAt" },
    { change: { consent: { marketing: true } }, field: "consent.analytics" },
    { change: { emailSha256: "ada@example.com" }, field: "emailSha256" },
    { change: { custom: { value: "1.00" } }, field: "custom.currency" },
    { change: { custom: { value: "-1.00", currency: "USD" } }, field: "custom.value" },
    { change: { custom: { value: "1e9", currency: "USD" } }, field: "custom.value" },
    { change: { custom: { value: "1.00", currency: "XYW" } }, field: "custom.currency" },
    { change: { lineItems: [{ itemId: "1", quantity: 0 }] }, field: "lineItems.0.quantity" },
    { change: { lineItems: Array(41).fill({ itemId: "1", quantity: 1 }) }, field: "lineItems" },
    { change: { clientId: "\0" }, field: "clientId" },
    { change: { clickId: "x".repeat(2_000) }, field: "clickId" },
  ])("$field does not fit", ({ change, field }) => {
    const parsed = parse(collectSchema, { ...ACT, ...change });
    expect(parsed.kind === "unreadable" && parsed.fields).toContain(field);
  });

  test("a half of a character, as where a text was cut, is replaced", () => {
    const parsed = parse(collectSchema, { ...ACT, custom: { searchString: "scarf \ud83d" } });
    expect(parsed).toMatchObject({ value: { custom: { searchString: "scarf \ufffd" } } });
  });
});

describe("what may be true", () => {
  test.each([
    { currency: "USD", value: "100000.00", fields: [], because: "a very large cart" },
    { currency: "USD", value: "100000.01", fields: ["custom.value"], because: "no cart" },
    { currency: "JPY", value: "100000000", fields: [], because: "a yen is less than a cent" },
    { currency: "JPY", value: "100000001", fields: ["custom.value"], because: "no cart in yen" },
    { currency: "IDR", value: "9999999999", fields: [], because: "a rupiah is next to nothing" },
    {
      currency: "EUR",
      value: "100001",
      fields: ["custom.value"],
      because: "not in the table: a dollar",
    },
  ])("$value $currency: $because", ({ currency, fields, value }) => {
    expect(implausibleFields({ ...ACT, custom: { currency, value } })).toEqual(fields);
  });

  test("an item may cost no more than a cart", () => {
    const lineItems = [{ itemId: "1", price: "100001", quantity: 1 }];
    expect(implausibleFields({ ...ACT, lineItems })).toEqual(["lineItems.0.price"]);
  });

  test("an act is at most a day older than its message, by whatever clock", () => {
    const sentAt = "1999-01-02T00:00:00.000Z";
    const at = (occurredAt: string) => implausibleFields({ ...ACT, occurredAt, sentAt });
    expect(at("1999-01-01T00:00:00.000Z")).toEqual([]);
    expect(at("1998-12-31T23:59:59.999Z")).toEqual(["occurredAt"]);
    expect(at("2099-01-01T00:00:00.000Z")).toEqual([]);
  });
});
