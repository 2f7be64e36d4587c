import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type GraphQLSchema, type IntrospectionQuery, buildClientSchema } from "graphql";

/** The one API version that the local Shopify speaks. */
export const API_VERSION = "2026-10";

/** Scopes of which one is enough, and Shopify's own sentence about them. */
export type RequiredAccess = { scopes: readonly string[]; sentence: string };

/** The Admin API as Shopify published it, with the access scopes that fields and types ask for. */
export type AdminSchema = {
  schema: GraphQLSchema;
  /** By `Mutation.webPixelCreate` for a field, by `Order` for every field that returns one. */
  access: ReadonlyMap<string, RequiredAccess>;
};

/** The package exports no path to its data, hence the address of the file. */
const SCHEMA_FILE = new URL(
  `../../node_modules/@shopify/dev-mcp/dist/data/admin_${API_VERSION}.json.gz`,
  import.meta.url,
);

type PublishedScope = {
  typeName: string;
  fieldName?: string;
  requiredAccess: string;
  offlineScopes: string[];
};

let built: AdminSchema | undefined;

/** Reads and builds the schema on the first call, which takes about half a second; then keeps it. */
export function adminSchema(): AdminSchema {
  built ??= buildAdminSchema();
  return built;
}

function buildAdminSchema(): AdminSchema {
  const published: { data: IntrospectionQuery; offline_scopes: { items: PublishedScope[] } } =
    JSON.parse(gunzipSync(readFileSync(SCHEMA_FILE)).toString("utf8"));
  const access = new Map<string, RequiredAccess>();
  for (const { typeName, fieldName, offlineScopes, requiredAccess } of published.offline_scopes
    .items) {
    if (offlineScopes.length === 0) continue;
    const key = fieldName === undefined ? typeName : `${typeName}.${fieldName}`;
    access.set(key, { scopes: offlineScopes, sentence: requiredAccess });
  }
  return { schema: buildClientSchema(published.data, { assumeValid: true }), access };
}
