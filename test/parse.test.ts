import { describe, expect, test } from "vitest";
import { z } from "zod";

import { parse } from "~/parse";

const schema = z.strictObject({
  email: z.email(),
  lines: z.array(z.object({ price: z.string() })),
  address: z.strictObject({ city: z.string() }).optional(),
});

describe("parse", () => {
  test("hands on what fits", () => {
    const input = { email: "ada@example.com", lines: [{ price: "1.00" }] };
    expect(parse(schema, input)).toEqual({ kind: "parsed", value: input });
  });

  test.each([
    { input: { email: "ada", lines: [] }, fields: ["email"], because: "one value is wrong" },
    { input: {}, fields: ["email", "lines"], because: "two are missing" },
    {
      input: { email: "ada@example.com", lines: [{ price: "1" }, { price: 2 }] },
      fields: ["lines.1.price"],
      because: "the place in a list counts",
    },
    {
      input: { email: "ada@example.com", lines: [], address: { city: "Paris", street: "x" } },
      fields: ["address.street"],
      because: "an unknown key has its own path",
    },
    { input: null, fields: ["(body)"], because: "there is nothing to have a path" },
    { input: "ada@example.com", fields: ["(body)"], because: "the whole is of a wrong kind" },
    { input: [], fields: ["(body)"], because: "a list is no object" },
  ])("names $fields, because $because", ({ input, fields }) => {
    expect(parse(schema, input)).toEqual({ kind: "unreadable", fields });
  });

  test("names a field once, however much is wrong with it", () => {
    const twice = z.object({ code: z.string().min(5).regex(/^\d+$/) });
    expect(parse(twice, { code: "ab" })).toEqual({ kind: "unreadable", fields: ["code"] });
  });

  test("repeats no value of what it refuses", () => {
    const refused = parse(schema, { email: "Ada at example.com", lines: "Lovelace" });
    expect(JSON.stringify(refused)).not.toMatch(/Ada|Lovelace/);
  });
});
