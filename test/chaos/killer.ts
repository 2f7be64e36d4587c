import { setTimeout as pause } from "node:timers/promises";

import { Dice } from "../../sandbox/shopify/order-dice";
import type { Installation } from "./installation";
import type { KillTarget, Plan } from "./plan";
import { pauseOr } from "./trouble";

/** How often something was killed, and how long it took at most until another was there, and at work. */
export type Kills = { count: number; thereMsMax: number; backMsMax: number };

/** Kills what it is told to, and keeps the count. */
export class Killer {
  readonly kills: Record<KillTarget, Kills> = {
    worker: { count: 0, thereMsMax: 0, backMsMax: 0 },
    web: { count: 0, thereMsMax: 0, backMsMax: 0 },
    database: { count: 0, thereMsMax: 0, backMsMax: 0 },
  };
  readonly #installation: Installation;
  readonly #dice: Dice;
  readonly #stopping: AbortSignal;

  constructor(installation: Installation, seed: string, stopping: AbortSignal) {
    this.#installation = installation;
    this.#dice = new Dice(`${seed}:kills`);
    this.#stopping = stopping;
  }

  get shown(): string {
    return Object.entries(this.kills)
      .map(([target, { count }]) => `${target} ${count}×`)
      .join(", ");
  }

  async kill(target: KillTarget): Promise<void> {
    const { backMs, thereMs } = await this.#installation.kill(
      target,
      (count) => this.#dice.below(count),
      this.#stopping,
    );
    const kills = this.kills[target];
    kills.count += 1;
    kills.thereMsMax = Math.max(kills.thereMsMax, thereMs);
    kills.backMsMax = Math.max(kills.backMsMax, backMs);
  }
}

/**
 * Kills as the load goes on.
 *
 * @returns how many of the planned kills there was time for.
 */
export async function killInTime(
  { kills }: Plan,
  progress: () => number,
  killer: Killer,
  stopping: AbortSignal,
): Promise<number> {
  let count = 0;
  for (const { at, target } of kills) {
    if (at === 1) break;
    while (progress() < at && !stopping.aborted) await pause(20);
    if (stopping.aborted) break;
    await killer.kill(target);
    count += 1;
  }
  return count;
}

/** Those that are planned for then, and those for which the load was over too soon. */
export async function killWhileSettling(
  kills: Plan["kills"],
  killer: Killer,
  stopping: AbortSignal,
): Promise<void> {
  for (const { target } of kills) {
    await pauseOr(SETTLING_KILL_MS, stopping);
    if (stopping.aborted) return;
    await killer.kill(target);
  }
}

/** Between two kills while the run settles. */
const SETTLING_KILL_MS = 2_000;
