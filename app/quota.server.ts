import { db, querySql } from "./db.server";
import { log } from "./log.server";
import { MINUTE_MS, SECOND_MS } from "./time";

/** Uses are counted from minute to minute. */
export const WINDOW_MS = MINUTE_MS;

const FLUSH_MS = SECOND_MS;

/**
 * What is not yet this share of its limit waits in memory: thousands of shoppers who send a few messages
 * each are nobody's business but ours, and whoever comes near a limit is brought many times.
 */
const BROUGHT_SHARE = 1 / 50;

/** More keys than this in one minute are an attack of many addresses; the oldest counts make way. */
const KEYS_MAX = 100_000;

/** Whether a use is within its limit. */
export type QuotaAnswer =
  | { kind: "taken" }
  /** The caller waits; the next window begins then. */
  | { kind: "exhausted"; retryAfterMs: number };

type Count = {
  windowStart: number;
  /** Of all processes, as of the last flush; ours that were flushed are in it. */
  known: number;
  /** Ours since then. */
  pending: number;
  /** From how many pending uses on they are brought. */
  broughtFrom: number;
};

/**
 * Counts uses of keys against limits per minute, over all processes of the app.
 *
 * Each process counts in memory and brings its counts to the database once a second, where it learns
 * those of the others, each count once it is worth the way. So several processes together may let through
 * above the limit what they take in one second, and a fiftieth of it each; no request waits for the
 * database. Counts that cannot be brought stay until they can.
 */
export class Quota {
  readonly #counts = new Map<string, Count>();
  #timer: NodeJS.Timeout | undefined;
  #isFlushing = false;

  /**
   * Takes `amount` uses of `key`, all or none.
   *
   * @param key names shop and purpose; never personal data in readable form.
   * @param limit uses per minute.
   */
  take(key: string, amount: number, limit: number, now: Date): QuotaAnswer {
    const count = this.#countOf(key, now);
    if (count.known + count.pending + amount > limit) {
      return { kind: "exhausted", retryAfterMs: count.windowStart + WINDOW_MS - now.getTime() };
    }
    count.pending += amount;
    count.broughtFrom = limit * BROUGHT_SHARE;
    return { kind: "taken" };
  }

  /** Brings the counts to the database every second until {@link stop}. */
  start(): void {
    this.#timer ??= setInterval(() => {
      this.flush(new Date()).catch((err: unknown) =>
        log.warn({ err }, "could not bring the quotas"),
      );
    }, FLUSH_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Brings what is worth it, learns what the others brought of it, and forgets windows that are over. */
  async flush(now: Date): Promise<void> {
    // What a slow flush carries must not be brought by the next one too.
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    try {
      await this.#bring(now);
    } finally {
      this.#isFlushing = false;
    }
  }

  async #bring(now: Date): Promise<void> {
    const windowStart = windowStartOf(now);
    for (const [key, count] of this.#counts) {
      if (count.windowStart < windowStart) this.#counts.delete(key);
    }
    const brought: { key: string; pending: number }[] = [];
    for (const [key, { broughtFrom, pending }] of this.#counts) {
      if (pending > 0 && pending >= broughtFrom) brought.push({ key, pending });
    }
    if (brought.length === 0) return;

    const totals = await addUp(brought, new Date(windowStart));
    for (const { key, pending } of brought) {
      const count = this.#counts.get(key);
      if (count?.windowStart !== windowStart) continue;
      count.pending -= pending;
      count.known = totals.get(key) ?? count.known + pending;
    }
  }

  #countOf(key: string, now: Date): Count {
    const windowStart = windowStartOf(now);
    const count = this.#counts.get(key);
    if (count?.windowStart === windowStart) return count;
    const [oldest] = this.#counts.size >= KEYS_MAX ? this.#counts.keys() : [];
    if (oldest !== undefined) this.#counts.delete(oldest);
    const fresh = { windowStart, known: 0, pending: 0, broughtFrom: 0 };
    this.#counts.set(key, fresh);
    return fresh;
  }
}

/** The one counter of this process; whoever uses it starts it. */
export const quotas = new Quota();

/** In the order of the keys, so that two processes never wait for one another in a circle. */
async function addUp(
  counts: readonly { key: string; pending: number }[],
  windowStart: Date,
): Promise<ReadonlyMap<string, number>> {
  const sorted = counts.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const totals = await querySql<{ key: string; count: number }>(ADD_UP, [
    windowStart,
    sorted.map(({ key }) => key),
    sorted.map(({ pending }) => pending),
  ]);
  return new Map(totals.map(({ key, count }) => [key, count]));
}

const ADD_UP = `
  INSERT INTO quota_counts AS stored (key, "windowStart", count)
  SELECT key, $1, count FROM unnest($2::text[], $3::int[]) AS counted(key, count)
      ON CONFLICT (key, "windowStart") DO UPDATE SET count = stored.count + excluded.count
  RETURNING key, count`;

/** Deletes the counts of windows that are over. */
export async function forgetQuotas(now: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM quota_counts WHERE "windowStart" < ${new Date(windowStartOf(now))}`;
}

function windowStartOf(now: Date): number {
  return Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS;
}
