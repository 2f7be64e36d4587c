import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import pg from "pg";

import type { Stack } from "./stack";

/** Where a value was found that should be nowhere. */
export type Leak = { place: string; value: string };

/** Shorter values are found by chance. */
const LENGTH_MIN = 5;

/** A postcode or a house number is part of many a longer number. */
const DIGITS_MIN = 7;

/** The keys of an order body whose texts are of the buyer, or open something that is theirs. */
const PERSONAL_KEYS = new Set([
  ...["email", "contact_email", "phone", "first_name", "last_name", "company"],
  ...["address1", "address2", "city", "zip", "latitude", "longitude"],
  ...["browser_ip", "user_agent", "checkout_token", "cart_token", "token", "order_status_url"],
]);

/** The objects of an order body in which `name` is a person's. */
const PERSONS = new Set(["billing_address", "shipping_address", "default_address", "customer"]);

/**
 * Every one of `values` that stands in one of `texts`, in whatever case, and also where it was escaped for
 * JSON or for a URL. Each place names a value once.
 */
export async function findLeaks(
  texts: AsyncIterable<{ place: string; text: string }>,
  values: readonly string[],
): Promise<Leak[]> {
  const searched = values.map((value) => ({ value, forms: formsOf(value) }));
  const leaks = new Map<string, Leak>();
  for await (const { place, text } of texts) {
    const lower = text.toLowerCase();
    for (const { value, forms } of searched) {
      if (!forms.some((form) => lower.includes(form))) continue;
      leaks.set(JSON.stringify([place, value]), { place, value });
    }
  }
  return [...leaks.values()];
}

function formsOf(value: string): string[] {
  const escaped = JSON.stringify(value).slice(1, -1);
  return [value, escaped, encodeURIComponent(value)].map((form) => form.toLowerCase());
}

/** Every row of every table of a database, the job queue's too; the place is `schema.table`. */
export async function* tableTexts(
  databaseUrl: string,
): AsyncGenerator<{ place: string; text: string }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ place: string; name: string }>(
      `SELECT schemaname || '.' || tablename AS place, format('%I.%I', schemaname, tablename) AS name
         FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
        ORDER BY 1`,
    );
    for (const { place, name } of tables) {
      const { rows } = await client.query<{ row: unknown }>(
        `SELECT to_json(t) AS row FROM ${name} t`,
      );
      for (const { row } of rows) yield { place, text: textsIn(row).join("\n") };
    }
  } finally {
    await client.end();
  }
}

/** Every table and every log file of a running app and its sandbox. */
export async function* stackTexts({
  databaseLog,
  databaseUrl,
  logDir,
}: Stack): AsyncGenerator<{ place: string; text: string }> {
  yield* tableTexts(await databaseUrl());
  const logs = (await readdir(logDir)).map((file) => path.join(logDir, file));
  for (const file of [...logs, databaseLog]) {
    yield { place: path.basename(file), text: await readFile(file, "utf8") };
  }
}

/**
 * The texts of an order body that may be nowhere but at Pinterest, hashed: who the buyer is, where they
 * live, with what they came, and the tokens of their checkout. A phone is also looked for as digits.
 */
export function personalValues(orderBody: unknown): string[] {
  const values = personalTexts(orderBody, "").flatMap((text) => {
    const digits = text.replaceAll(/\D/g, "");
    return /^[+\d\s().-]+$/.test(text) && !text.includes(":") ? [text, digits] : [text];
  });
  return [...new Set(values)].filter(
    (text) => text.length >= LENGTH_MIN && (!/^\d+$/.test(text) || text.length >= DIGITS_MIN),
  );
}

function personalTexts(value: unknown, parent: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const isPersonal = PERSONAL_KEYS.has(key) || (key === "name" && PERSONS.has(parent));
    if (typeof part === "string") return isPersonal ? [part.trim()] : [];
    return personalTexts(part, Array.isArray(value) ? parent : key);
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)]);
}
