/**
 * A loader that gives its last answer again where it cannot get a new one, so that a page which asks
 * every few seconds outlives a restart of the server. What the server itself answers, a redirect or a
 * refusal, is passed on. An answer that says the same as the one before it is the very same value, so that
 * what depends on it need not be drawn again.
 */
export function lastKnown<Data>(): (load: () => Promise<Data>) => Promise<Data> {
  let last: { data: Data; text: string } | null = null;
  return async (load) => {
    try {
      const data = await load();
      const text = JSON.stringify(data);
      if (text !== last?.text) last = { data, text };
    } catch (error) {
      if (error instanceof Response || last === null) throw error;
    }
    return last.data;
  };
}
