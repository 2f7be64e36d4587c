import { createHash, randomBytes } from "node:crypto";

import { db } from "~/db.server";
import { toShopId, type ShopId } from "~/ids";
import { MINUTE_MS } from "~/time";

import { INGEST_SECRETS_MAX, type IngestSecret } from "./ingest-secret";
import type { IngestSecretForm } from "./ingest-secret-form";

const SECRET_BYTES = 32;

/** Tells people and secret scanners what it is. */
const SECRET_PREFIX = "prs_";

/** What a request for a new secret came to. */
export type NewIngestSecret =
  /** The only time that anybody sees it. */
  | { kind: "created"; secret: string }
  /** The merchant: one of them has to go first. */
  | { kind: "too_many" };

/** `isGone`: there was no such secret, or not any more. */
export type RevokedIngestSecret = { kind: "revoked"; isGone: boolean };

/** What a button of the secrets' page came to. */
export type IngestSecretReply = NewIngestSecret | RevokedIngestSecret;

/** Does what the merchant asked for. */
export async function answerIngestSecretForm(
  shopId: ShopId,
  form: IngestSecretForm,
  now: Date,
): Promise<IngestSecretReply> {
  switch (form.intent) {
    case "create":
      return createIngestSecret(shopId, now);
    case "revoke":
      return { kind: "revoked", isGone: !(await revokeIngestSecret(shopId, form.id)) };
  }
}

/** A shop's valid secrets, the oldest first. */
export async function listIngestSecrets(shopId: ShopId): Promise<IngestSecret[]> {
  return db.ingestSecret.findMany({
    where: { shopId },
    orderBy: { id: "asc" },
    select: { id: true, lastFour: true, createdAt: true, lastUsedAt: true },
  });
}

/**
 * Makes a secret with which the shop's own servers may report events. Only its hash is stored: with 256
 * random bits there is nothing that a slower hash would protect.
 */
export async function createIngestSecret(shopId: ShopId, now: Date): Promise<NewIngestSecret> {
  const secret = SECRET_PREFIX + randomBytes(SECRET_BYTES).toString("base64url");
  return db.$transaction(async (tx) => {
    // Two that ask at once take their turns.
    await tx.$queryRaw`SELECT 1 FROM shops WHERE id = ${shopId}::uuid FOR NO KEY UPDATE`;
    if ((await tx.ingestSecret.count({ where: { shopId } })) >= INGEST_SECRETS_MAX) {
      return { kind: "too_many" };
    }
    const secretSha256 = hashOf(secret);
    await tx.ingestSecret.create({
      data: { shopId, secretSha256, lastFour: secret.slice(-4), createdAt: now },
    });
    return { kind: "created", secret };
  });
}

/** Makes a secret invalid at once; `false` where it is gone, or another shop's. */
export async function revokeIngestSecret(shopId: ShopId, id: string): Promise<boolean> {
  const { count } = await db.ingestSecret.deleteMany({ where: { shopId, id } });
  return count > 0;
}

/** The shop that a secret belongs to, noting its use once a minute; `null` where it is not valid. */
export async function findShopBySecret(secret: string, now: Date): Promise<ShopId | null> {
  const record = await db.ingestSecret.findUnique({ where: { secretSha256: hashOf(secret) } });
  if (!record) return null;
  const { id, lastUsedAt, shopId } = record;
  const noted = new Date(now.getTime() - MINUTE_MS);
  if (lastUsedAt === null || lastUsedAt <= noted) {
    await db.ingestSecret.updateMany({ where: { id, shopId }, data: { lastUsedAt: now } });
  }
  return toShopId(shopId);
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
