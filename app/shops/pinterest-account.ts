import type { AdAccount, ConversionTag, Website } from "~/pinterest/account";

/**
 * Where a connected Pinterest account stands.
 *
 * - `offered`: it allowed the app what it asks for, and waits for the merchant's word in the admin. Nothing
 *   uses it. Entered at the end of a sign-in; left by confirming, by discarding, and by age.
 * - `active`: the merchant has confirmed it. Left by another account that is confirmed, by removing it, by
 *   Disconnect and by uninstall.
 */
export const ACCOUNT_STAGES = ["offered", "active"] as const;
export type AccountStage = (typeof ACCOUNT_STAGES)[number];

/**
 * Why an active account needs the merchant.
 *
 * - `access_revoked`: Pinterest takes neither its token nor a renewal of it.
 * - `access_expired`: the permission was not renewed in time, and its tokens have ended.
 */
export const ACCOUNT_ATTENTIONS = ["access_revoked", "access_expired"] as const;
export type AccountAttention = (typeof ACCOUNT_ATTENTIONS)[number];

/**
 * What a sign-in that this app knows came to.
 *
 * - `offered`: an account waits to be confirmed.
 * - `denied`: its user refused.
 * - `expired`: Pinterest brought the merchant back after more than ten minutes.
 * - `other_browser`: another browser came back than had set out.
 * - `code_refused`: Pinterest does not take the code that it gave.
 * - `app_refused`: Pinterest does not take the app's own id, secret or address.
 * - `scopes_missing`: less was allowed than the app needs.
 * - `unreachable`: Pinterest did not answer.
 */
export const SIGN_IN_OUTCOMES = [
  "offered",
  "denied",
  "expired",
  "other_browser",
  "code_refused",
  "app_refused",
  "scopes_missing",
  "unreachable",
] as const;
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number];

/**
 * Why somebody who came to `/pinterest/start` or `/pinterest/callback` is not let on.
 *
 * - `ticket_unknown`: the address from the admin was used before, is older than two minutes, or is none.
 * - `state_unknown`: what came back belongs to no sign-in of this app.
 * - `state_used`: it came back before.
 * - `other_browser`: as the outcome.
 * - `not_configured`: the app has no id at Pinterest.
 */
export const SIGN_IN_STOPS = [
  "ticket_unknown",
  "state_unknown",
  "state_used",
  "other_browser",
  "not_configured",
] as const;
export type SignInStop = (typeof SIGN_IN_STOPS)[number];

/** What the pages may know of an account: everything but its tokens. */
export type NamedAccount = { username: string; businessName: string | null; isBusiness: boolean };

/** What a merchant knows an account by. */
export function accountName({ businessName, username }: NamedAccount): string {
  return businessName === null ? `@${username}` : `${businessName} (@${username})`;
}

/** What the settings page shows of a shop's accounts. */
export type PinterestAccounts = {
  /** Whether an account can be connected at all: the app has an id at Pinterest. */
  canConnect: boolean;
  active:
    (NamedAccount & { attention: AccountAttention | null; adAccountId: string | null }) | null;
  /** `isMine`: the user who looks may confirm it. */
  offered: (NamedAccount & { isMine: boolean }) | null;
  /** What the last sign-in came to, while it is news and no account came of it. */
  lastFailure: Exclude<SignInOutcome, "offered"> | null;
};

/** What can be picked with an active account. */
export type AccountChoices = {
  adAccounts: readonly AdAccount[];
  /** Of that ad account the tags are listed; `null` where none is picked. */
  adAccountId: string | null;
  tags: readonly ConversionTag[];
  websites: readonly Website[];
};

/**
 * Why nothing could be read or picked at Pinterest.
 *
 * - `no_account`: none is connected.
 * - `account_lost`: it has to be connected again.
 * - `account_unreachable`: Pinterest did not answer; the same again may do.
 * - `account_refused`: Pinterest does not allow it to this account.
 * - `ad_account_unknown`: the ad account is not one of the account's.
 * - `tag_unknown`: the tag is not one of the ad account's.
 */
export const ACCOUNT_PROBLEMS = [
  "no_account",
  "account_lost",
  "account_unreachable",
  "account_refused",
  "ad_account_unknown",
  "tag_unknown",
] as const;
export type AccountProblem = (typeof ACCOUNT_PROBLEMS)[number];
