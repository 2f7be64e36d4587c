/** Compares two values by a text of theirs, the same way on every machine. */
export function by<Value>(key: (value: Value) => string): (one: Value, other: Value) => number {
  return (one, other) => {
    const [first, second] = [key(one), key(other)];
    if (first === second) return 0;
    return first < second ? -1 : 1;
  };
}
