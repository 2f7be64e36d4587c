import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

/** One subscription to one topic, as `shopify.app.toml` declares it. */
export type Subscription = { topic: string; uri: string; name: string | null };

/** What the local Shopify reads from the app's `shopify.app.toml`. */
export type AppToml = {
  scopes: readonly string[];
  /** Scopes that the app may ask for later. */
  optionalScopes?: readonly string[];
  subscriptions: readonly Subscription[];
  /** The settings that the app's web pixel declares; `null` or left out: the app has no web pixel. */
  pixelFields?: readonly string[] | null;
};

/** Reads the file at `file`, and the web pixel that lies in `extensions` beside it; throws when the file is not there. */
export function readAppToml(file: string): AppToml {
  const extensions = path.join(path.dirname(file), "extensions");
  return {
    ...parseAppToml(readFileSync(file, "utf8")),
    pixelFields: readPixelFields(extensions),
  };
}

/** The settings that the web pixel in a folder of extensions declares; `null` where none lies there. */
export function readPixelFields(extensions: string): readonly string[] | null {
  if (!existsSync(extensions)) return null;
  const tomls = readdirSync(extensions)
    .map((name) => path.join(extensions, name, "shopify.extension.toml"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));
  const pixel = tomls.find((text) => /^type\s*=\s*"web_pixel_extension"/m.test(text));
  if (pixel === undefined) return null;
  return readTables(pixel).flatMap(
    ({ section }) => /^settings\.fields\.([\w-]+)$/.exec(section)?.[1] ?? [],
  );
}

/** One table of a file, with its values as text. */
export type TomlTable = { section: string; values: Map<string, string | string[]> };

/**
 * Takes the scopes and the webhook subscriptions from the text of a `shopify.app.toml`. It reads
 * only what such a file is made of: tables, and strings or arrays of strings as values.
 */
export function parseAppToml(text: string): AppToml {
  const entries = readTables(text);
  const scopes = (key: string) =>
    entries
      .filter(({ section }) => section === "access_scopes")
      .flatMap(({ values }) => split(values.get(key)));
  const subscriptions = entries
    .filter(({ section }) => section === "webhooks.subscriptions")
    .flatMap(({ values }) => {
      const uri = split(values.get("uri"))[0] ?? "";
      const name = split(values.get("name"))[0] ?? null;
      const topics = [...split(values.get("topics")), ...split(values.get("compliance_topics"))];
      return topics.map((topic) => ({ topic, uri, name }));
    });
  return { scopes: scopes("scopes"), optionalScopes: scopes("optional_scopes"), subscriptions };
}

/** Reads the tables of a file, in their order; one that is repeated is there several times. */
export function readTables(text: string): TomlTable[] {
  const entries: TomlTable[] = [];
  let key: string | null = null;
  let value = "";
  for (const rawLine of text.split(/\r?\n/)) {
    const line = withoutComment(rawLine).trim();
    const section = key === null ? /^\[\[?([\w.-]+)\]\]?$/.exec(line)?.[1] : undefined;
    if (section !== undefined) {
      entries.push({ section, values: new Map() });
      continue;
    }
    const assigned: RegExpExecArray | null =
      key === null ? /^([\w-]+)\s*=\s*(.*)$/.exec(line) : null;
    if (assigned) [key, value] = [assigned[1] ?? "", assigned[2] ?? ""];
    else if (key !== null) value += ` ${line}`;
    // An array goes on until its bracket is closed.
    if (key === null || (value.startsWith("[") && !value.endsWith("]"))) continue;
    entries.at(-1)?.values.set(key, strings(value));
    key = null;
  }
  return entries;
}

function strings(value: string): string | string[] {
  const found = [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
    ([, double, single]) => double ?? single ?? "",
  );
  return value.startsWith("[") ? found : (found[0] ?? value);
}

function split(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  const parts = Array.isArray(value) ? value : value.split(",");
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function withoutComment(line: string): string {
  const outside = /^((?:"[^"]*"|'[^']*'|[^"'#])*)#/.exec(line);
  return outside ? (outside[1] ?? "") : line;
}
