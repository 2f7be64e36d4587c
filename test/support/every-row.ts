import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import { unseal } from "~/seal.server";

type Row = Record<string, unknown>;

/** Where each sealed column belongs; a column without a line here fails the search. */
const CONTEXTS: Record<string, (row: Row) => string> = {
  "outbox.sealed": ({ shopId, eventId }) => `outbox.sealed:${shopId}:${eventId}`,
  "consent_snapshots.sealed": ({ shopId, eventId }) =>
    `consent_snapshots.sealed:${shopId}:${eventId}`,
  "data_requests.sealedFile": ({ shopId, id }) => `data_requests.sealedFile:${shopId}:${id}`,
  "feeds.sealedPassword": ({ id }) => `feeds.sealedPassword:${id}`,
  "shops.sealedErasureKey": ({ id }) => `shops.sealedErasureKey:${id}`,
  "shopify_sessions.sealedAccessToken": ({ id }) => `shopify_sessions.access:${id}`,
  "shopify_sessions.sealedRefreshToken": ({ id }) => `shopify_sessions.refresh:${id}`,
  "pinterest_accounts.sealedAccessToken": ({ shopId }) => `pinterest_accounts.access:${shopId}`,
  "pinterest_accounts.sealedRefreshToken": ({ shopId }) => `pinterest_accounts.refresh:${shopId}`,
  "pinterest_connections.sealedToken": ({ shopId }) =>
    `pinterest_connections.sealedToken:${shopId}`,
};

/** Every row of every table of every schema as text, what is sealed opened, by `schema.table`. */
export async function everyRow(): Promise<{ table: string; text: string }[]> {
  const tables = await db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT schemaname::text AS schema, tablename::text AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const found: { table: string; text: string }[] = [];
  for (const { schema, name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: Row }[]>(
      `SELECT to_jsonb(t) AS row FROM "${schema}"."${name}" t`,
    );
    for (const { row } of rows) {
      found.push({ table: `${schema}.${name}`, text: JSON.stringify(opened(name, row)) });
    }
  }
  return found;
}

/** The tables in which one of these texts stands, each with the text. */
export async function whereFound(texts: readonly string[]): Promise<string[]> {
  const rows = await everyRow();
  const hits = rows.flatMap(({ table, text }) =>
    texts.filter((part) => text.includes(part)).map((part) => `${table}: ${part}`),
  );
  return [...new Set(hits)].toSorted();
}

function opened(table: string, row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (!column.startsWith("sealed") || typeof value !== "string") return [column, value];
      const context = CONTEXTS[`${table}.${column}`];
      if (!context) throw new InvariantError(`Say how ${table}.${column} is opened`);
      return [column, unseal(value, context(row))];
    }),
  );
}
