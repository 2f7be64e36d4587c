import type { ShopId } from "~/ids";
import type { ApiAnswer } from "~/pinterest/call.server";
import type { CatalogAccess } from "~/pinterest/catalog.server";
import { callWithAccount, type AccountAnswer } from "~/shops/account-access.server";
import { findActiveAccount } from "~/shops/pinterest-account.server";

/** Calls Pinterest's catalog with the shop's account, for the ad account that was picked with it. */
export async function callCatalog<Value>(
  shopId: ShopId,
  ask: (access: CatalogAccess) => Promise<ApiAnswer<Value>>,
  now: Date,
): Promise<AccountAnswer<Value>> {
  const account = await findActiveAccount(shopId);
  if (!account) return { kind: "no_account" };
  const { adAccountId } = account;
  return callWithAccount(shopId, (accessToken) => ask({ accessToken, adAccountId }), now);
}
