import { InvariantError } from "~/errors";
import { mergeSettings, type ShopSettings } from "~/shops/settings";

/** The default settings with `changes` on top. */
export function shopSettings(changes: unknown = {}): ShopSettings {
  const settings = mergeSettings(changes);
  if (settings.kind === "parsed") return settings.value;
  throw new InvariantError(`The test's own settings do not fit: ${settings.fields.join(", ")}`);
}
