import { MINUTE_MS } from "./time";

/**
 * The lowest number of the running minute and of the one before it, which is Pinterest's window: a
 * number that was low an hour ago says nothing of now. `null` where neither minute had one.
 */
export class LowestSeen {
  #running = { minute: -1, lowest: Infinity };
  #before = { minute: -1, lowest: Infinity };

  see(value: number, at: Date): void {
    this.#turn(at);
    this.#running.lowest = Math.min(this.#running.lowest, value);
  }

  lowest(at: Date): number | null {
    this.#turn(at);
    const lowest = Math.min(this.#running.lowest, this.#before.lowest);
    return lowest === Infinity ? null : lowest;
  }

  #turn(at: Date): void {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    if (minute === this.#running.minute) return;
    const isNext = minute === this.#running.minute + 1;
    this.#before = isNext ? this.#running : { minute: minute - 1, lowest: Infinity };
    this.#running = { minute, lowest: Infinity };
  }
}
