import type { ShopId } from "~/ids";
import { listAdAccounts, listConversionTags, listWebsites } from "~/pinterest/account.server";

import type { AccountChoices, AccountProblem } from "./pinterest-account";
import { callWithAccount, type AccountAnswer } from "./account-access.server";
import { findAdAccount } from "./pinterest-account.server";

type Problem = { kind: "account_problem"; problem: AccountProblem };

/**
 * What a shop's active account may pick from: its ad accounts and websites, and the tags of one ad account.
 *
 * @param wanted the ad account whose tags are asked for; without it the one in use, or the only one
 *   that may report.
 */
export async function listChoices(
  shopId: ShopId,
  wanted: string | undefined,
  now: Date,
): Promise<({ kind: "choices" } & AccountChoices) | Problem> {
  const adAccounts = await callWithAccount(shopId, listAdAccounts, now);
  if (adAccounts.kind !== "done") return problemOf(adAccounts);
  const adAccountId = await pickedOf(shopId, adAccounts.value, wanted);
  const tags =
    adAccountId === null
      ? { kind: "done" as const, value: [] }
      : await callWithAccount(shopId, (token) => listConversionTags(token, adAccountId), now);
  if (tags.kind !== "done") return problemOf(tags);
  const websites = await callWithAccount(shopId, listWebsites, now);
  if (websites.kind !== "done") return problemOf(websites);
  return {
    kind: "choices",
    adAccounts: adAccounts.value,
    adAccountId,
    tags: tags.value,
    websites: websites.value,
  };
}

/** Whether the ad account and its tag are the account's to pick; `null` where they are. */
export async function choiceProblem(
  shopId: ShopId,
  { adAccountId, tagId }: { adAccountId: string; tagId: string },
  now: Date,
): Promise<Problem | null> {
  const adAccounts = await callWithAccount(shopId, listAdAccounts, now);
  if (adAccounts.kind !== "done") return problemOf(adAccounts);
  const isKnown = adAccounts.value.some(({ id, canReport }) => id === adAccountId && canReport);
  if (!isKnown) return { kind: "account_problem", problem: "ad_account_unknown" };
  const tags = await callWithAccount(
    shopId,
    (token) => listConversionTags(token, adAccountId),
    now,
  );
  if (tags.kind !== "done") return problemOf(tags);
  if (tags.value.some(({ id }) => id === tagId)) return null;
  return { kind: "account_problem", problem: "tag_unknown" };
}

/** A call that was not done, as the merchant is told of it. */
export function problemOf(answer: Exclude<AccountAnswer<unknown>, { kind: "done" }>): Problem {
  switch (answer.kind) {
    case "no_account":
    case "account_lost":
      return { kind: "account_problem", problem: answer.kind };
    case "retry":
      return { kind: "account_problem", problem: "account_unreachable" };
    case "refused":
      return { kind: "account_problem", problem: "account_refused" };
  }
}

async function pickedOf(
  shopId: ShopId,
  adAccounts: AccountChoices["adAccounts"],
  wanted: string | undefined,
): Promise<string | null> {
  const inUse = wanted ?? (await findAdAccount(shopId));
  if (adAccounts.some(({ id }) => id === inUse)) return inUse;
  const [first, ...others] = adAccounts.filter(({ canReport }) => canReport);
  return first && others.length === 0 ? first.id : null;
}
