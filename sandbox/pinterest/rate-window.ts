/** Counts calls in windows of fixed length, one window per key. */
export class RateWindow {
  readonly #callsMax: number;
  readonly #windowMs: number;
  readonly #windows = new Map<string, { startedAt: number; calls: number }>();

  constructor(callsMax: number, windowMs: number) {
    this.#callsMax = callsMax;
    this.#windowMs = windowMs;
  }

  /** Counts one call at `nowMs`. `resetSeconds` is how long the window still lasts, rounded up. */
  count(key: string, nowMs: number): { allowed: boolean; remaining: number; resetSeconds: number } {
    const current = this.#windows.get(key);
    const window =
      current && nowMs - current.startedAt < this.#windowMs
        ? current
        : { startedAt: nowMs, calls: 0 };
    window.calls += 1;
    this.#windows.set(key, window);
    return {
      allowed: window.calls <= this.#callsMax,
      remaining: Math.max(0, this.#callsMax - window.calls),
      resetSeconds: Math.ceil((window.startedAt + this.#windowMs - nowMs) / 1000),
    };
  }

  reset(): void {
    this.#windows.clear();
  }
}
