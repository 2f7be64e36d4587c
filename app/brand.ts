declare const nameOfBrand: unique symbol;

/** A `Base` that only one function can hand out, so that a raw email never passes for a hashed one. */
export type Brand<Base, Name extends string> = Base & { readonly [nameOfBrand]: Name };

/**
 * Gives a value its brand. Only the function that establishes what the name promises calls this; it
 * is the product's one place for a cast.
 */
export function brand<Base, Name extends string>(value: Base): Brand<Base, Name> {
  return value as Brand<Base, Name>;
}
