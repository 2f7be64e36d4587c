import { commands } from "./en/commands";
import { skipReasons } from "./en/skip-reasons";

/**
 * Every sentence in English, by code. `{name}` marks what is filled in. Codes are unique over all
 * groups; a new group is a file of its own, added here.
 */
export const en = {
  ...skipReasons,
  ...commands,
} as const satisfies Record<string, string>;
