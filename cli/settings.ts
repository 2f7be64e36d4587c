import { message } from "~/messages/message";
import { mergeSettings, type ShopSettings } from "~/shops/settings";

import { nameOf, readJson, refused, type Io, type Read } from "./input";

/** The settings in a file on top of the defaults. Without a file, the defaults hold. */
export function readSettings(file: string | undefined, io: Io): Read<ShopSettings> {
  const json = file === undefined ? { kind: "read" as const, value: {} } : readJson(file, io);
  if (json.kind !== "read") return json;
  const settings = mergeSettings(json.value);
  if (settings.kind === "parsed") return { kind: "read", value: settings.value };
  return refused(
    message("settings_refused", { file: nameOf(file ?? "-"), fields: settings.fields.join(", ") }),
  );
}
