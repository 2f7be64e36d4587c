import type { PinterestConnection as ConnectionRecord } from "@prisma/client";

import { db, type Transaction } from "~/db.server";
import { SealError } from "~/errors";
import { toShopId, type ShopId } from "~/ids";
import type { EventsCredentials } from "~/pinterest/events.server";
import { ATTENTIONS, type Attention } from "~/pinterest/outcome";
import { seal, unseal } from "~/seal.server";

import {
  CONNECTION_STATES,
  TEST_RESULTS,
  type Connection,
  type ConnectionState,
  type CredentialsForm,
  type TestResult,
} from "./connection";
import type { Platform } from "./settings";

const NOTHING: Connection = {
  state: "not_connected",
  tagId: null,
  adAccountId: null,
  tokenLastFour: null,
  attention: null,
  lastTest: null,
};

/** A shop's lane to Pinterest, and the key to it. The token leaves this type only in a request. */
export type LaneCredentials = EventsCredentials & { credentialVersion: number };

/** Where the events of a connected shop go. */
export type ConnectedLane = {
  state: "connected" | "needs_attention";
  key: { adAccountId: string; credentialVersion: number };
};

/** What the pages may know of a shop's connection. */
export async function findConnection(shopId: ShopId): Promise<Connection> {
  const record = await db.pinterestConnection.findUnique({ where: { shopId } });
  return record ? toConnection(record) : NOTHING;
}

/** The credentials of a connected shop; `null` while nothing can be delivered for it. */
export async function findCredentials(
  shopId: ShopId,
  reader: Transaction = db,
): Promise<LaneCredentials | null> {
  const record = await reader.pinterestConnection.findUnique({ where: { shopId } });
  if (record?.state !== "connected") return null;
  return openCredentials(record);
}

/** Where the events of a shop go, without the key to it; `null` while it is not connected. */
export async function findLane(
  shopId: ShopId,
  reader: Transaction = db,
): Promise<ConnectedLane | null> {
  const record = await reader.pinterestConnection.findUnique({ where: { shopId } });
  return record && toConnectedLane(record);
}

/** The same, of a connection's row. */
export function toConnectedLane({
  adAccountId,
  credentialVersion,
  state,
}: Pick<ConnectionRecord, "state" | "adAccountId" | "credentialVersion">): ConnectedLane | null {
  if (state !== "connected" && state !== "needs_attention") return null;
  return adAccountId === null ? null : { state, key: { adAccountId, credentialVersion } };
}

/** The installed shops of a platform that have a connection, in order or in need of the merchant. */
export async function listConnectedShops(platform: Platform): Promise<ShopId[]> {
  const state: ConnectionState[] = ["connected", "needs_attention"];
  const shops = await db.shop.findMany({
    where: { platform, uninstalledAt: null, connection: { state: { in: state } } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return shops.map(({ id }) => toShopId(id));
}

/** The stored credentials in whatever state they are, for a connection test; `null`: incomplete. */
export async function findStoredCredentials(shopId: ShopId): Promise<LaneCredentials | null> {
  const record = await db.pinterestConnection.findUnique({ where: { shopId } });
  return record && openCredentials(record);
}

/**
 * Saves the credentials form, which must have no problems. Another ad account or another token opens a
 * new lane and counts as mended. The same values again change nothing, unless the connection needed
 * attention: then they are tried once more.
 *
 * @returns whether there is a new lane.
 */
export async function recordCredentials(
  tx: Transaction,
  shopId: ShopId,
  form: CredentialsForm,
): Promise<{ isChanged: boolean }> {
  const before = await tx.pinterestConnection.findUniqueOrThrow({ where: { shopId } });
  const token = form.conversionToken;
  const isSameToken = token === "" || isStoredToken(token, before);
  // A disconnect may have erased the token after the form was checked: then there is nothing to connect.
  const hasToken = token !== "" || before.sealedToken !== null;
  const isChanged =
    hasToken &&
    (before.adAccountId !== form.adAccountId || !isSameToken || before.state !== "connected");
  await tx.pinterestConnection.update({
    where: { shopId },
    data: {
      tagId: form.tagId,
      adAccountId: form.adAccountId,
      ...(isChanged
        ? { state: "connected", attention: null, credentialVersion: { increment: 1 } }
        : {}),
      ...(isSameToken
        ? {}
        : { sealedToken: seal(token, sealContext(shopId)), tokenLastFour: token.slice(-4) }),
      ...(isChanged ? { testResult: null, testedAt: null } : {}),
    },
  });
  return { isChanged };
}

/** Forgets the token and closes the lane; tag id and ad account stay for the next time. */
export async function recordDisconnect(tx: Transaction, shopId: ShopId): Promise<void> {
  await tx.pinterestConnection.updateMany({
    where: { shopId },
    data: {
      state: "not_connected",
      attention: null,
      sealedToken: null,
      tokenLastFour: null,
      testResult: null,
      testedAt: null,
    },
  });
}

/**
 * Marks the connection as needing the merchant. Only if it still is the one that was refused: a token
 * saved in the meantime is not blamed for the old one.
 *
 * @returns whether it was marked.
 */
export async function recordAttention(
  tx: Transaction,
  shopId: ShopId,
  credentialVersion: number,
  attention: Attention,
): Promise<boolean> {
  const { count } = await tx.pinterestConnection.updateMany({
    where: { shopId, credentialVersion, state: "connected" },
    data: { state: "needs_attention", attention },
  });
  return count > 0;
}

/** Keeps the result of a connection test, if the tested credentials still are the stored ones. */
export async function recordTest(
  tx: Transaction,
  shopId: ShopId,
  credentialVersion: number,
  result: TestResult,
  testedAt: Date,
): Promise<void> {
  await tx.pinterestConnection.updateMany({
    where: { shopId, credentialVersion },
    data: { testResult: result, testedAt },
  });
}

/** A shop that needed attention and whose test was accepted is connected again, in a new lane. */
export async function recordMended(
  tx: Transaction,
  shopId: ShopId,
  credentialVersion: number,
): Promise<boolean> {
  const { count } = await tx.pinterestConnection.updateMany({
    where: { shopId, credentialVersion, state: "needs_attention" },
    data: { state: "connected", attention: null, credentialVersion: { increment: 1 } },
  });
  return count > 0;
}

/** Seals every stored token with the first key. Run again, it finds nothing to do. */
export async function resealTokens(isStale: (sealed: string) => boolean): Promise<number> {
  const records = await db.pinterestConnection.findMany({ where: { sealedToken: { not: null } } });
  const stale = records.flatMap(({ shopId, sealedToken }) =>
    sealedToken !== null && isStale(sealedToken) ? [{ shopId, sealedToken }] : [],
  );
  for (const { shopId, sealedToken } of stale) {
    const context = sealContext(shopId);
    await db.pinterestConnection.updateMany({
      // A token saved in the meantime is newer and sealed with the first key already.
      where: { shopId, sealedToken },
      data: { sealedToken: seal(unseal(sealedToken, context), context) },
    });
  }
  return stale.length;
}

function openCredentials(record: ConnectionRecord): LaneCredentials | null {
  const conversionToken = openToken(record);
  const { adAccountId, credentialVersion } = record;
  if (conversionToken === null || adAccountId === null) return null;
  return { adAccountId, conversionToken, credentialVersion };
}

/** A stored token whose key was lost is no reason to refuse a new one. */
function isStoredToken(token: string, record: ConnectionRecord): boolean {
  try {
    return token === openToken(record);
  } catch (fault) {
    if (fault instanceof SealError) return false;
    throw fault;
  }
}

function openToken({ shopId, sealedToken }: ConnectionRecord): string | null {
  return sealedToken === null ? null : unseal(sealedToken, sealContext(shopId));
}

function sealContext(shopId: string): string {
  return `pinterest_connections.sealedToken:${shopId}`;
}

function toConnection(record: ConnectionRecord): Connection {
  const { adAccountId, tagId, testedAt, tokenLastFour } = record;
  const result = TEST_RESULTS.find((known) => known === record.testResult);
  return {
    state: CONNECTION_STATES.find((known) => known === record.state) ?? "not_connected",
    tagId,
    adAccountId,
    tokenLastFour,
    attention: ATTENTIONS.find((known) => known === record.attention) ?? null,
    lastTest: result && testedAt ? { result, testedAt } : null,
  };
}
