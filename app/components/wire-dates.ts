/** A value as a page gets it: dates have become ISO 8601 text on the way. */
export type WithTextDates<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Element)[]
    ? WithTextDates<Element>[]
    : Value extends object
      ? { [Key in keyof Value]: WithTextDates<Value[Key]> }
      : Value;
