/** Aborted when this process is about to stop: whatever would go on for as long as somebody listens ends. */
export const ending = new AbortController();
