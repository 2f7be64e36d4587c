import { expect, test } from "vitest";

import { nextConnectionStep } from "~/shops/connection-step";
import type { PinterestAccounts } from "~/shops/pinterest-account";

const NAMED = { username: "demo", businessName: null, isBusiness: true };
const NONE: PinterestAccounts = {
  canConnect: true,
  active: null,
  offered: null,
  lastFailure: null,
};
const ACTIVE = { ...NAMED, attention: null, adAccountId: null };

test.each([
  { state: "not_connected", accounts: NONE, step: "connect_account" },
  { state: "not_connected", accounts: { ...NONE, canConnect: false }, step: "by_hand" },
  {
    state: "not_connected",
    accounts: { ...NONE, offered: { ...NAMED, isMine: true } },
    step: "confirm_account",
  },
  {
    state: "not_connected",
    accounts: { ...NONE, offered: { ...NAMED, isMine: false } },
    step: "connect_account",
  },
  { state: "not_connected", accounts: { ...NONE, active: ACTIVE }, step: "choose_ad_account" },
  { state: "connected", accounts: { ...NONE, active: ACTIVE }, step: "test" },
  { state: "connected", accounts: NONE, step: "test" },
  {
    state: "connected",
    accounts: { ...NONE, active: { ...ACTIVE, attention: "access_revoked" } },
    step: "connect_account",
  },
  { state: "needs_attention", accounts: NONE, step: "connect_account" },
  { state: "needs_attention", accounts: { ...NONE, active: ACTIVE }, step: "choose_ad_account" },
] as const)("$state leads to $step", ({ accounts, state, step }) => {
  expect(nextConnectionStep({ state }, accounts)).toBe(step);
});
