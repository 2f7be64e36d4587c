import { readFileSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

const FILE = path.join(
  import.meta.dirname,
  "..",
  "test",
  "fixtures",
  "orders_create_realistic_synthetic.json",
);

/** The body of a realistic order webhook, as text. */
export const ORDER_TEXT = readFileSync(FILE, "utf8");

const order = z.record(z.string(), z.unknown()).parse(JSON.parse(ORDER_TEXT));

/** The same order under another number, placed just now: an old one would not be reported. */
export function orderBody(number: number, now: Date): Record<string, unknown> {
  return {
    ...order,
    id: number,
    admin_graphql_api_id: `gid://shopify/Order/${number}`,
    checkout_token: `bench-checkout-${number}`,
    processed_at: now.toISOString(),
    created_at: now.toISOString(),
  };
}
