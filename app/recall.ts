/**
 * Keeps the values of the texts that come most often, where to compute one takes longer than to look it
 * up. It forgets everything once it is full, so that nobody who sends ever new texts can fill the memory.
 */
export class Recall<Value> {
  readonly #values = new Map<string, Value>();
  readonly #textsMax: number;
  readonly #lengthMax: number;

  /**
   * @param textsMax are kept.
   * @param lengthMax of a text; the value of a longer one is computed each time.
   */
  constructor(textsMax: number, lengthMax = 512) {
    this.#textsMax = textsMax;
    this.#lengthMax = lengthMax;
  }

  /** The value of `text`, which depends on nothing else. Nobody may change it: everybody gets the same. */
  of(text: string, compute: () => Value): Value {
    if (text.length > this.#lengthMax) return compute();
    const known = this.#values.get(text);
    if (known !== undefined) return known;
    if (this.#values.size >= this.#textsMax) this.#values.clear();
    const value = compute();
    this.#values.set(text, value);
    return value;
  }
}
