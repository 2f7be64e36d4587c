import type { ShopId } from "~/ids";
import { db } from "~/db.server";
import { postTestEvents } from "~/pinterest/test-events.server";
import type { EventsAnswer } from "~/pinterest/outcome";
import type { WireEvent } from "~/pinterest/wire";
import { toUnixSeconds } from "~/time";

import type { TestResult } from "./connection";
import { findStoredCredentials, recordMended, recordTest } from "./connection.server";

/**
 * Tries the stored credentials with one synthetic event that Pinterest answers and does not record.
 *
 * @returns the result, or `null` where there are no complete credentials to try. `isMended` says that
 *   a connection which needed attention works again, so that what is held can go.
 */
export async function testConnection(
  shopId: ShopId,
  now: Date,
): Promise<{ result: TestResult; isMended: boolean } | null> {
  const credentials = await findStoredCredentials(shopId);
  if (!credentials) return null;
  const answer = await postTestEvents(credentials, [syntheticEvent(now)]);
  const result = toTestResult(answer);
  const { credentialVersion } = credentials;
  const isMended = await db.$transaction(async (tx) => {
    await recordTest(tx, shopId, credentialVersion, result, now);
    return result === "accepted" && (await recordMended(tx, shopId, credentialVersion));
  });
  return { result, isMended };
}

/**
 * A page visit of nobody: the address is from the range that documentation may use, and no product or
 * page of the shop is named.
 *
 * Source: RFC 5737, TEST-NET-1.
 */
function syntheticEvent(now: Date): WireEvent {
  return {
    event_name: "page_visit",
    action_source: "web",
    event_time: toUnixSeconds(now),
    event_id: `connection_test_${toUnixSeconds(now)}`,
    user_data: {
      client_ip_address: "192.0.2.1",
      client_user_agent:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    },
  };
}

function toTestResult(answer: EventsAnswer): TestResult {
  switch (answer.kind) {
    case "per_event":
      return answer.outcomes[0]?.kind === "delivered" ? "accepted" : "refused";
    case "refused":
      return "refused";
    case "needs_attention":
      return answer.attention;
    case "retry":
      return answer.delay;
  }
}
