import { describe, expect, test } from "vitest";

import { missingFields } from "~/conversions/overview";

const ALL = ["em", "ph", "fn", "ln", "ct", "st", "zp", "country", "external_id"];

function orders(...matchKeys: string[][]) {
  return matchKeys.map((keys) => ({ matchKeys: keys }));
}

describe("missingFields", () => {
  test.each([
    { because: "two orders prove nothing", given: orders([], []), fields: [] },
    {
      because:
        "three orders without any of it miss all but the phone, which shoppers may leave out",
      given: orders([], ["external_id"], ["country"]),
      fields: ["email", "name", "address"],
    },
    {
      because: "twenty orders without any of it miss all of it",
      given: orders(...Array.from({ length: 20 }, () => ["external_id"])),
      fields: ["email", "phone", "name", "address"],
    },
    {
      because: "nineteen orders without a phone prove nothing",
      given: orders(...Array.from({ length: 19 }, () => ["em", "fn", "zp"])),
      fields: [],
    },
    { because: "nothing is missing", given: orders(ALL, ALL, ALL), fields: [] },
    {
      because: "one order that carries a field shows that it is shared",
      given: orders(["em"], ["ph"], ["ln", "zp"]),
      fields: [],
    },
    {
      because: "a first name alone shows that names are shared",
      given: orders(["em", "fn"], ["em"], ["em"]),
      fields: ["address"],
    },
    {
      because: "a country is no address: Shopify shares it without the rest",
      given: orders(["em", "ph", "fn", "country"], ["em"], ["em"]),
      fields: ["address"],
    },
  ])("$because", ({ given, fields }) => {
    expect(missingFields(given)).toEqual({ fields, orders: given.length });
  });
});
