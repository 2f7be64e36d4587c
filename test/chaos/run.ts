import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";
import { PgBoss } from "pg-boss";

import type { ReceivedCall, ReceivedEvent } from "../../sandbox/pinterest/received";
import { Dice } from "../../sandbox/shopify/order-dice";
import { connectShop, type Merchant } from "../support/merchant";
import { control } from "../support/sandbox-control";
import { judge, type LedgerFact, type PlacedOrder, type SeenEvent, type Verdict } from "./check";
import { startInstallation, type Installation } from "./installation";
import { makePlan, orderBody, type KillTarget, type Plan, type PlanSize } from "./plan";
import { Sender } from "./sender";
import { Trouble } from "./trouble";

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
  kills: Record<KillTarget, number>;
  webhooks: { sent: number; refused: number; givenUp: number };
  refusals: Record<string, number>;
  /** Pinterest's answers, by status and by each failure that was switched on. */
  answers: Record<string, number>;
  duplicates: number;
  outcomes: Record<string, number>;
  foundByReconciliation: number;
  verdict: Verdict;
  runMs: number;
};

/** Places the orders, breaks what can be broken meanwhile, waits until all is quiet, and looks. */
export async function runChaos(options: RunOptions): Promise<Report> {
  const startedAt = performance.now();
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
    const merchants = await openShops(installation, plan);
    say(`${merchants.length} shops are connected`);
    const trouble = new Trouble(installation, merchants, seed);
    const dice = new Dice(`${seed}:kills`);
    const kills: Record<KillTarget, number> = { worker: 0, web: 0, database: 0 };
    const kill = async (target: KillTarget) => {
      await installation.kill(target, (count) => dice.below(count));
      kills[target] += 1;
    };

    const loaded = new AbortController();
    const quiet = AbortSignal.any([loaded.signal, stopping]);
    const troubled = trouble.run(quiet);
    const killed = killInTime(plan, () => sender.progress, kill, quiet);
    const load = sender.run(plan.actions, quiet);
    const told = setInterval(() => say(`${Math.round(sender.progress * 100)} %`), 10_000);
    await Promise.race([load, failure(troubled), failure(killed)]).finally(() => {
      clearInterval(told);
      loaded.abort();
      return Promise.allSettled([load, troubled, killed]);
    });
    stopping.throwIfAborted();
    say(`sent ${sender.counts.sent} webhooks, ${shownKills(kills)} killed so far`);

    const missingBeforeReconciliation = await missing(installation, plan);
    const settleKills = plan.kills.filter(({ at }) => at === 1);
    await reconcile(installation);
    for (const { target } of settleKills) {
      if (stopping.aborted) break;
      await pause(500 + dice.below(3_000));
      await kill(target);
    }
    stopping.throwIfAborted();
    const acknowledged = new Set(sender.acknowledged);
    await settle(installation, plan, trouble, options, "before the late webhooks");
    await sender.run(plan.lateActions, stopping);
    await settle(installation, plan, trouble, options, "in the end");

    const [pinterest, ledger] = await Promise.all([
      readPinterest(installation, plan),
      readLedger(installation),
    ]);
    const orders = plan.orders.map((order): PlacedOrder => ({
      shop: order.shop.domain,
      adAccountId: order.shop.adAccountId,
      orderId: order.orderId,
      eventId: expectedEventId(orderBody(order)),
      expectedSkip: order.expectedSkip,
      wasCancelled: order.fate === "cancelled",
      wasAcknowledged: acknowledged.has(`${order.shop.domain}/${order.orderId}`),
    }));
    return {
      options,
      kills,
      webhooks: sender.counts,
      refusals: trouble.refusals,
      answers: pinterest.answers,
      duplicates: pinterest.seen.filter(({ isDeduplicated }) => isDeduplicated).length,
      outcomes: countBy(ledger, ({ state, reason }) => (reason ? `${state}: ${reason}` : state)),
      foundByReconciliation: ledger.filter(({ receivedBy }) => receivedBy === "reconciliation")
        .length,
      verdict: judge({ orders, ...pinterest, ledger, missingBeforeReconciliation }),
      runMs: performance.now() - startedAt,
    };
  } finally {
    sender.close();
    await installation.close();
  }
}

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
  kill: (target: KillTarget) => Promise<void>,
  stopping: AbortSignal,
): Promise<void> {
  for (const { at, target } of kills) {
    if (at === 1) return;
    while (progress() < at && !stopping.aborted) await pause(20);
    await kill(target);
  }
}

/** Rejects with the fault of `work`, and never resolves. */
function failure(work: Promise<void>): Promise<never> {
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

const RECONCILE_MS = 10_000;

/**
 * Waits until every order has a line in a final state. Meanwhile the merchants mend what the app tells
 * them needs it, and reconciliation runs more often than once in ten minutes.
 */
async function settle(
  installation: Installation,
  plan: Plan,
  trouble: Trouble,
  { settleMsMax, say, stopping }: RunOptions,
  when: string,
): Promise<void> {
  const deadline = performance.now() + settleMsMax;
  let reconciledMs = -Infinity;
  let open = Infinity;
  while (performance.now() < deadline && !stopping.aborted) {
    const broken = await query<{ domain: string }>(
      installation,
      `SELECT domain FROM shops JOIN pinterest_connections c ON c."shopId" = shops.id WHERE c.state <> 'connected'`,
    );
    for (const { domain } of broken) await trouble.mend(domain);
    const lines = await readLedger(installation);
    const settled = lines.filter(({ state }) => !["waiting", "pending", "held"].includes(state));
    open = plan.orders.length - settled.length;
    if (open === 0) break;
    if (plan.orders.length > lines.length && performance.now() - reconciledMs > RECONCILE_MS) {
      await reconcile(installation).catch(() => undefined);
      reconciledMs = performance.now();
    }
    await pause(500);
  }
  say(`${open} orders without a final state ${when}`);
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
      const client = new pg.Client({ connectionString: await installation.databaseUrl() });
      client.on("error", () => undefined);
      await client.connect();
      const { rows } = await client.query<Row>(sql).finally(() => client.end());
      return rows;
    } catch (fault) {
      if (attempt === 60) throw fault;
      await pause(500);
    }
  }
}

/** Computed here once more, apart from the product, from the order as it was placed. */
function expectedEventId(body: string): string {
  const order: { checkout_token: string | null } = JSON.parse(body);
  const digest = createHash("sha256").update(`checkout:${order.checkout_token}`).digest("hex");
  return `co_${digest.slice(0, 32)}`;
}

function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}

function shownKills(kills: Readonly<Record<KillTarget, number>>): string {
  return Object.entries(kills)
    .map(([target, count]) => `${target} ${count}×`)
    .join(", ");
}
