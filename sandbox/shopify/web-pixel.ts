import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Shop } from "./shop.ts";

type PixelInput = { webPixel: { settings: unknown } };

/** What the error codes of a refused change say. Source: Shopify Admin GraphQL 2026-10, `ErrorsWebPixelUserErrorCode`. */
const WORDS = new Map([
  ["TAKEN", "Web pixel is taken."],
  ["NOT_FOUND", "Web pixel not found."],
  ["NO_EXTENSION", "No extension found."],
  ["INVALID_SETTINGS", "The settings do not match the definition of the extension."],
  ["INVALID_CONFIGURATION_JSON", "The settings are not valid JSON."],
]);

let pixels = 0;

/** A new pixel has an id that none had before, as at Shopify. */
export function newPixelId(): string {
  pixels += 1;
  return `gid://shopify/WebPixel/${pixels}`;
}

/**
 * `webPixelCreate`, `webPixelUpdate` and `webPixelDelete` of one shop: one pixel at a time, with exactly
 * the settings that the extension declares, each a line of text.
 *
 * @param fields what the extension declares; `null`: the app has none.
 */
export function pixelMutations(shop: Shop, fields: readonly string[] | null) {
  const done = () => ({ webPixel: shop.webPixel, userErrors: [] });
  const check = (settings: unknown): string | null => {
    if (shop.pixelRefusal) return shop.pixelRefusal;
    if (!fields) return "NO_EXTENSION";
    return problemOf(settings, fields);
  };
  return {
    webPixelCreate({ webPixel: { settings } }: PixelInput) {
      requireCustomerEvents(shop, "webPixelCreate");
      const problem = check(settings) ?? (shop.webPixel ? "TAKEN" : null);
      if (problem) return refused(problem);
      shop.webPixel = { id: newPixelId(), settings: textOf(settings) };
      return done();
    },
    webPixelUpdate({ id, webPixel: { settings } }: PixelInput & { id: string }) {
      requireCustomerEvents(shop, "webPixelUpdate");
      const problem = shop.webPixel?.id === id ? check(settings) : "NOT_FOUND";
      if (problem) return refused(problem);
      shop.webPixel = { id, settings: textOf(settings) };
      return done();
    },
    webPixelDelete({ id }: { id: string }) {
      if (shop.webPixel?.id !== id) return refused("NOT_FOUND");
      if (shop.pixelRefusal) return refused(shop.pixelRefusal);
      shop.webPixel = null;
      return { deletedWebPixelId: id, userErrors: [] };
    },
  };
}

/** The published list of scopes names this one in a sentence only. */
function requireCustomerEvents({ grantedScopes }: Shop, field: string): void {
  if (grantedScopes.includes("read_customer_events")) return;
  const requiredAccess = "The app requires read_customer_events access scope.";
  throw new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: { code: "ACCESS_DENIED", requiredAccess },
  });
}

function refused(code: string) {
  const message = WORDS.get(code) ?? "The web pixel was not changed.";
  const field = code === "NOT_FOUND" || code === "TAKEN" ? ["id"] : ["settings"];
  return {
    webPixel: null,
    deletedWebPixelId: null,
    userErrors: [{ __typename: "ErrorsWebPixelUserError", code, message, field }],
  };
}

const settingsSchema = z.record(z.string(), z.string().regex(/^[^\r\n]+$/));

/** A pixel's settings come as JSON text or as an object. */
function problemOf(settings: unknown, fields: readonly string[]): string | null {
  const value = typeof settings === "string" ? parsed(settings) : settings;
  if (value === undefined) return "INVALID_CONFIGURATION_JSON";
  const checked = settingsSchema.safeParse(value);
  if (!checked.success) return "INVALID_SETTINGS";
  const given = Object.keys(checked.data).toSorted().join();
  return given === fields.toSorted().join() ? null : "INVALID_SETTINGS";
}

function textOf(settings: unknown): string {
  return typeof settings === "string" ? settings : JSON.stringify(settings);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
