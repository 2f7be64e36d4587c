import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";
import { type SchemaFault, toFault } from "./schema.ts";

const schemaSchema = z.record(z.string(), z.unknown());

const descriptionSchema = z.object({
  operations: z.array(
    z.object({
      operationId: z.string(),
      method: z.enum(["GET", "POST", "PATCH", "DELETE"]),
      path: z.string(),
      /** A user's token, or the app's own name and secret. */
      access: z.enum(["oauth", "basic"]),
      scopes: z.array(z.string()),
      pathParameters: z.record(z.string(), schemaSchema),
      query: z.looseObject({ properties: z.record(z.string(), z.looseObject({})) }),
      body: z.object({ contentType: z.string(), schema: schemaSchema }).nullable(),
      answers: z.record(z.string(), schemaSchema.nullable()),
    }),
  ),
  definitions: schemaSchema,
});

type Described = z.infer<typeof descriptionSchema>["operations"][number];

/** One operation of the published description, with what checks calls and answers of it. */
export type Operation = Described & {
  /** Faults of a path's parameters, of a query and of a body; none where all fit. */
  checkPath: (parameters: Readonly<Record<string, string>>) => readonly SchemaFault[];
  checkQuery: (query: URLSearchParams) => readonly SchemaFault[];
  checkBody: (body: unknown) => readonly SchemaFault[];
  /** Faults of an answer of ours. */
  checkAnswer: (status: number, body: unknown) => readonly SchemaFault[];
};

/** The languages that a catalog may be in. */
export function readCatalogLocales(): readonly string[] {
  const text = readFileSync(new URL("./operations.schema.json", import.meta.url), "utf8");
  const described = z.object({
    definitions: z.object({ CatalogsLocale: z.object({ enum: z.array(z.string()) }) }),
  });
  return described.parse(JSON.parse(text)).definitions.CatalogsLocale.enum;
}

/**
 * The operations of accounts and catalogs, read from the extract of the published description.
 *
 * What stands beside a `$ref` has no force in OpenAPI 3.0, but for `nullable`, which the description itself
 * means there. A member of a union whose `operation` differs is told apart by its `enum`.
 */
export function readOperations(): Operation[] {
  const text = readFileSync(new URL("./operations.schema.json", import.meta.url), "utf8");
  const { definitions, operations } = descriptionSchema.parse(JSON.parse(text, withNull));
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const compile = (schema: object) => ajv.compile({ ...schema, definitions });
  return operations.map((operation) => {
    const path = compile({ type: "object", properties: operation.pathParameters });
    const query = compile(operation.query);
    const body = operation.body && compile(operation.body.schema);
    const answers = new Map<string, ValidateFunction>();
    for (const [status, schema] of Object.entries(operation.answers)) {
      if (schema) answers.set(status, compile(schema));
    }
    return {
      ...operation,
      checkPath: (parameters) => faults(path, parameters),
      checkQuery: (params) => faults(query, typed(operation, params)),
      checkBody: (value) => (body ? faults(body, value) : []),
      checkAnswer: (status, value) => {
        const validate = answers.get(String(status)) ?? answers.get("default");
        return validate && !(String(status) in operation.answers && !answers.has(String(status)))
          ? faults(validate, value)
          : [];
      },
    };
  });
}

/** `nullable` beside a union of references: a schema library knows it beside a type only. */
function withNull(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!("nullable" in value) || value.nullable !== true || "type" in value) return value;
  const schema = { ...value };
  Reflect.deleteProperty(schema, "nullable");
  return { anyOf: [schema, { type: "null" }] };
}

function faults(validate: ValidateFunction, value: unknown): readonly SchemaFault[] {
  return validate(value) ? [] : (validate.errors ?? []).map(toFault);
}

/** A query is text; the description says which of it is a number, a truth or a list. */
function typed(operation: Described, params: URLSearchParams): Record<string, unknown> {
  const known = operation.query.properties;
  return Object.fromEntries(
    [...params.keys()].map((name) => {
      const text = params.get(name) ?? "";
      switch (known[name]?.["type"]) {
        case "integer":
          return [name, /^-?\d+$/.test(text) ? Number(text) : text];
        case "boolean":
          return [name, text === "true" ? true : text === "false" ? false : text];
        case "array":
          return [
            name,
            params.getAll(name).map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
          ];
        default:
          return [name, text];
      }
    }),
  );
}
