import { readFile } from "node:fs/promises";
import path from "node:path";

import { makeOrder } from "../../sandbox/shopify/order-maker";
import { connectShop } from "../support/merchant";
import { control } from "../support/sandbox-control";
import { APP_CREDENTIALS } from "../support/stack";
import { startInstallation, type Installation } from "./installation";
import { knockOddly, sendMutations } from "./mutate";
import { queryAt } from "./query";

export type MutationOptions = {
  seed: string;
  bodies: number;
  dataDir: string;
  say(line: string): void;
  stopping: AbortSignal;
};

const MERCHANT = {
  shop: "mutations.myshopify.com",
  adAccountId: "549000000001",
  conversionToken: "pina_CHAOS_NOT_A_REAL_TOKEN_0001",
};

/**
 * Sends a web process bodies that nobody should send, over the wire, and holds its answers and its rows
 * against what they should be.
 *
 * @returns what is broken; nothing, where all is in order.
 */
export async function runMutations(options: MutationOptions): Promise<readonly string[]> {
  const { bodies, dataDir, say, seed, stopping } = options;
  const installation = await startInstallation({ name: "mutations", dataDir, processes: 1 });
  try {
    stopping.throwIfAborted();
    const { shop } = MERCHANT;
    const [appUrl = ""] = installation.appUrls;
    await control(installation.sandbox.adminUrl, "POST", "shops", { domain: shop });
    await connectShop({ appUrl, sandbox: installation.sandbox }, MERCHANT);

    const door = { appUrl, apiSecret: APP_CREDENTIALS.apiSecret, shop };
    const order = {
      ...makeOrder({
        seed,
        number: 1,
        shopDomain: shop,
        currency: "USD",
        country: "US",
        now: new Date(),
      }),
    };
    const knocked = await sendMutations(door, { seed, count: bodies, order }, stopping);
    stopping.throwIfAborted();
    const broken = [
      ...knocked.broken,
      ...(await knockOddly(door)),
      ...(await wrongRows(installation, knocked)),
      ...(await endedProcesses(installation)),
    ];
    const answers = Object.entries(knocked.answers).toSorted(([one], [other]) =>
      one.localeCompare(other),
    );
    for (const [name, count] of answers) say(`| ${name} | ${count} |`);
    say(`| receipts | ${knocked.receipts.size} |`);
    say(`| lines of unreadable orders | ${knocked.unreadable.size} |`);
    say(`| verdict | ${broken.length === 0 ? "sound" : "BROKEN"} |`);
    return broken;
  } finally {
    await installation.close();
  }
}

async function wrongRows(
  installation: Installation,
  { receipts, unreadable }: { receipts: ReadonlySet<string>; unreadable: ReadonlySet<string> },
): Promise<string[]> {
  const url = await installation.databaseUrl();
  const kept = await queryAt<{ webhookId: string }>(
    url,
    `SELECT "webhookId" FROM webhook_receipts`,
  );
  const lines = await queryAt<{ orderId: string }>(
    url,
    `SELECT "orderId" FROM ledger_lines WHERE reason = 'unreadable_order'`,
  );
  const keptIds = new Set(kept.map(({ webhookId }) => webhookId));
  const lineIds = new Set(lines.map(({ orderId }) => orderId));
  return [
    ...[...receipts].filter((id) => !keptIds.has(id)).map((id) => `${id} left no receipt`),
    ...[...keptIds].filter((id) => !receipts.has(id)).map((id) => `${id} left a receipt`),
    ...[...unreadable].filter((id) => !lineIds.has(id)).map((id) => `${id} left no line`),
  ];
}

async function endedProcesses({ logDir }: Installation): Promise<string[]> {
  const log = await readFile(path.join(logDir, "app.log"), "utf8");
  return log.split("\n").filter((line) => line.includes('"msg":"a process ended"'));
}
