import { createHmac, createSecretKey, randomBytes } from "node:crypto";

import { db, type SqlTransaction, type Transaction } from "~/db.server";
import { UpstreamUnavailableError } from "~/errors";
import type { ShopId } from "~/ids";
import { Recall } from "~/recall";
import { seal, unseal } from "~/seal.server";

/**
 * Gives a text the mark by which it can be found again and from which, without the shop's key, nothing
 * can be guessed: 64 hex digits. The same text is marked differently as an order, as an event and as a
 * customer, and differently in every shop.
 */
export type Marker = (kind: "order" | "event" | "customer", text: string) => string;

const KEY_BYTES = 32;

/**
 * The marker of a shop. Its key is made at the first call and never changes; it is sealed like every
 * secret, so that it outlives a rotation of `ENCRYPTION_KEYS`, and it goes with the shop.
 *
 * Until the transaction ends, {@link lockForErasure} waits for the caller and the caller for it, so
 * that no order is recorded beside the erasure of its customer.
 */
export async function readMarker(tx: Transaction, shopId: ShopId): Promise<Marker> {
  return markerOf(shopId, await requireKey(tx, shopId));
}

/** The marker of a shop whose key is at hand. */
export function markerOf(shopId: ShopId, sealedErasureKey: string): Marker {
  return markers.of(`${shopId}:${sealedErasureKey}`, () => {
    const key = createSecretKey(unseal(sealedErasureKey, sealContext(shopId)), "base64");
    return (kind, text) => createHmac("sha256", key).update(`${kind}:${text}`).digest("hex");
  });
}

/** As many shops as send at the same time. The sealed key itself is read each time. */
const markers = new Recall<Marker>(2_000);

/** Makes the keys of shops that have none, in the order of their ids. */
export async function ensureErasureKeys(
  sql: SqlTransaction,
  shopIds: readonly ShopId[],
): Promise<void> {
  for (const shopId of shopIds.toSorted()) await sql.query(ENSURE_KEY, [shopId, newKey(shopId)]);
}

const ENSURE_KEY = {
  name: "ensure-erasure-key",
  text: `
    UPDATE shops SET "sealedErasureKey" = $2 WHERE id = $1 AND "sealedErasureKey" IS NULL`,
};

/** Keeps everybody from recording for the shop until the transaction ends. */
export async function lockForErasure(tx: Transaction, shopId: ShopId): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM shops WHERE id = ${shopId}::uuid FOR UPDATE`;
}

/** Whether one of these marks is of an erased order or event. */
export async function isErased(
  tx: Transaction,
  shopId: ShopId,
  marks: readonly string[],
): Promise<boolean> {
  const where = { shopId, mark: { in: [...marks] } };
  return (await tx.erasureMark.findFirst({ where, select: { mark: true } })) !== null;
}

/**
 * Which of these orders or events are erased. Writes nothing, not even a key. Until the transaction ends,
 * no customer is erased.
 */
export async function listErased(
  tx: Transaction,
  shopId: ShopId,
  kind: "order" | "event",
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  // Where there is no key yet, nobody was erased.
  if ((await findKey(tx, shopId)) === null) return new Set();
  const marker = await readMarker(tx, shopId);
  const textOf = new Map(texts.map((text) => [marker(kind, text), text]));
  const found = await tx.erasureMark.findMany({
    where: { shopId, mark: { in: [...textOf.keys()] } },
    select: { mark: true },
  });
  return new Set(found.flatMap(({ mark }) => textOf.get(mark) ?? []));
}

/** Seals the stored erasure keys with the first key. Run again, it finds nothing to do. */
export async function resealErasureKeys(isStale: (sealed: string) => boolean): Promise<number> {
  const shops = await db.shop.findMany({
    where: { sealedErasureKey: { not: null } },
    select: { id: true, sealedErasureKey: true },
  });
  let count = 0;
  for (const { id, sealedErasureKey } of shops) {
    if (sealedErasureKey === null || !isStale(sealedErasureKey)) continue;
    const context = sealContext(id);
    const { count: changed } = await db.shop.updateMany({
      where: { id, sealedErasureKey },
      data: { sealedErasureKey: seal(unseal(sealedErasureKey, context), context) },
    });
    count += changed;
  }
  return count;
}

async function requireKey(tx: Transaction, shopId: ShopId): Promise<string> {
  const sealed = await findKey(tx, shopId);
  if (sealed !== null) return sealed;
  // Of two that find none, the second one waits here and keeps the first one's key.
  await tx.shop.updateMany({
    where: { id: shopId, sealedErasureKey: null },
    data: { sealedErasureKey: newKey(shopId) },
  });
  const made = await findKey(tx, shopId);
  if (made !== null) return made;
  throw new UpstreamUnavailableError("The shop was erased in this moment", { shopId });
}

async function findKey(tx: Transaction, shopId: ShopId): Promise<string | null> {
  const rows = await tx.$queryRaw<{ sealedErasureKey: string | null }[]>`
    SELECT "sealedErasureKey" FROM shops WHERE id = ${shopId}::uuid FOR KEY SHARE`;
  return rows[0]?.sealedErasureKey ?? null;
}

function newKey(shopId: ShopId): string {
  return seal(randomBytes(KEY_BYTES).toString("base64"), sealContext(shopId));
}

function sealContext(shopId: string): string {
  return `shops.sealedErasureKey:${shopId}`;
}
