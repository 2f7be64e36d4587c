// A shop's page must not notice that the pixel failed, and there is nobody to tell. So a fault counts
// as having got nothing.

/** What `work` comes to, or `undefined` where it fails. Never rejects. */
export async function orNothing<Value>(
  work: () => Promise<Value> | Value,
): Promise<Value | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** The same at once. */
export function orUndefined<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
