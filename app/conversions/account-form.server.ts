import { db } from "~/db.server";
import type { ShopId } from "~/ids";
import { mintConversionToken } from "~/pinterest/oauth.server";
import { enqueue } from "~/queue.server";
import { choiceProblem, listChoices, problemOf } from "~/shops/account-choices.server";
import type { AccountAnswer, AccountForm } from "~/shops/account-form";
import { findConnection, recordCredentials } from "~/shops/connection.server";
import { callWithAccount } from "~/shops/account-access.server";
import {
  confirmAccount,
  discardOffer,
  findAdAccount,
  forgetAccounts,
  giveBack,
  recordAdAccount,
} from "~/shops/pinterest-account.server";
import { openSignIn } from "~/shops/sign-in.server";

import { followConnection } from "./follow-connection.server";

type Choice = { adAccountId: string; tagId: string };

/** Does what a button about the Pinterest account asks for. Pressed twice, it does the same again. */
export async function answerAccountForm(
  shopId: ShopId,
  shopifyUserId: string,
  form: AccountForm,
  now: Date,
): Promise<AccountAnswer> {
  switch (form.intent) {
    case "connect_account":
      return openSignIn(shopId, shopifyUserId, now);
    case "confirm_account":
      return confirm(shopId, shopifyUserId);
    case "discard_account":
      await discardOffer(shopId);
      return { kind: "discarded" };
    case "remove_account":
      await removeAccount(shopId);
      return { kind: "removed" };
    case "list_choices":
      return listChoices(shopId, form.adAccountId, now);
    case "choose_ad_account":
      return chooseAdAccount(shopId, form, now);
  }
}

/** An account that is confirmed may keep the catalog, so the shop's feeds are registered. */
async function confirm(shopId: ShopId, shopifyUserId: string): Promise<AccountAnswer> {
  const kind = await confirmAccount(shopId, shopifyUserId);
  if (kind === "confirmed") {
    await db.$transaction((tx) => enqueue(tx, "register-feeds", { shopId }));
  }
  return { kind };
}

/** Ends the connection to the account. What the shop reports events with is a token of its own, and stays. */
async function removeAccount(shopId: ShopId): Promise<void> {
  await giveBack(await db.$transaction((tx) => forgetAccounts(tx, shopId)));
}

/**
 * Reports through an ad account of the connected account from now on, with a token that is made for it. Until
 * that token is there, everything stays as it was.
 */
async function chooseAdAccount(shopId: ShopId, choice: Choice, now: Date): Promise<AccountAnswer> {
  if (await isChosen(shopId, choice)) return { kind: "chosen" };
  const problem = await choiceProblem(shopId, choice, now);
  if (problem) return problem;
  const minted = await callWithAccount(shopId, mintConversionToken, now);
  if (minted.kind !== "done") return problemOf(minted);
  await db.$transaction(async (tx) => {
    const credentials = { ...choice, conversionToken: minted.value };
    const { isChanged } = await recordCredentials(tx, shopId, credentials);
    await recordAdAccount(tx, shopId, choice.adAccountId);
    await enqueue(tx, "sync-pixel", { shopId });
    if (isChanged) await followConnection(tx, shopId, now);
  });
  return { kind: "chosen" };
}

/** Picked before, and in order: another token would open another lane for nothing. */
async function isChosen(shopId: ShopId, { adAccountId, tagId }: Choice): Promise<boolean> {
  const [connection, picked] = await Promise.all([findConnection(shopId), findAdAccount(shopId)]);
  return (
    picked === adAccountId &&
    connection.state === "connected" &&
    connection.adAccountId === adAccountId &&
    connection.tagId === tagId
  );
}
