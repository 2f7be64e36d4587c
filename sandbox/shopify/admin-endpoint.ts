import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  NoDeprecatedCustomRule,
  defaultFieldResolver,
  execute,
  executeSync,
  getNamedType,
  isNonNullType,
  parse,
  validate,
} from "graphql";
import { z } from "zod";
import { type Exchange, isJson, parseJson, readBody, sendJson } from "../loopback-server.ts";
import { accessDenied } from "./access-denied.ts";
import { type BulkOperations, toLines } from "./bulk-operations.ts";
import { type AppFacts, adminRoot } from "./admin-data.ts";
import { API_VERSION, type RequiredAccess, adminSchema } from "./admin-schema.ts";
import { connection } from "./connection.ts";
import { queryCost, type ThrottleBucket } from "./query-cost.ts";
import { IN_GRAPHQL } from "./protected-fields.ts";
import type { Shop } from "./shop.ts";

/** One Admin API call, for a test to look at: names of operations and of what was wrong. */
export type AdminCall = {
  shop: string;
  at: string;
  status: number;
  operation: string | null;
  errors: readonly string[];
  deprecated: readonly string[];
};

export type AdminDesk = {
  shop: Shop | null;
  app: AppFacts;
  isValidToken: (token: string) => boolean;
  bucket: ThrottleBucket;
  bulk: BulkOperations;
  nowMs: number;
};

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const BODY_BYTES_MAX = 1024 * 1024;

type Answered = Pick<AdminCall, "status" | "operation" | "errors" | "deprecated">;

/** Answers `POST /admin/api/{version}/graphql.json`; says what it answered, for the record. */
export async function answerAdminRequest(
  desk: AdminDesk,
  version: string,
  { request, response }: Exchange,
): Promise<Answered> {
  const refuse = (status: number, errors: unknown): Answered => {
    sendJson(response, status, { errors });
    return { status, operation: null, errors: [JSON.stringify(errors)], deprecated: [] };
  };
  const body = await readBody(request, BODY_BYTES_MAX);
  if (version !== API_VERSION || !desk.shop) return refuse(404, "Not Found");
  const token = request.headers["x-shopify-access-token"];
  if (!desk.shop.installed || typeof token !== "string" || !desk.isValidToken(token)) {
    return refuse(
      401,
      "[API] Invalid API key or access token (unrecognized login or wrong password)",
    );
  }
  if (body.kind === "too_large") return refuse(413, "Request Entity Too Large");
  if (!isJson(request)) return refuse(415, "Unsupported Media Type");
  const input = bodySchema.safeParse(parseJson(body.text));
  if (!input.success) return refuse(400, { query: "Required parameter missing or invalid" });

  const { result, deprecated } = await run(desk, desk.shop, input.data);
  sendJson(response, 200, result, {
    "x-shopify-api-version": version,
    ...(deprecated.length > 0 && { "x-shopify-api-deprecated-reason": DEPRECATED_REASON }),
  });
  return {
    status: 200,
    operation: input.data.operationName ?? operationName(input.data.query),
    errors: (result.errors ?? []).map(({ message }) => message),
    deprecated,
  };
}

const DEPRECATED_REASON = "https://shopify.dev/api/usage/versioning#deprecation-practices";

type Ran = { result: ExecutionResult; deprecated: readonly string[] };

async function run(desk: AdminDesk, shop: Shop, input: z.infer<typeof bodySchema>): Promise<Ran> {
  const { schema } = adminSchema();
  let document: DocumentNode;
  try {
    document = parse(input.query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { result: { errors: [error] }, deprecated: [] };
  }
  const errors = validate(schema, document).map(inShopifysWords);
  if (errors.length > 0) return { result: { errors }, deprecated: [] };
  const deprecated = validate(schema, document, [NoDeprecatedCustomRule]).map((e) => e.message);

  const requestedQueryCost = queryCost(document, input.operationName);
  const throttleStatus = desk.bucket.take(requestedQueryCost, desk.nowMs);
  if (!throttleStatus.allowed) {
    const error = new GraphQLError("Throttled", { extensions: { code: "THROTTLED" } });
    const extensions = cost(requestedQueryCost, null, throttleStatus);
    return { result: { errors: [error], extensions }, deprecated };
  }
  const result = await execute({
    schema,
    document,
    rootValue: adminRoot(shop, desk.app, desk.bulk),
    variableValues: input.variables ?? {},
    operationName: input.operationName ?? null,
    fieldResolver: resolverFor(shop),
  });
  const extensions = cost(requestedQueryCost, requestedQueryCost, throttleStatus);
  return { result: { ...result, extensions }, deprecated };
}

/** Answers the question of a bulk operation: by the resolvers of any other, written down in lines. */
export function answerBulk(
  desk: Pick<AdminDesk, "app" | "bulk">,
  shop: Shop,
  document: DocumentNode,
): { lines: string[]; isDenied: boolean } {
  const { data, errors } = executeSync({
    schema: adminSchema().schema,
    document,
    rootValue: adminRoot(shop, desk.app, desk.bulk),
    fieldResolver: resolverFor(shop),
  });
  const isDenied = (errors ?? []).some(({ extensions }) => extensions.code === "ACCESS_DENIED");
  return { lines: toLines(data), isDenied };
}

function cost(
  requestedQueryCost: number,
  actualQueryCost: number | null,
  throttleStatus: ReturnType<ThrottleBucket["take"]>,
) {
  const { maximumAvailable, currentlyAvailable, restoreRate } = throttleStatus;
  return {
    cost: {
      requestedQueryCost,
      actualQueryCost,
      throttleStatus: { maximumAvailable, currentlyAvailable, restoreRate },
    },
  };
}

/** The two commonest faults as Shopify words them; all others keep graphql-js's sentence. */
function inShopifysWords(error: GraphQLError): GraphQLError {
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (!unknown) return error;
  const [, fieldName, typeName] = unknown;
  return new GraphQLError(`Field '${fieldName}' doesn't exist on type '${typeName}'`, {
    nodes: error.nodes ?? null,
    extensions: { code: "undefinedField", typeName, fieldName },
  });
}

/** Plain values, after the two questions Shopify asks first: is it in scope, and is it protected. */
function resolverFor(shop: Shop): GraphQLFieldResolver<unknown, unknown> {
  const { access } = adminSchema();
  return (source, args, context, info) => {
    const key = `${info.parentType.name}.${info.fieldName}`;
    const required = access.get(key) ?? access.get(subject(info.returnType));
    if (required && !isGranted(shop.grantedScopes, required)) {
      throw accessDenied(info.fieldName, required.sentence);
    }
    const field = IN_GRAPHQL.get(key);
    if (field && !shop.protectedFields[field]) throw notApproved(info.fieldName);
    const value: unknown = defaultFieldResolver(source, args, context, info);
    if (value !== undefined || !isNonNullType(info.returnType)) return value;
    return isConnection(info.returnType) ? connection([]) : value;
  };
}

/** The type that a field is about: `Order` for `[Order!]!` and for `OrderConnection`. */
function subject(type: GraphQLOutputType): string {
  return getNamedType(type).name.replace(/Connection$/, "");
}

function isConnection(type: GraphQLOutputType): boolean {
  return getNamedType(type).name.endsWith("Connection");
}

function isGranted(granted: readonly string[], { scopes }: RequiredAccess): boolean {
  return scopes.some(
    (scope) => granted.includes(scope) || granted.includes(scope.replace(/^read_/, "write_")),
  );
}

function notApproved(field: string): GraphQLError {
  return new GraphQLError(`This app is not approved to use the ${field} field.`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/docs/apps/launch/protected-customer-data",
    },
  });
}

function operationName(query: string): string | null {
  return /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? null;
}
