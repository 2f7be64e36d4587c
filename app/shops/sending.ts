/**
 * What becomes of the acts that are recorded now. Each row is marked with the mode in which it was
 * recorded and keeps its mark, so that leaving a mode releases nothing.
 *
 * - `real`: they are reported to Pinterest and count.
 * - `test`: they are sent as test events, which Pinterest answers and does not count.
 * - `shadow`: nothing is sent; what would have been is kept for the daily comparison.
 */
export const SENDING_MODES = ["real", "test", "shadow"] as const;
export type SendingMode = (typeof SENDING_MODES)[number];

/** The mode of a stored word. An unknown one, of a later version, sends nothing. */
export function toSendingMode(stored: string): SendingMode {
  return SENDING_MODES.find((known) => known === stored) ?? "shadow";
}
