/**
 * A loader that gives its last answer again where it cannot get a new one, so that a page which asks
 * every few seconds outlives a restart of the server. What the server itself answers, a redirect or a
 * refusal, is passed on.
 */
export function lastKnown<Data>(): (load: () => Promise<Data>) => Promise<Data> {
  let last: { data: Data } | null = null;
  return async (load) => {
    try {
      last = { data: await load() };
    } catch (error) {
      if (error instanceof Response || last === null) throw error;
    }
    return last.data;
  };
}
