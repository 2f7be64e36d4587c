import type { Connection } from "./connection";
import type { PinterestAccounts } from "./pinterest-account";

/**
 * The one thing to do about a connection. `by_hand`: typing ids and token in, and saving them.
 */
export type ConnectionStep =
  "connect_account" | "confirm_account" | "choose_ad_account" | "test" | "by_hand";

/** What brings a connection on; where it works, what shows that it does. */
export function nextConnectionStep(
  { state }: Pick<Connection, "state">,
  { active, canConnect, offered }: PinterestAccounts,
): ConnectionStep {
  if (offered?.isMine) return "confirm_account";
  if (active?.attention && canConnect) return "connect_account";
  if (state === "connected") return "test";
  if (active && !active.attention) return "choose_ad_account";
  return canConnect ? "connect_account" : "by_hand";
}
