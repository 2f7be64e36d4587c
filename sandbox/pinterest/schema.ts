import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";

/** What is wrong with a whole request, as a path and the rule it breaks; never a value. */
export type SchemaFault = { path: string; rule: string };

const schemaSchema = z.record(z.string(), z.unknown());

/**
 * Checks bodies against the published schema.
 *
 * The description is OpenAPI 3.0, where what stands beside a `$ref` has no force. So the `required`
 * lists beside the three references of `ConversionEventsUserData` are dropped here, and the identity
 * rule, which the same schema states in words, is checked per event in `rules.ts`.
 */
export function createSchemaCheck(): (body: unknown) => readonly SchemaFault[] {
  const text = readFileSync(new URL("./events-create.schema.json", import.meta.url), "utf8");
  const schema = schemaSchema.parse(
    JSON.parse(text, (_key, value: unknown) => (isReference(value) ? { $ref: value.$ref } : value)),
  );
  const ajv = new Ajv({ allErrors: false, strict: true, strictTypes: false });
  ajv.addVocabulary(["example"]);
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (body) => (validate(body) ? [] : (validate.errors ?? []).map(toFault));
}

function isReference(value: unknown): value is { $ref: string } {
  return (
    typeof value === "object" && value !== null && "$ref" in value && typeof value.$ref === "string"
  );
}

export function toFault(error: ErrorObject): SchemaFault {
  const named: unknown = error.params.additionalProperty ?? error.params.missingProperty;
  const path = error.instancePath.replaceAll("/", ".").slice(1) || "(body)";
  return {
    path: typeof named === "string" ? `${path}.${named}` : path,
    rule: error.message ?? error.keyword,
  };
}
