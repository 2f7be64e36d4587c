type Known<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Only the fields that have a value: to Pinterest, `null` is not the same as absent everywhere. */
export function known<Fields extends Record<string, unknown>>(fields: Fields): Known<Fields> {
  const present: Known<Fields> = {};
  for (const key in fields) {
    const value = fields[key];
    if (isKnown(value)) present[key] = value;
  }
  return present;
}

function isKnown<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
