import { z } from "zod";

import { parse, type Parsed } from "~/parse";

import type { CatalogSettingsProblems } from "./catalog-settings";
import type { Preview } from "./preview";

/** More than any settings that pass the door take. */
const SETTINGS_CHARACTERS_MAX = 1_000_000;

const settings = z.string().max(SETTINGS_CHARACTERS_MAX).transform(readJson);

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), settings }),
  z.object({ intent: z.literal("preview"), settings, search: z.string().max(255) }),
]);

/** What the page of the items asks for. The settings are whatever was posted, to be checked. */
export type ItemsForm = z.infer<typeof formSchema>;

/** What the page is told of it. */
export type ItemsAnswer =
  | { kind: "saved" }
  | { kind: "previewed"; preview: Preview }
  /** There is nothing to look at before the catalog was first read. */
  | { kind: "not_read" }
  /** The merchant: nothing was saved. */
  | { kind: "refused"; problems: CatalogSettingsProblems }
  /** Only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] };

/** The form of the page as it is posted. */
export function parseItemsForm(form: FormData): Parsed<ItemsForm> {
  return parse(formSchema, Object.fromEntries(form));
}

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "no JSON" });
    return z.NEVER;
  }
}
