import { PgBoss } from "pg-boss";

import { OPEN_STATES } from "./facts";
import type { Installation } from "./installation";
import type { Plan } from "./plan";
import { queryInstallation } from "./query";
import type { RunOptions } from "./run";
import { pauseOr, type Trouble } from "./trouble";

/** Enqueues the job as its schedule does. */
async function reconcile(installation: Installation): Promise<void> {
  const boss = new PgBoss({
    connectionString: await installation.databaseUrl(),
    supervise: false,
    schedule: false,
    migrate: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.send("reconcile-shops", { window: "recent" }, { singletonKey: "recent" });
  await boss.stop({ graceful: false });
}

/** More often than the schedule, and seldom enough that two runs of one shop rarely meet. */
const RECONCILE_MS = 20_000;
const LOOK_MS = 1_000;

/**
 * Waits until every order has a line in a final state. Meanwhile the merchants mend what the app tells
 * them needs it, and reconciliation looks for what no webhook brought.
 */
export async function settle(
  installation: Installation,
  plan: Plan,
  trouble: Trouble,
  { settleMsMax, say, stopping }: RunOptions,
): Promise<void> {
  const deadline = performance.now() + settleMsMax;
  let reconciledMs = -Infinity;
  while (performance.now() < deadline && !stopping.aborted) {
    const broken = await queryInstallation<{ domain: string }>(
      installation,
      `SELECT domain FROM shops JOIN pinterest_connections c ON c."shopId" = shops.id WHERE c.state <> 'connected'`,
    );
    for (const { domain } of broken) await trouble.mend(domain, stopping);
    const [counts] = await queryInstallation<{ lines: number; open: number }>(
      installation,
      `SELECT count(*)::int AS lines, (count(*) FILTER (WHERE state IN (${OPEN_STATES})))::int AS open
         FROM ledger_lines`,
    );
    const { lines, open } = counts ?? { lines: 0, open: 0 };
    const missing = plan.orders.length - lines;
    if (missing + open === 0) return;
    if (missing > 0 && performance.now() - reconciledMs > RECONCILE_MS) {
      say(`${missing} orders are not in the ledger, ${open} wait`);
      reconciledMs = performance.now();
      // A database that is being killed refuses the job; the next turn sends another.
      await reconcile(installation).catch(() => (reconciledMs = -Infinity));
    }
    await pauseOr(LOOK_MS, stopping);
  }
}
