import { z } from "zod";
import type { OrderRequest, ShopifyDesk } from "./desk.ts";
import { makeOrder } from "./order-maker.ts";
import { withoutProtectedFields } from "./protected-fields.ts";
import type { Shop, ShopOrder } from "./shop.ts";
import type { Delivery } from "./webhooks.ts";

/** Keeps the order as placed, and sends what the app may see of it. */
export async function placeOrder(
  desk: ShopifyDesk,
  shop: Shop,
  { seed, country, body, topic = "orders/create", silent = false }: OrderRequest,
): Promise<Delivery[]> {
  const now = new Date(desk.now());
  const text =
    body ??
    JSON.stringify(
      makeOrder({
        seed: seed ?? crypto.randomUUID(),
        number: shop.orders.length + 1,
        shopDomain: shop.domain,
        currency: shop.currencyCode,
        country,
        now,
      }),
    );
  keepOrder(shop, { ...namesOf(text), placedAt: now.toISOString(), body: text });
  if (!shop.installed || silent) return [];
  const seen = withoutProtectedFields(text, shop.protectedFields);
  return desk.webhooks.send({ topic, body: seen, shop: shop.domain });
}

/** A later webhook of the same order replaces its body; the order keeps the time of its placement. */
function keepOrder(shop: Shop, order: ShopOrder): void {
  const known = shop.orders.find(({ id }) => id === order.id && id !== "unknown");
  if (known) known.body = order.body;
  else shop.orders.push(order);
}

const namesSchema = z.object({
  admin_graphql_api_id: z.string().optional(),
  id: z.number().optional(),
  name: z.string().optional(),
});

/** A pasted body may be anything; an order without a readable id is listed under "unknown". */
function namesOf(body: string): { id: string; name: string } {
  const parsed = namesSchema.safeParse(parseOrNothing(body));
  if (!parsed.success) return { id: "unknown", name: "unreadable" };
  const { admin_graphql_api_id: gid, id, name } = parsed.data;
  const numeric = gid?.replace(/^.*\//, "") ?? (id === undefined ? "unknown" : String(id));
  return { id: numeric, name: name ?? "unnamed" };
}

function parseOrNothing(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
