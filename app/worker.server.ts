import { wakeSilentSyncs } from "~/catalog/sync-run.server";
import { wakeSilentBackfills } from "~/conversions/backfill-run.server";
import {
  releaseForgottenHolds,
  wakeOverdueShops,
  wakeStrandedLanes,
} from "~/conversions/wake.server";
import { db, requireDatabaseUrl } from "~/db.server";
import { env } from "~/env.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { nameProcess } from "~/metrics.server";
import { startMetricsServer } from "~/metrics-answer.server";
import { migrate } from "~/migrate.server";
import { MIGRATIONS_DIR } from "~/paths.server";
import { FINISH_MS_MAX, runProcess } from "~/process.server";
import { joinWorkers, leaveWorkers } from "~/presence.server";
import { startQueue, stopQueue } from "~/queue.server";
import { reachDatabase } from "~/reach-database.server";
import { SECOND_MS } from "~/time";

/** How soon work is found whose worker died or whose wake-up was lost. */
const STRANDED_LOOK_MS = 5 * SECOND_MS;

runProcess(async () => {
  nameProcess("worker");
  const stopping = new AbortController();
  await reachDatabase(requireDatabaseUrl());
  await migrate(requireDatabaseUrl(), MIGRATIONS_DIR);
  await joinWorkers();
  await startQueue(listJobs(stopping.signal), "worker");
  // At once: where the only worker died, its work has waited for as long as this one took to start.
  lookForStranded();
  const looking = setInterval(lookForStranded, STRANDED_LOOK_MS);
  const figures =
    env.WORKER_METRICS_PORT === undefined
      ? null
      : await startMetricsServer(env.WORKER_METRICS_PORT, env.METRICS_TOKEN).catch(
          (err: unknown) => {
            // Orders go out whether anybody watches or not.
            log.error({ err }, "the worker shows no figures: its port cannot be had");
            return null;
          },
        );
  log.info("worker is ready");

  return async () => {
    clearInterval(looking);
    stopping.abort();
    await stopQueue(FINISH_MS_MAX);
    await leaveWorkers();
    await figures?.stop();
    await db.$disconnect();
  };
});

/** Wakes what nobody works at although somebody should. */
function lookForStranded(): void {
  for (const look of [
    wakeStrandedLanes,
    releaseForgottenHolds,
    wakeOverdueShops,
    wakeSilentBackfills,
    wakeSilentSyncs,
  ]) {
    look(new Date()).catch((err: unknown) => {
      log.error({ err }, "could not look for stranded work");
    });
  }
}
