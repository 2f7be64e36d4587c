import { createHash } from "node:crypto";

/** Amounts in the shop's currency and, at a fixed rate in hundredths, in the shopper's. */
export class Money {
  readonly shop: string;
  readonly presentment: string;
  readonly #rate: number;

  constructor(shop: string, presentment: string, rate: number) {
    this.shop = shop;
    this.presentment = presentment;
    this.#rate = shop === presentment ? 100 : rate;
  }

  set(cents: number) {
    const converted = Math.round((cents * this.#rate) / 100);
    return {
      shop_money: { amount: decimal(cents), currency_code: this.shop },
      presentment_money: { amount: decimal(converted), currency_code: this.presentment },
    };
  }

  /** The pair of keys that most amounts of an order have: `x` as text and `x_set`. */
  both(name: string, cents: number) {
    return { [name]: decimal(cents), [`${name}_set`]: this.set(cents) };
  }
}

/** Dice that fall the same way for the same seed. */
export class Dice {
  readonly #seed: string;
  #throws = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  below(limit: number): number {
    return this.#bytes().readUInt32BE(0) % limit;
  }

  chance(probability: number): boolean {
    return this.below(1000) < probability * 1000;
  }

  pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error("Nothing to pick from.");
    return value;
  }

  hex(length: number): string {
    return this.#bytes().toString("hex").slice(0, length);
  }

  word(length: number): string {
    const text = Buffer.concat([this.#bytes(), this.#bytes()]).toString("base64url");
    return text.replace(/[-_]/g, "x").slice(0, length);
  }

  #bytes(): Buffer {
    this.#throws += 1;
    return createHash("sha256").update(`${this.#seed}:${this.#throws}`).digest();
  }
}

export function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
