import { setTimeout as pause } from "node:timers/promises";

import type pg from "pg";
import { PgBoss } from "pg-boss";

import type { ReceivedCall, ReceivedEvent } from "../../sandbox/pinterest/received";
import { Dice } from "../../sandbox/shopify/order-dice";
import { connectShop, type Merchant } from "../support/merchant";
import { control } from "../support/sandbox-control";
import { judge, type LedgerFact, type PlacedOrder, type SeenEvent, type Verdict } from "./check";
import { startInstallation, type Installation } from "./installation";
import { makePlan, type KillTarget, type Plan, type PlanSize } from "./plan";
import { queryAt } from "./query";
import { Sender } from "./sender";
import { pauseOr, Trouble } from "./trouble";

export type RunOptions = PlanSize & {
  /** Web processes, and workers; see `InstallationOptions`. */
  processes: number;
  dataDir: string;
  perSecond: number;
  /** How long the last orders may take when the trouble is over. */
  settleMsMax: number;
  say(line: string): void;
  stopping: AbortSignal;
};

/** What a run was, for its table. */
export type Report = {
  options: Pick<RunOptions, "seed" | "orders" | "shops" | "processes">;
  kills: Record<KillTarget, Kills>;
  webhooks: { sent: number; refused: number; givenUp: number };
  refusals: Record<string, number>;
  /** Pinterest's answers, by status and by each failure that was switched on. */
  answers: Record<string, number>;
  duplicates: number;
  outcomes: Record<string, number>;
  foundByReconciliation: number;
  /** What is known of the orders that had no final state in the end, and how many there are of each kind. */
  open: Record<string, number>;
  verdict: Verdict;
  ms: { load: number; settling: number; total: number };
};

/** How often something was killed, and how long it took at most until another did its work. */
type Kills = { count: number; backMsMax: number };

/** Places the orders, breaks what can be broken meanwhile, waits until all is quiet, and looks. */
export async function runChaos(options: RunOptions): Promise<Report> {
  const startedMs = performance.now();
  const { seed, processes, dataDir, say, stopping } = options;
  const plan = makePlan(options, new Date());
  const name = processes > 1 ? `chaos-${processes}` : "chaos";
  const installation = await startInstallation({ name, dataDir, processes });
  const sender = new Sender({
    adminUrl: installation.sandbox.adminUrl,
    appUrls: installation.appUrls,
    seed,
    perSecond: options.perSecond,
  });
  try {
    stopping.throwIfAborted();
    const merchants = await openShops(installation, plan);
    say(`${merchants.length} shops are connected`);
    const trouble = new Trouble(installation, merchants, seed);
    const killer = new Killer(installation, seed, stopping);

    const loadedMs = performance.now();
    const killed = await load(plan, sender, trouble, killer, options);
    const settlingMs = performance.now();
    say(`sent ${sender.counts.sent} webhooks; killed ${killer.shown}`);

    const missingBeforeReconciliation = await missing(installation, plan);
    const acknowledged = new Set(sender.acknowledged);
    await Promise.all([
      settle(installation, plan, trouble, options),
      killWhileSettling(plan.kills.slice(killed), killer, stopping),
    ]);
    stopping.throwIfAborted();
    await sender.run(plan.lateActions, stopping);
    await settle(installation, plan, trouble, options);
    stopping.throwIfAborted();
    const endedMs = performance.now();

    const [pinterest, ledger, open] = await Promise.all([
      readPinterest(installation, plan),
      readLedger(installation),
      readOpen(installation),
    ]);
    const orders = plan.orders.map((order): PlacedOrder => ({
      shop: order.shop.domain,
      adAccountId: order.shop.adAccountId,
      orderId: order.orderId,
      eventId: sender.eventIds.get(order) ?? "",
      expectedSkip: order.expectedSkip,
      wasCancelled: order.fate === "cancelled",
      wasAcknowledged: acknowledged.has(`${order.shop.domain}/${order.orderId}`),
    }));
    return {
      options,
      kills: killer.kills,
      webhooks: sender.counts,
      refusals: trouble.refusals,
      answers: pinterest.answers,
      duplicates: pinterest.seen.filter(({ isDeduplicated }) => isDeduplicated).length,
      outcomes: countBy(ledger, ({ state, reason }) => (reason ? `${state}: ${reason}` : state)),
      foundByReconciliation: ledger.filter(({ receivedBy }) => receivedBy === "reconciliation")
        .length,
      open: countBy(open, (facts) => Object.values(facts).join(", ")),
      verdict: judge({ orders, ...pinterest, ledger, missingBeforeReconciliation }),
      ms: {
        load: settlingMs - loadedMs,
        settling: endedMs - settlingMs,
        total: performance.now() - startedMs,
      },
    };
  } finally {
    sender.close();
    await installation.close();
  }
}

/** Kills what it is told to, and keeps the count. */
class Killer {
  readonly kills: Record<KillTarget, Kills> = {
    worker: { count: 0, backMsMax: 0 },
    web: { count: 0, backMsMax: 0 },
    database: { count: 0, backMsMax: 0 },
  };
  readonly #installation: Installation;
  readonly #dice: Dice;
  readonly #stopping: AbortSignal;

  constructor(installation: Installation, seed: string, stopping: AbortSignal) {
    this.#installation = installation;
    this.#dice = new Dice(`${seed}:kills`);
    this.#stopping = stopping;
  }

  get shown(): string {
    return Object.entries(this.kills)
      .map(([target, { count }]) => `${target} ${count}×`)
      .join(", ");
  }

  async kill(target: KillTarget): Promise<void> {
    const startedMs = performance.now();
    await this.#installation.kill(target, (count) => this.#dice.below(count), this.#stopping);
    const kills = this.kills[target];
    kills.count += 1;
    kills.backMsMax = Math.max(kills.backMsMax, performance.now() - startedMs);
  }
}

/**
 * Sends everything but what comes late, while things are killed and Pinterest fails.
 *
 * @returns how many of the planned kills there was time for.
 */
async function load(
  plan: Plan,
  sender: Sender,
  trouble: Trouble,
  killer: Killer,
  { say, stopping }: RunOptions,
): Promise<number> {
  const over = new AbortController();
  const quiet = AbortSignal.any([over.signal, stopping]);
  const troubled = trouble.run(over.signal, stopping);
  const killed = killInTime(plan, () => sender.progress, killer, quiet);
  const sent = sender.run(plan.actions, quiet);
  const told = setInterval(
    () => say(`${Math.round(sender.progress * 100)} % sent; killed ${killer.shown}`),
    TELL_MS,
  );
  try {
    await Promise.race([sent, failure(troubled), failure(killed)]);
  } finally {
    clearInterval(told);
    over.abort();
    await Promise.allSettled([sent, troubled, killed]);
  }
  stopping.throwIfAborted();
  const [count] = await Promise.all([killed, troubled]);
  return count;
}

const TELL_MS = 10_000;

async function openShops(installation: Installation, { shops }: Plan): Promise<Merchant[]> {
  const { sandbox } = installation;
  const merchants = shops.map(({ domain, adAccountId }, index) => ({
    shop: domain,
    adAccountId,
    conversionToken: `pina_CHAOS_NOT_A_REAL_TOKEN_shop${index + 1}_0`,
  }));
  for (const [index, merchant] of merchants.entries()) {
    const { shop, adAccountId, conversionToken } = merchant;
    await control(sandbox.adminUrl, "POST", "shops", { domain: shop });
    await control(sandbox.pinterestUrl, "POST", "accounts", { id: adAccountId });
    const access = { token: conversionToken, accounts: [adAccountId] };
    await control(sandbox.pinterestUrl, "POST", "tokens", access);
    const appUrl = installation.appUrls[index % installation.appUrls.length] ?? "";
    await connectShop({ appUrl, sandbox }, merchant);
  }
  // Yesterday: reconciliation looks at no order from before the installation.
  await query(installation, `UPDATE shops SET "installedAt" = now() - interval '1 day'`);
  return merchants;
}

async function killInTime(
  { kills }: Plan,
  progress: () => number,
  killer: Killer,
  stopping: AbortSignal,
): Promise<number> {
  let count = 0;
  for (const { at, target } of kills) {
    if (at === 1) break;
    while (progress() < at && !stopping.aborted) await pause(20);
    if (stopping.aborted) break;
    await killer.kill(target);
    count += 1;
  }
  return count;
}

/** Those that are planned for then, and those for which the load was over too soon. */
async function killWhileSettling(
  kills: Plan["kills"],
  killer: Killer,
  stopping: AbortSignal,
): Promise<void> {
  for (const { target } of kills) {
    await pauseOr(SETTLING_KILL_MS, stopping);
    if (stopping.aborted) return;
    await killer.kill(target);
  }
}

/** Between two kills while the run settles. */
const SETTLING_KILL_MS = 2_000;

/** Rejects with the fault of `work`, and never resolves. */
function failure(work: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => void work.catch(reject));
}

/** The orders that have no line yet, as `shop/order id`. */
async function missing(installation: Installation, { orders }: Plan): Promise<Set<string>> {
  const known = new Set(
    (await readLedger(installation)).map(({ shop, orderId }) => `${shop}/${orderId}`),
  );
  return new Set(
    orders
      .map(({ shop, orderId }) => `${shop.domain}/${orderId}`)
      .filter((name) => !known.has(name)),
  );
}

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
async function settle(
  installation: Installation,
  plan: Plan,
  trouble: Trouble,
  { settleMsMax, say, stopping }: RunOptions,
): Promise<void> {
  const deadline = performance.now() + settleMsMax;
  let reconciledMs = -Infinity;
  while (performance.now() < deadline && !stopping.aborted) {
    const broken = await query<{ domain: string }>(
      installation,
      `SELECT domain FROM shops JOIN pinterest_connections c ON c."shopId" = shops.id WHERE c.state <> 'connected'`,
    );
    for (const { domain } of broken) await trouble.mend(domain, stopping);
    const [counts] = await query<{ lines: number; open: number }>(
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

const OPEN_STATES = "'waiting', 'pending', 'held'";

/** What keeps the orders that have no final state. */
function readOpen(installation: Installation): Promise<Record<string, string>[]> {
  return query(
    installation,
    `SELECT l.state, concat('row ', coalesce(o.state, 'gone')) AS row,
            CASE WHEN o."nextAttemptAt" > now() THEN 'not due' ELSE 'due' END AS due,
            concat('connection ', c.state) AS connection,
            CASE WHEN d."shopId" IS NULL THEN 'no lane'
                 WHEN d."pausedUntil" > now() THEN 'lane paused'
                 WHEN d."leaseOwner" IS NOT NULL THEN 'lane taken' ELSE 'lane free' END AS lane
       FROM ledger_lines l
       LEFT JOIN outbox o ON o."shopId" = l."shopId" AND o."eventId" = l."eventId"
       LEFT JOIN pinterest_connections c ON c."shopId" = l."shopId"
       LEFT JOIN delivery_lanes d ON d."shopId" = l."shopId" AND d."adAccountId" = c."adAccountId"
             AND d."credentialVersion" = c."credentialVersion"
      WHERE l.state IN (${OPEN_STATES})`,
  );
}

async function readPinterest({ sandbox }: Installation, { shops }: Plan) {
  const seen: SeenEvent[] = [];
  const refused = new Set<string>();
  const answers: Record<string, number> = {};
  for (const { adAccountId } of shops) {
    const account = `account=${adAccountId}`;
    const { events } = await control<{ events: ReceivedEvent[] }>(
      sandbox.pinterestUrl,
      "GET",
      `events?${account}`,
    );
    const { calls } = await control<{ calls: ReceivedCall[] }>(
      sandbox.pinterestUrl,
      "GET",
      `calls?${account}`,
    );
    for (const { event, eventId, result, deduplicated } of events) {
      seen.push({
        adAccountId,
        orderId: event.custom_data?.order_id ?? "",
        eventId,
        isProcessed: result.status === "processed",
        isDeduplicated: deduplicated,
      });
      if (result.status === "failed") refused.add(`${adAccountId}/${eventId}`);
    }
    for (const { status, failures, rawBody } of calls) {
      for (const kind of [...new Set<string>(failures), String(status)]) {
        answers[kind] = (answers[kind] ?? 0) + 1;
      }
      if (status !== 400 && status !== 422) continue;
      for (const [, eventId] of rawBody.matchAll(/"event_id":"([^"]+)"/g)) {
        refused.add(`${adAccountId}/${eventId}`);
      }
    }
  }
  return { seen, refused, answers };
}

function readLedger(installation: Installation): Promise<LedgerFact[]> {
  return query<LedgerFact>(
    installation,
    `SELECT s.domain AS shop, l."orderId", l.state, l.reason, l."receivedBy", o.attempts, o."lastError"
       FROM ledger_lines l JOIN shops s ON s.id = l."shopId"
       LEFT JOIN outbox o ON o."shopId" = l."shopId" AND o."eventId" = l."eventId"`,
  );
}

/** Asks the database, again where it is just being killed. */
async function query<Row extends pg.QueryResultRow>(
  installation: Installation,
  sql: string,
): Promise<Row[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await queryAt<Row>(await installation.databaseUrl(), sql);
    } catch (fault) {
      if (attempt === 60) throw fault;
      await pause(500);
    }
  }
}

function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}
