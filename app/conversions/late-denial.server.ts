import type { Transaction } from "~/db.server";
import { log } from "~/log.server";
import { parse } from "~/parse";
import type { Shop } from "~/shops/shop";

import { consentRecordSchema, decidingRule, type ConsentRecord } from "./consent";
import type { ConsentFlags } from "./consent-flags";
import type { OutboxState } from "./outbox";
import { NOTHING_KEPT } from "./outbox.server";
import type { SkipReason } from "./skip-reason";

/** Decided to be sent, and not sent yet. */
const LEAVING = ["pending", "held"] as const satisfies OutboxState[];

/**
 * Lets a denial count for an order that was decided before it was known and has not left: it is stopped,
 * or limited, as the settings say. A consent that comes late changes nothing.
 */
export async function recordLateDenial(
  tx: Transaction,
  shop: Shop,
  eventIds: readonly string[],
  flags: ConsentFlags,
  now: Date,
): Promise<void> {
  const denial = findDenial(flags, shop);
  if (!denial) return;
  const named = { shopId: shop.id, eventId: { in: [...eventIds] } };
  const isStopped = denial.policy === "skip";
  const stopped = {
    state: "skipped" satisfies OutboxState,
    reason: "consent_denied" satisfies SkipReason,
    settledAt: now,
  };
  const { count } = isStopped
    ? await tx.outboxRow.updateMany({
        where: { ...named, eventName: "checkout", state: { in: [...LEAVING] } },
        data: { ...stopped, ...NOTHING_KEPT },
      })
    : await limit(tx, shop, eventIds);
  if (count === 0) return;

  const lines = await tx.ledgerLine.findMany({ where: named, select: { id: true, consent: true } });
  for (const { id, consent } of lines) {
    await tx.ledgerLine.updateMany({
      where: { shopId: shop.id, id },
      data: {
        ...(isStopped ? stopped : {}),
        ...decidedAnew(consent, { flags, rule: denial.name, policy: denial.policy }, now),
      },
    });
  }
  log.info({ shopId: shop.id, eventIds, policy: denial.policy }, "a denial came late");
}

/** The rule that a no meets, as if everything else had been allowed. */
function findDenial(flags: ConsentFlags, { appSettings, settings }: Shop) {
  return decidingRule({
    flags: { ...flags, marketing: flags.marketing !== false },
    isRequired: false,
    isSnapshotExpected: false,
    policies: { ...settings.consent, presumedDenied: appSettings.presumedDenied },
  });
}

async function limit(
  tx: Transaction,
  { id }: Shop,
  eventIds: readonly string[],
): Promise<{ count: number }> {
  const count = await tx.$executeRaw`
    UPDATE outbox SET payload = jsonb_set(payload, '{isDataUseLimited}', 'true')
     WHERE "shopId" = ${id}::uuid AND "eventId" = ANY(${[...eventIds]}) AND "eventName" = 'checkout'
       AND state = ANY(${[...LEAVING]}) AND payload->>'isDataUseLimited' = 'false'`;
  return { count };
}

/** The record of the decision with the part that changed; nothing where there was none. */
function decidedAnew(
  stored: unknown,
  change: Pick<ConsentRecord, "flags" | "rule" | "policy">,
  now: Date,
): { consent?: ConsentRecord } {
  const before = parse(consentRecordSchema, stored);
  if (before.kind === "unreadable") return {};
  const decidedAt = now.toISOString();
  return { consent: { ...before.value, ...change, source: "snapshot", decidedAt } };
}
