import { gql, type GraphQLClient } from "graphql-request";
import { z } from "zod";

import type { PixelFields } from "~/conversions/pixel-settings";
import { toPixelFields } from "~/conversions/shop-pixel";
import { env } from "~/env.server";
import { InvariantError, UpstreamUnavailableError } from "~/errors";
import { exclusively } from "~/exclusive.server";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { requireCollectKey } from "~/shops/collect-key.server";
import { findConnection } from "~/shops/connection.server";
import { PIXEL_REFUSALS, type PixelRefusal } from "~/shops/pixel";
import { findPlatformPixelId, recordPixel, type PixelChange } from "~/shops/pixel.server";
import type { Shop } from "~/shops/shop";
import { findShopById } from "~/shops/shop.server";

import { askAdmin, type Answer, type Ask } from "./ask-admin.server";

export const PIXEL_QUERY = gql`
  query Pixel {
    webPixel {
      id
      settings
    }
  }
`;

export const PIXEL_CREATE = gql`
  mutation PixelCreate($settings: JSON!) {
    change: webPixelCreate(webPixel: { settings: $settings }) {
      webPixel {
        id
      }
      userErrors {
        code
      }
    }
  }
`;

export const PIXEL_UPDATE = gql`
  mutation PixelUpdate($id: ID!, $settings: JSON!) {
    change: webPixelUpdate(id: $id, webPixel: { settings: $settings }) {
      webPixel {
        id
      }
      userErrors {
        code
      }
    }
  }
`;

export const PIXEL_DELETE = gql`
  mutation PixelDelete($id: ID!) {
    change: webPixelDelete(id: $id) {
      deletedWebPixelId
      userErrors {
        code
      }
    }
  }
`;

/** What a run cannot do by itself. */
export type PixelWorld = {
  now: () => Date;
  /** With the error policy `all`; `null` where the shop has no session. */
  client: (shopDomain: string) => Promise<GraphQLClient | null>;
  pause: (ms: number) => Promise<void>;
};

/**
 * What came of it: how the pixel stands now, or why nobody looked.
 *
 * - `busy`: another run of this shop is under way, perhaps with older settings.
 * - `not_installed`: there is no shop, or no session, and so nothing to do.
 */
export type PixelSync = PixelChange["state"] | "busy" | "not_installed";

/**
 * Makes the shop's pixel at Shopify what the shop's settings say: a connected shop has one, any other has
 * none. Shopify is asked first, and told only what differs, so that a run which comes again does nothing.
 * What Shopify refuses is kept for the merchant to read.
 *
 * @throws {UpstreamUnavailableError} when Shopify gives no answer; the run is to be repeated.
 */
export async function syncPixel(shopId: ShopId, world: PixelWorld): Promise<PixelSync> {
  return exclusively(`pixel:${shopId}`, async () => {
    const shop = await findShopById(shopId);
    const client = shop && !shop.uninstalledAt && (await world.client(shop.shopDomain));
    if (!client) return "not_installed";
    const change = await makePixel(
      askAdmin(client, world.pause),
      await wantedFields(shop),
      await findPlatformPixelId(shopId),
    );
    await recordPixel(shopId, change, world.now());
    log.info({ shopId, ...change }, "looked after a shop's pixel");
    return change.state;
  });
}

/** `null`: the shop is to have no pixel. One whose credentials are refused keeps it: the browser needs none. */
async function wantedFields(shop: Shop): Promise<PixelFields | null> {
  const { state, tagId } = await findConnection(shop.id);
  if (state === "not_connected" || tagId === null) return null;
  const collectKey = await requireCollectKey(shop.id);
  const collectUrl = new URL("/collect", env.SHOPIFY_APP_URL).href;
  return toPixelFields(shop, { tagId, collectUrl, collectKey });
}

/** @param knownId of the pixel that we made; Shopify may not show it, or have lost it. */
async function makePixel(
  ask: Ask,
  wanted: PixelFields | null,
  knownId: string | null,
): Promise<PixelChange> {
  const found = await findWebPixel(ask);
  if (found === "missing_scope") return { state: "refused", refusal: "missing_scope" };
  const id = found?.id ?? knownId;
  if (wanted === null) return id === null ? { state: "none" } : deletePixel(ask, id);
  if (found && isSame(found.settings, wanted)) return { state: "on", platformId: found.id };
  return putPixel(ask, id, JSON.stringify(wanted));
}

/** Updates the pixel where there is one, and makes it where there is none. */
async function putPixel(ask: Ask, id: string | null, settings: string): Promise<PixelChange> {
  if (id !== null) {
    const updated = await change(ask, PIXEL_UPDATE, { id, settings });
    if (updated.kind === "done") return { state: "on", platformId: updated.id ?? id };
    if (updated.refusal !== "not_found") return { state: "refused", refusal: updated.refusal };
  }
  const created = await change(ask, PIXEL_CREATE, { settings });
  if (created.kind === "done") {
    if (created.id) return { state: "on", platformId: created.id };
    throw new InvariantError("Shopify made a pixel and did not name it");
  }
  const { refusal } = created;
  const taken = refusal === "taken" ? await findWebPixel(ask) : null;
  if (taken === null || taken === "missing_scope") return { state: "refused", refusal };
  const updated = await change(ask, PIXEL_UPDATE, { id: taken.id, settings });
  if (updated.kind === "done") return { state: "on", platformId: updated.id ?? taken.id };
  return { state: "refused", refusal: updated.refusal };
}

/** One that is gone already is no fault. */
async function deletePixel(ask: Ask, id: string): Promise<PixelChange> {
  const deleted = await change(ask, PIXEL_DELETE, { id });
  const isGone = deleted.kind === "done" || deleted.refusal === "not_found";
  return isGone ? { state: "none" } : { state: "refused", refusal: deleted.refusal };
}

type WebPixel = { id: string; settings: unknown };

/** The app's one pixel in the shop. Where there is none, Shopify answers `null`, with or without an error. */
async function findWebPixel(ask: Ask): Promise<WebPixel | "missing_scope" | null> {
  const answer = await ask(PIXEL_QUERY, {});
  if (isDenied(answer)) return "missing_scope";
  return read(foundSchema, answer).webPixel;
}

type Changed = { kind: "done"; id: string | null } | { kind: "refused"; refusal: PixelRefusal };

async function change(
  ask: Ask,
  mutation: string,
  variables: { id?: string; settings?: string },
): Promise<Changed> {
  const answer = await ask(mutation, variables);
  if (isDenied(answer)) return { kind: "refused", refusal: "missing_scope" };
  const { change: changed } = read(changedSchema, answer);
  if (changed === null) {
    throw new UpstreamUnavailableError("Shopify did not change the pixel", {
      codes: answer.codes.join(", "),
    });
  }
  const [error] = changed.userErrors;
  if (error) return { kind: "refused", refusal: refusalOf(error.code) };
  return { kind: "done", id: changed.webPixel?.id ?? null };
}

function refusalOf(code: string | null | undefined): PixelRefusal {
  const word = code?.toLowerCase();
  return PIXEL_REFUSALS.find((known) => known === word) ?? "unexpected_error";
}

function isDenied({ codes }: Answer): boolean {
  return codes.includes("ACCESS_DENIED");
}

/** Shopify gives settings back as JSON text or as an object, in an order of its own. */
function isSame(settings: unknown, wanted: PixelFields): boolean {
  const stored = parse(z.record(z.string(), z.unknown()), fromJson(settings));
  if (stored.kind === "unreadable") return false;
  const sorted = (fields: object) => JSON.stringify(Object.entries(fields).toSorted());
  return sorted(stored.value) === sorted(wanted);
}

function fromJson(settings: unknown): unknown {
  if (typeof settings !== "string") return settings;
  try {
    return JSON.parse(settings);
  } catch {
    // What is no JSON is not what we wrote, and is written anew.
    return null;
  }
}

/** Source: Shopify Admin GraphQL 2026-10, `QueryRoot.webPixel`. */
const foundSchema = z.object({
  webPixel: z.object({ id: z.string(), settings: z.unknown() }).nullable(),
});

/** Source: Shopify Admin GraphQL 2026-10, `WebPixelCreatePayload` and its sisters. */
const changedSchema = z.object({
  change: z
    .object({
      webPixel: z.object({ id: z.string() }).nullish(),
      userErrors: z.array(z.object({ code: z.string().nullish() })),
    })
    .nullable(),
});

function read<Read>(schema: z.ZodType<Read>, { data }: Answer): Read {
  const answer = parse(schema, data);
  if (answer.kind === "parsed") return answer.value;
  throw new InvariantError("Shopify's answer does not fit its schema", {
    fields: answer.fields.join(", "),
  });
}
