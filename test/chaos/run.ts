import { connectShop, type Merchant } from "../support/merchant";
import { control } from "../support/sandbox-control";
import { judge, type PlacedOrder, type Verdict } from "./check";
import { missing, readLedger, readOpen, readPinterest } from "./facts";
import { startInstallation, type Installation } from "./installation";
import { Killer, killInTime, killWhileSettling, type Kills } from "./killer";
import { makePlan, type KillTarget, type Plan, type PlanSize } from "./plan";
import { queryInstallation } from "./query";
import { Sender } from "./sender";
import { settle } from "./settle";
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
    const merchants = await openShops(installation, plan, stopping);
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

async function openShops(
  installation: Installation,
  { shops }: Plan,
  stopping: AbortSignal,
): Promise<Merchant[]> {
  const { sandbox } = installation;
  const merchants = shops.map(({ domain, adAccountId }, index) => ({
    shop: domain,
    adAccountId,
    conversionToken: `pina_CHAOS_NOT_A_REAL_TOKEN_shop${index + 1}_0`,
  }));
  for (const [index, merchant] of merchants.entries()) {
    stopping.throwIfAborted();
    const { shop, adAccountId, conversionToken } = merchant;
    await control(sandbox.adminUrl, "POST", "shops", { domain: shop });
    await control(sandbox.pinterestUrl, "POST", "accounts", { id: adAccountId });
    const access = { token: conversionToken, accounts: [adAccountId] };
    await control(sandbox.pinterestUrl, "POST", "tokens", access);
    const appUrl = installation.appUrls[index % installation.appUrls.length] ?? "";
    await connectShop({ appUrl, sandbox }, merchant);
  }
  // Yesterday: reconciliation looks at no order from before the installation.
  await queryInstallation(
    installation,
    `UPDATE shops SET "installedAt" = now() - interval '1 day'`,
  );
  return merchants;
}

/** Rejects with the fault of `work`, and never resolves. */
function failure(work: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => void work.catch(reject));
}

function countBy<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}
