import { beforeEach, describe, expect, test } from "vitest";

import { db } from "~/db.server";
import {
  createIngestSecret,
  findShopBySecret,
  listIngestSecrets,
  revokeIngestSecret,
} from "~/shops/ingest-secret.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

const LATER = new Date(TEST_NOW.getTime() + 61_000);

beforeEach(emptyDatabase);

describe("the secrets of /ingest", () => {
  test("a secret opens its shop and nothing else, and is nowhere stored", async () => {
    const shopId = await installedShop();
    const made = await createIngestSecret(shopId, TEST_NOW);
    const secret = made.kind === "created" ? made.secret : expect.unreachable();

    expect(await findShopBySecret(secret, TEST_NOW)).toBe(shopId);
    expect(await findShopBySecret(`${secret}x`, TEST_NOW)).toBeNull();
    expect(await findShopBySecret("", TEST_NOW)).toBeNull();
    expect(JSON.stringify(await db.ingestSecret.findMany())).not.toContain(secret);
    expect(await listIngestSecrets(shopId)).toMatchObject([
      { lastFour: secret.slice(-4), createdAt: TEST_NOW, lastUsedAt: TEST_NOW },
    ]);
  });

  test("its use is noted once a minute", async () => {
    const shopId = await installedShop();
    const made = await createIngestSecret(shopId, TEST_NOW);
    const secret = made.kind === "created" ? made.secret : expect.unreachable();
    for (const now of [TEST_NOW, new Date(TEST_NOW.getTime() + 30_000), LATER]) {
      await findShopBySecret(secret, now);
    }
    expect(await listIngestSecrets(shopId)).toMatchObject([{ lastUsedAt: LATER }]);
  });

  test("two are valid at a time, a third waits until one is revoked", async () => {
    const shopId = await installedShop();
    const made = await Promise.all(
      Array.from({ length: 5 }, () => createIngestSecret(shopId, TEST_NOW)),
    );
    expect(made.filter(({ kind }) => kind === "created")).toHaveLength(2);

    const [first] = await listIngestSecrets(shopId);
    await revokeIngestSecret(shopId, first?.id ?? "");
    await revokeIngestSecret(shopId, first?.id ?? "");
    expect((await createIngestSecret(shopId, TEST_NOW)).kind).toBe("created");
  });

  test("no shop can revoke another's, and a revoked one opens nothing", async () => {
    const [shopId, otherId] = [await installedShop(), await installedShop("other.myshopify.com")];
    const made = await createIngestSecret(shopId, TEST_NOW);
    const secret = made.kind === "created" ? made.secret : expect.unreachable();
    const [stored] = await listIngestSecrets(shopId);

    await revokeIngestSecret(otherId, stored?.id ?? "");
    expect(await findShopBySecret(secret, TEST_NOW)).toBe(shopId);
    await revokeIngestSecret(shopId, stored?.id ?? "");
    expect(await findShopBySecret(secret, TEST_NOW)).toBeNull();
  });
});
