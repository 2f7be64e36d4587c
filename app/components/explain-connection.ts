import type { Words } from "~/messages/words";
import type { Connection } from "~/shops/connection";

/** How the connection stands, in a sentence. */
export function explainConnection(
  words: Words,
  { state, attention, adAccountId }: Pick<Connection, "state" | "attention" | "adAccountId">,
): string {
  switch (state) {
    case "not_connected":
      return words.message("connection_not_connected");
    case "connected":
      return words.message("connection_connected", { adAccountId: adAccountId ?? "" });
    case "needs_attention":
      return words.message(
        attention === null ? "connection_needs_attention" : `attention_${attention}`,
      );
  }
}
