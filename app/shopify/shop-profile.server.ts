import { gql } from "graphql-request";
import { z } from "zod";

import { findLastSync } from "~/catalog/sync-run.server";
import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import type { ShopId } from "~/ids";
import { parse } from "~/parse";
import { enqueue } from "~/queue.server";
import { findShopById, recordProfile } from "~/shops/shop.server";

import { adminClient } from "./admin.server";
import { readConsentPolicy } from "./consent-policy.server";

export const SHOP_PROFILE_QUERY = gql`
  query ShopProfile {
    shop {
      name
      currencyCode
      primaryDomain {
        url
      }
      shopAddress {
        countryCodeV2
      }
    }
  }
`;

/** Source: Shopify Admin GraphQL 2026-10, `Shop`. */
const answerSchema = z.object({
  shop: z.object({
    name: z.string(),
    /** ISO 4217. */
    currencyCode: z.string(),
    primaryDomain: z.object({ url: z.url() }),
    shopAddress: z.object({
      /** `null` where the merchant never gave an address. */
      countryCodeV2: z.string().nullable(),
    }),
  }),
});

/**
 * Reads and keeps the shop's name, country, currency and address on the web, then its consent policy, and
 * has the catalog of a new installation read. Not installed: nothing.
 */
export async function readShopProfile(shopId: ShopId): Promise<void> {
  const shop = await findShopById(shopId);
  const client = shop && !shop.uninstalledAt && (await adminClient(shop.shopDomain));
  if (!client) return;
  const answer = parse(answerSchema, await client.request(SHOP_PROFILE_QUERY));
  if (answer.kind === "unreadable") {
    throw new InvariantError("Shopify's answer does not fit its schema", {
      fields: answer.fields.join(", "),
    });
  }
  const { name, currencyCode, primaryDomain, shopAddress } = answer.value.shop;
  const profile = {
    name,
    currency: currencyCode,
    storeUrl: primaryDomain.url,
    ...(shopAddress.countryCodeV2 ? { country: shopAddress.countryCodeV2 } : {}),
  };
  const lastSync = await findLastSync(shopId, new Date());
  const isNew = lastSync === null || lastSync.requestedAt < shop.installedAt;
  await db.$transaction(async (tx) => {
    await recordProfile(tx, shopId, profile);
    // The country stands in some item ids, which the pixel makes too.
    await enqueue(tx, "sync-pixel", { shopId });
    // A feed is for the shop's own country and currency, which are known now.
    if (isNew) await enqueue(tx, "begin-sync", { shopId, cause: "install" });
  });
  await readConsentPolicy(shopId, shop.shopDomain);
}
