import { answerAccountForm } from "~/conversions/account-form.server";
import type { ShopId } from "~/ids";
import { endSignIn, openSignIn, startSignIn } from "~/shops/sign-in.server";

import type { LocalPinterest, SignInChoice } from "./pinterest";

/** The user of the shop's admin who connects. */
export const STAFF = "1234";

/** A browser on its way: where Pinterest waits for it, and the cookie that it got. */
export type SetOut = { url: string; cookie: string };

/** From the button in the admin to Pinterest's door. */
export async function setOut(shopId: ShopId, now: Date, user = STAFF): Promise<SetOut> {
  const opened = await openSignIn(shopId, user, now);
  if (opened.kind !== "opened") throw new Error("The app has no id at Pinterest.");
  const start = await startSignIn(ticketOf(opened.path), now);
  if (start.kind !== "sent_on") throw new Error(`Not sent on: ${start.stop}`);
  return start;
}

/** The ticket of the address that the admin opens. */
export function ticketOf(path: string): string {
  return new URL(path, "http://app").searchParams.get("ticket") ?? "";
}

/** What a browser brings back. */
export function callbackOf(back: URL) {
  const { searchParams } = back;
  return {
    state: searchParams.get("state") ?? "",
    code: searchParams.get("code"),
    error: searchParams.get("error"),
  };
}

/** The whole way, to an account that waits to be confirmed. */
export async function offerAccount(
  pinterest: LocalPinterest,
  shopId: ShopId,
  now: Date,
  choice: Partial<SignInChoice> = {},
): Promise<void> {
  const { cookie, url } = await setOut(shopId, now);
  const back = await pinterest.signIn(url, choice);
  await endSignIn(callbackOf(back), cookie, now);
}

/** The same, confirmed by who set out. */
export async function connectAccount(
  pinterest: LocalPinterest,
  shopId: ShopId,
  now: Date,
  choice: Partial<SignInChoice> = {},
): Promise<void> {
  await offerAccount(pinterest, shopId, now, choice);
  const answer = await answerAccountForm(shopId, STAFF, { intent: "confirm_account" }, now);
  if (answer.kind !== "confirmed") throw new Error(`Not confirmed: ${answer.kind}`);
}
