import type { Verdict } from "~/conversions/backfill";
import { orderWords } from "~/conversions/event-filter";
import type { ListedEvent } from "~/conversions/event-list";
import { findAsked } from "~/conversions/explain.server";
import type { Absence, PlatformWord } from "~/conversions/unrecorded-order";
import { db } from "~/db.server";
import { UpstreamUnavailableError } from "~/errors";
import { log } from "~/log.server";
import { findLane } from "~/shops/connection.server";
import { listErased } from "~/shops/erasure-mark.server";
import type { Shop } from "~/shops/shop";

import { askAdmin, type Ask } from "./ask-admin.server";
import { decideOrder } from "./decide-order.server";
import { findNamedOrder, findOrder } from "./find-orders.server";
import { ERASED, foreseeOrder } from "./foresee-order.server";
import { digitsOf } from "./order";
import type { PageWorld } from "./page-world.server";
import { WINDOW_MS } from "./reconcile.server";

/** What is known of the order or event that a person asked for. */
export type Explained = {
  /** The orders and events that may be meant. */
  found: ListedEvent[];
  /** Where there are none: what the platform says. `null` where it need not be asked. */
  platform: PlatformWord | null;
};

/**
 * Why an order or event went to Pinterest, or did not. Of an order that the app has not recorded, the
 * platform is asked, so that the merchant hears what would become of it. Writes nothing.
 *
 * @param asked what the merchant pasted, trimmed; nothing was asked where it is empty.
 */
export async function explainAsked(
  shop: Shop,
  asked: string,
  world: PageWorld,
): Promise<Explained> {
  if (asked === "") return { found: [], platform: null };
  const found = await findAsked(shop.id, asked);
  if (found.length > 0) return { found, platform: null };
  try {
    return await askPlatform(shop, asked, world);
  } catch (err) {
    if (!(err instanceof UpstreamUnavailableError)) throw err;
    log.warn({ err, shopId: shop.id }, "an order could not be asked for");
    return { found: [], platform: { kind: "unanswered" } };
  }
}

async function askPlatform(
  shop: Shop,
  asked: string,
  { client, now, pause }: PageWorld,
): Promise<Explained> {
  const admin = await client(shop.shopDomain);
  if (!admin) return { found: [], platform: { kind: "unanswered" } };
  const ask = askAdmin(admin, pause);
  const named = await findNamedOrder(ask, orderWords(asked));
  if (!named) return { found: [], platform: { kind: "none" } };
  // What could not be read was recorded without its name.
  const found = await findAsked(shop.id, digitsOf(named.id));
  if (found.length > 0) return { found, platform: null };
  const verdict = await foresee(ask, shop, named.id, now());
  if (verdict.outcome === "gone") return { found: [], platform: { kind: "none" } };
  const { createdAt, name } = named;
  const absence = await absenceOf(shop, createdAt, now());
  return {
    found: [],
    platform: { kind: "found", order: { orderName: name, createdAt, absence, verdict } },
  };
}

/** What would become of an order of which the ledger knows nothing. */
async function foresee(ask: Ask, shop: Shop, id: string, now: Date): Promise<Verdict> {
  if ((await listErased(db, shop.id, "order", [digitsOf(id)])).size > 0) return ERASED;
  const whole = await findOrder(ask, shop.scopes, id);
  if (!whole) return { outcome: "gone" };
  if (whole.kind === "unreadable") return { outcome: "skip", reasons: ["unreadable_order"] };
  const decided = await decideOrder(shop, whole.value, "backfill", now);
  return foreseeOrder(shop.id, decided, undefined, now);
}

async function absenceOf(shop: Shop, createdAt: Date, now: Date): Promise<Absence> {
  if (createdAt < shop.installedAt) return "before_installation";
  if (!(await findLane(shop.id))) return "not_connected";
  const ageMs = now.getTime() - createdAt.getTime();
  if (ageMs < WINDOW_MS.recent) return "next_comparison";
  return ageMs < WINDOW_MS.daily ? "daily_comparison" : "lost";
}
