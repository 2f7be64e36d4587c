/** A text that is longer is not worth its room. */
const TEXT_LENGTH_MAX = 512;

/**
 * Keeps the values of the texts that come most often, where to compute one takes longer than to look it
 * up. It forgets everything once it is full, so that nobody who sends ever new texts can fill the memory.
 */
export class Recall<Value> {
  readonly #values = new Map<string, Value>();

  constructor(private readonly textsMax: number) {}

  /** The value of `text`, which depends on nothing else. */
  of(text: string, compute: () => Value): Value {
    if (text.length > TEXT_LENGTH_MAX) return compute();
    const known = this.#values.get(text);
    if (known !== undefined) return known;
    if (this.#values.size >= this.textsMax) this.#values.clear();
    const value = compute();
    this.#values.set(text, value);
    return value;
  }
}
