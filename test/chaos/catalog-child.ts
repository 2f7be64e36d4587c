// A process that takes the turns of one catalog sync, to be killed at any moment.
import { db } from "~/db.server";
import { toShopId } from "~/ids";
import { listJobs } from "~/jobs/list.server";
import { startQueue } from "~/queue.server";
import { adminClient } from "~/shopify/admin.server";
import { syncCatalog } from "~/shopify/sync-catalog.server";

const [shopId = "", syncId = ""] = process.argv.slice(2);
const stopping = new AbortController().signal;
await startQueue(listJobs(stopping), "producer");
process.stdout.write("ready\n");
for (let result = "waiting"; ["again", "busy", "unfinished", "waiting"].includes(result);) {
  result = await syncCatalog(
    { shopId: toShopId(shopId), syncId },
    {
      now: () => new Date(),
      client: (shopDomain) => adminClient(shopDomain, "all"),
      pause: () => Promise.resolve(),
      threads: 2,
      stopping,
    },
  );
}
await db.$disconnect();
process.exit(0);
