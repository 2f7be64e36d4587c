import type { Sha256 } from "~/conversions/event-id";

/** What a pure file cannot do by itself. */
export type World = {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  sha256: Sha256;
};
