import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";
import { z } from "zod";

// The extracts of Pinterest's description against the description itself, where it lies beside the project.

const ROOT = path.join(import.meta.dirname, "../..");
const DESCRIPTION = path.join(ROOT, "../shared/spec/pinterest-openapi.json");

type Node = Readonly<Record<string, unknown>>;
const nodes = z.record(z.string(), z.record(z.string(), z.unknown()));

describe.skipIf(!existsSync(DESCRIPTION))("Pinterest's published description", () => {
  const published = existsSync(DESCRIPTION)
    ? z.object({ components: z.object({ schemas: nodes }) }).parse(read(DESCRIPTION)).components
        .schemas
    : {};

  test("says of events/create what the local Pinterest checks", () => {
    const extract = z
      .looseObject({ definitions: nodes })
      .parse(read(path.join(ROOT, "sandbox/pinterest/events-create.schema.json")));
    const { definitions, ...schema } = extract;
    delete schema["$comment"];
    expect(schema).toEqual(withLocalReferences(published["ConversionEvents"]));
    for (const [name, definition] of Object.entries(definitions)) {
      expect(definition).toEqual(withLocalReferences(published[name]));
    }
  });

  test("says of events/create what the tests hold every body against", () => {
    const { components } = z
      .object({ components: z.object({ schemas: nodes }) })
      .parse(read(path.join(ROOT, "test/fixtures/pinterest-events-create.schema.json")));
    for (const [name, schema] of Object.entries(components.schemas)) {
      expect(bare(schema)).toEqual(bare(published[name]));
    }
  });

  test("has every schema of accounts and catalogs as the extract has it, less its words", () => {
    const { definitions } = z
      .looseObject({ definitions: nodes })
      .parse(read(path.join(ROOT, "sandbox/pinterest/operations.schema.json")));
    const others = Object.entries(definitions)
      .filter(([name, definition]) => {
        return JSON.stringify(bare(definition)) !== JSON.stringify(bare(published[name]));
      })
      .map(([name]) => name);
    expect(others.toSorted()).toEqual(REDUCED);
    for (const name of REDUCED) {
      const known = propertyNames(published[name], published);
      const unknown = [...propertyNames(definitions[name], definitions)].filter(
        (property) => !known.has(property),
      );
      expect({ name, unknown }).toEqual({ name, unknown: [] });
    }
  });
});

/** Of these the extract leaves something out: of unions by vertical, all but the retail member. */
const REDUCED = [
  "Account",
  "AdAccount",
  "CatalogsRetailFeedsCreateRequest",
  "CatalogsRetailItemsBatch",
  "ConversionAccessTokenResponse",
  "ConversionTag",
  "ConversionTagCommon",
  "ConversionTagConfigs",
  "ItemAttributesRequest",
  "OauthAccessTokenResponseCode",
  "OauthAccessTokenResponseRefresh",
  "UpdatableItemAttributes",
];

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function withLocalReferences(node: unknown): unknown {
  const text = JSON.stringify(node).replaceAll("#/components/schemas/", "#/definitions/");
  return JSON.parse(text);
}

const WORDS = new Set(["description", "example", "examples", "discriminator", "title"]);

/** A schema without its words, with its keys in order. A property may be called like one of them. */
function bare(node: unknown, isProperties = false): unknown {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (!isNode(node)) {
    return typeof node === "string"
      ? node.replace("#/components/schemas/", "#/definitions/")
      : node;
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isProperties || !WORDS.has(key))
      .map(([key, value]): [string, unknown] => [key, bare(value, key === "properties")])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The names of all properties below a schema, through its references. */
function propertyNames(
  node: unknown,
  schemas: Readonly<Record<string, Node>>,
  seen = new Set<string>(),
): Set<string> {
  if (Array.isArray(node)) {
    return new Set(node.flatMap((item) => [...propertyNames(item, schemas, seen)]));
  }
  if (!isNode(node)) return new Set();
  const names = new Set<string>(isNode(node["properties"]) ? Object.keys(node["properties"]) : []);
  const reference = node["$ref"];
  if (typeof reference === "string" && !seen.has(reference)) {
    seen.add(reference);
    const target = schemas[reference.slice(reference.lastIndexOf("/") + 1)];
    for (const name of propertyNames(target, schemas, seen)) names.add(name);
  }
  for (const value of Object.values(node)) {
    for (const name of propertyNames(value, schemas, seen)) names.add(name);
  }
  return names;
}

function isNode(node: unknown): node is Node {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
