import { setTimeout as pause } from "node:timers/promises";

import { Dice } from "../../sandbox/shopify/order-dice";
import { saveSettings, type Merchant } from "../support/merchant";
import { control } from "../support/sandbox-control";
import type { Installation } from "./installation";

/** Every way in which the local Pinterest fails, as often as its weight says. */
const FAILURES: readonly { weight: number; failure: (dice: Dice) => Record<string, unknown> }[] = [
  { weight: 3, failure: () => ({ kind: "server_error" }) },
  { weight: 2, failure: () => ({ kind: "ramped_down" }) },
  { weight: 3, failure: (dice) => ({ kind: "rate_limit", resetSeconds: 1 + dice.below(3) }) },
  { weight: 2, failure: () => ({ kind: "bad_request" }) },
  { weight: 2, failure: () => ({ kind: "html" }) },
  { weight: 1, failure: () => ({ kind: "html", status: 200 }) },
  { weight: 2, failure: () => ({ kind: "cut_answer" }) },
  { weight: 3, failure: () => ({ kind: "broken_before" }) },
  { weight: 3, failure: () => ({ kind: "broken_after" }) },
  { weight: 3, failure: (dice) => ({ kind: "slow", delayMs: 200 + dice.below(2_000) }) },
  { weight: 3, failure: (dice) => ({ kind: "slow_after", delayMs: 200 + dice.below(2_000) }) },
  // Longer than the app waits for an answer.
  { weight: 1, failure: () => ({ kind: "slow", delayMs: 12_000 }) },
  { weight: 1, failure: () => ({ kind: "slow_after", delayMs: 12_000 }) },
  { weight: 2, failure: (dice) => ({ kind: "partial", everyNth: 2 + dice.below(20) }) },
];

const FORMS = {
  absent: ["empty", "null", "omitted"],
  failed: ["200", "422_events", "422_details", "422_opaque"],
  invalid: ["4196", "1"],
} as const;

/** Between two failures of one shop, on average. */
const FAILURE_MS = 10_000;
/** Between two shops that Pinterest turns away, on average. */
const REFUSAL_MS = 3_000;

/** One a second. */
const SAVE_ATTEMPTS_MAX = 60;

/** What goes wrong at Pinterest while orders come, until `stopping`; a shop that is turned away is mended. */
export class Trouble {
  /** Connections that were broken and mended by hand, by the way in which they broke. */
  readonly refusals: Record<"token" | "role" | "account", number> = {
    token: 0,
    role: 0,
    account: 0,
  };
  readonly #installation: Installation;
  readonly #merchants: Map<string, Merchant>;
  readonly #dice: Dice;
  readonly #turnedAway = new Set<string>();
  #tokens = 0;

  constructor(installation: Installation, merchants: readonly Merchant[], seed: string) {
    this.#installation = installation;
    this.#merchants = new Map(merchants.map((merchant) => [merchant.shop, merchant]));
    this.#dice = new Dice(`${seed}:trouble`);
  }

  /** @param aborted ends the mending too; `over` only what goes wrong. */
  async run(over: AbortSignal, aborted: AbortSignal): Promise<void> {
    const stopping = AbortSignal.any([over, aborted]);
    await Promise.all([this.#fail(stopping), this.#turnAway(stopping, aborted)]);
    await this.#control("DELETE", "failures");
  }

  /** The merchant gives the connection what it lacks, and saves the settings, until `stopping`. */
  async mend(shop: string, stopping: AbortSignal): Promise<void> {
    const merchant = this.#merchants.get(shop);
    if (!merchant) throw new Error(`Nobody knows the shop ${shop}`);
    const { adAccountId, conversionToken } = merchant;
    await this.#control("POST", "accounts", { id: adAccountId });
    await this.#control("POST", "tokens", { token: conversionToken, accounts: [adAccountId] });
    // The web process or the database may just have been killed.
    for (let attempt = 1; !stopping.aborted; attempt += 1) {
      const appUrl = this.#dice.pick(this.#installation.appUrls);
      try {
        return await saveSettings({ appUrl, sandbox: this.#installation.sandbox }, merchant);
      } catch (fault) {
        if (attempt === SAVE_ATTEMPTS_MAX) throw fault;
        await pauseOr(1_000, stopping);
      }
    }
  }

  async #fail(stopping: AbortSignal): Promise<void> {
    const failureMsMax = (2 * FAILURE_MS) / this.#merchants.size;
    const weighted = FAILURES.flatMap(({ weight, failure }) => Array(weight).fill(failure));
    while (await pauseOr(this.#dice.below(failureMsMax), stopping)) {
      const adAccountId = this.#anyMerchant().adAccountId;
      const calls = 1 + this.#dice.below(2);
      const failure: (dice: Dice) => Record<string, unknown> = this.#dice.pick(weighted);
      await this.#control("POST", "failures", { ...failure(this.#dice), calls, adAccountId });
      await this.#control("PUT", "answer-form", {
        absent: this.#dice.pick(FORMS.absent),
        failed: this.#dice.pick(FORMS.failed),
        invalid: this.#dice.pick(FORMS.invalid),
      });
    }
  }

  async #turnAway(stopping: AbortSignal, aborted: AbortSignal): Promise<void> {
    const mending: Promise<void>[] = [];
    while (await pauseOr(this.#dice.below(2 * REFUSAL_MS), stopping)) {
      const merchant = this.#anyMerchant();
      if (this.#turnedAway.has(merchant.shop)) continue;
      this.#turnedAway.add(merchant.shop);
      const breakIt = this.#dice.pick(["token", "role", "account"] as const);
      this.refusals[breakIt] += 1;
      await this.#refuse(breakIt, merchant);
      const mended = this.#mendLater(merchant.shop, 1_000 + this.#dice.below(8_000), aborted);
      // What fails is heard of in the end, when all of them are waited for.
      mended.catch(() => undefined);
      mending.push(mended);
    }
    await Promise.all(mending);
  }

  async #mendLater(shop: string, afterMs: number, aborted: AbortSignal): Promise<void> {
    await pauseOr(afterMs, aborted);
    await this.mend(shop, aborted);
    this.#turnedAway.delete(shop);
  }

  async #refuse(what: "token" | "role" | "account", merchant: Merchant): Promise<void> {
    const { adAccountId: account, conversionToken: token } = merchant;
    switch (what) {
      case "token": {
        await this.#control("DELETE", `tokens/${token}`);
        this.#tokens += 1;
        const conversionToken = `${token.replace(/_\d+$/, "")}_${this.#tokens}`;
        this.#merchants.set(merchant.shop, { ...merchant, conversionToken });
        return;
      }
      case "role":
        return void (await this.#control("PUT", "roles", { token, account, allowed: false }));
      case "account":
        return void (await this.#control("DELETE", `accounts/${account}`));
    }
  }

  #anyMerchant(): Merchant {
    return this.#dice.pick([...this.#merchants.values()]);
  }

  #control(method: string, path: string, body?: unknown): Promise<unknown> {
    return control(this.#installation.sandbox.pinterestUrl, method, path, body);
  }
}

/** @returns whether the time passed without a stop. */
export async function pauseOr(ms: number, stopping: AbortSignal): Promise<boolean> {
  await pause(ms, undefined, { signal: stopping }).catch(() => undefined);
  return !stopping.aborted;
}
