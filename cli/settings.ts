import {
  checkCatalogSettings,
  DEFAULT_CATALOG_SETTINGS,
  type CatalogSettings,
} from "~/catalog/catalog-settings";
import { english } from "~/messages/english";
import { mergeSettings, type ShopSettings } from "~/shops/settings";

import { nameOf, readJson, refused, type Io, type Read } from "./input";

/** The settings in a file on top of the defaults. Without a file, the defaults hold. */
export function readSettings(file: string | undefined, io: Io): Read<ShopSettings> {
  const json = file === undefined ? { kind: "read" as const, value: {} } : readJson(file, io);
  if (json.kind !== "read") return json;
  return checkSettings(json.value, file);
}

/** The same, with what a feed is made of beside them, under the key `catalog`. */
export function readFeedSettings(
  file: string | undefined,
  io: Io,
): Read<{ settings: ShopSettings; catalog: CatalogSettings }> {
  const json = file === undefined ? { kind: "read" as const, value: {} } : readJson(file, io);
  if (json.kind !== "read") return json;
  const { catalog, rest } = withoutCatalog(json.value);
  const settings = checkSettings(rest, file);
  if (settings.kind !== "read") return settings;
  const checked =
    catalog === undefined
      ? { kind: "parsed" as const, value: DEFAULT_CATALOG_SETTINGS }
      : checkCatalogSettings(catalog);
  if (checked.kind === "parsed") {
    return { kind: "read", value: { settings: settings.value, catalog: checked.value } };
  }
  const fields = Object.keys(checked.problems).map((path) => `catalog.${path}`);
  return refusedFields(file, fields);
}

function withoutCatalog(json: unknown): { catalog: unknown; rest: unknown } {
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  if (!isObject || !("catalog" in json)) return { catalog: undefined, rest: json };
  const { catalog, ...rest } = json;
  return { catalog, rest };
}

function checkSettings(json: unknown, file: string | undefined): Read<ShopSettings> {
  const settings = mergeSettings(json);
  if (settings.kind === "parsed") return { kind: "read", value: settings.value };
  return refusedFields(file, settings.fields);
}

function refusedFields(file: string | undefined, fields: readonly string[]) {
  const name = nameOf(file ?? "-");
  return refused(english.message("settings_refused", { file: name, fields: fields.join(", ") }));
}
