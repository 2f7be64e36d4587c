import type { z } from "zod";

/** Outside data at the door: the value, or the names of what did not fit. */
export type Parsed<Value> =
  | { kind: "parsed"; value: Value }
  /** Paths such as `line_items.0.price`, never values: a value may be personal data. */
  | { kind: "unreadable"; fields: readonly string[] };

/**
 * Checks `input` against `schema`; never throws. What is wrong with the input as a whole is reported
 * as `(body)`. An unknown key of a strict schema is reported under its own path.
 */
export function parse<Value>(schema: z.ZodType<Value>, input: unknown): Parsed<Value> {
  const result = schema.safeParse(input);
  if (result.success) return { kind: "parsed", value: result.data };
  return { kind: "unreadable", fields: [...new Set(result.error.issues.flatMap(paths))] };
}

function paths(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key].join("."));
  return [path.join(".") || "(body)"];
}
