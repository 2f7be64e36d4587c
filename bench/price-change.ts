import path from "node:path";

import { connectAccount, installApp } from "../test/support/merchant";
import { control } from "../test/support/sandbox-control";
import { eventually, startStack } from "../test/support/stack";
import { DEMO_SHOP } from "../sandbox/shopify/desk";
import { print, quantile, shown } from "./stopwatch";

// From a price that is changed at the local Shopify to the moment at which the local Pinterest has taken it
// from `items/batch`: the webhook, the waiting for more of its kind, the item made anew, and the call, through
// the real web and worker processes. Before it, the shop's account is connected and its feed fetched.

const CHANGES = 10;
const WANTED_MS = 5_000;

type Items = Record<string, { row: Record<string, string> }>;
type AtPinterest = { processings: { status: string }[]; items: Record<string, Items> };

const stack = await startStack("price-change", path.join(process.env["DATA_DIR"] ?? "", "stack"));
try {
  const { adminUrl, pinterestUrl } = stack.sandbox;
  await installApp(stack, DEMO_SHOP);
  await connectAccount(stack);
  const items = await eventually("Pinterest has the feed", async () => {
    const { items: all, processings } = await control<AtPinterest>(pinterestUrl, "GET", "feeds");
    const [fetched] = Object.values(all);
    return processings[0]?.status === "COMPLETED" ? fetched : undefined;
  });
  await eventually("the app knows of it", async () => {
    const { calls } = await control<{ calls: { operationId: string }[] }>(
      pinterestUrl,
      "GET",
      "api-calls",
    );
    return calls.some(({ operationId }) => operationId === "items_issues/list") || undefined;
  });

  const tookMs: number[] = [];
  for (const [place, [id, { row }]] of Object.entries(items).slice(0, CHANGES).entries()) {
    const price = `${321 + place}.45`;
    const startedAt = performance.now();
    await control(adminUrl, "POST", "products/price", { product: row["item_group_id"], price });
    await eventually("the price is at Pinterest", async () => {
      const now = await control<AtPinterest>(pinterestUrl, "GET", "feeds");
      return Object.values(now.items)[0]?.[id]?.row["price"]?.startsWith(price) || undefined;
    });
    tookMs.push(performance.now() - startedAt);
  }
  const [p50, longest] = [quantile(tookMs, 0.5), quantile(tookMs, 1)];
  print(
    `price-change: ${shown(longest / WANTED_MS)} of ${shown(WANTED_MS)} ms at most ` +
      `(p50 ${shown(p50)} ms, longest ${shown(longest)} ms from the change to the taken items/batch, ` +
      `${CHANGES} changes one after another)`,
  );
} finally {
  await stack.close();
}
