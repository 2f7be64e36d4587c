import { resealFeedPasswords } from "~/catalog/feed.server";
import { resealOutbox } from "~/conversions/outbox.server";
import { resealSnapshots } from "~/conversions/snapshot-row.server";
import { db } from "~/db.server";
import { env } from "~/env.server";
import { faultOf } from "~/log.server";
import { sealKeyId } from "~/seal.server";
import { resealDataRequests } from "~/privacy/export.server";
import { resealSessions } from "~/shopify/session-storage.server";
import { resealTokens } from "~/shops/connection.server";
import { resealErasureKeys } from "~/shops/erasure-mark.server";
import { resealAccounts } from "~/shops/account-row.server";

/**
 * Seals everything again that an older key than the first of `ENCRYPTION_KEYS` sealed, and prints how
 * much that was. Run again it prints noughts; then the older keys may go. It may run beside the app, and
 * one that was cut off is started again.
 */
async function main(): Promise<void> {
  const [current] = env.ENCRYPTION_KEYS;
  const isStale = (sealed: string): boolean => sealKeyId(sealed) !== current?.id;
  const resealed = {
    pinterestConnections: await resealTokens(isStale),
    pinterestAccounts: await resealAccounts(isStale),
    shopifySessions: await resealSessions(isStale),
    outboxRows: await resealOutbox(isStale),
    snapshots: await resealSnapshots(isStale),
    erasureKeys: await resealErasureKeys(isStale),
    feedPasswords: await resealFeedPasswords(isStale),
    dataRequests: await resealDataRequests(isStale),
  };
  process.stdout.write(`${JSON.stringify(resealed)}\n`);
}

try {
  await main();
} catch (fault) {
  process.stderr.write(`${JSON.stringify(faultOf(fault))}\n`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
