import { type Answer, REFUSALS } from "./answer.ts";
import type { ApiHandler } from "./api.ts";
import type { Received } from "./received.ts";
import type { WireEvent } from "./wire.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a part of the score is read from. How Pinterest counts is not published; here it is what is there. */
const HAS: Readonly<Record<string, (event: WireEvent) => unknown>> = {
  hashed_email: ({ user_data }) => user_data["em"],
  click_id_epik: ({ user_data }) => user_data["click_id"],
  external_event_id: ({ event_id }) => event_id,
  ip_address: ({ user_data }) => user_data["client_ip_address"],
  user_agent: ({ user_data }) => user_data["client_user_agent"],
  order_id: ({ custom_data }) => custom_data?.order_id,
  order_value: ({ custom_data }) => custom_data?.value,
  product_id: ({ custom_data }) => custom_data?.contents?.[0],
  source_url: (event) => event.event_source_url,
  hashed_maid: ({ user_data }) => user_data["hashed_maids"],
  advertiser_external_id: ({ user_data }) => user_data["external_id"],
};

/** The Event Quality Score of what the server sent: made up of the same events that the control API shows. */
export function qualityHandlers(received: Received, now: () => number): Record<string, ApiHandler> {
  return {
    "conversion_eqs/list": ({ path, query, user }) => {
      const account = user?.adAccounts.find(({ id }) => id === path["ad_account_id"]);
      if (!account) return REFUSALS.forbidden;
      const lookback = query.get("lookback_period") ?? "1d";
      const since = new Date(now() - (lookback === "1d" ? 1 : 14) * DAY_MS).toISOString();
      const events = received.events.filter(
        ({ adAccountId, receivedAt, result }) =>
          adAccountId === account.id && receivedAt >= since && result.status === "processed",
      );
      return answerOf(
        events.map(({ event }) => event),
        lookback,
      );
    },
  };
}

function answerOf(events: readonly WireEvent[], lookback: string): Answer {
  if (events.length === 0) return { status: 200, body: [] };
  const byName = Map.groupBy(events, ({ event_name }) => event_name);
  const components = Object.entries(HAS).map(([part, has]) => {
    const details = [...byName].map(([name, ofName]) => {
      const coverage =
        (100 * ofName.filter((event) => has(event) !== undefined).length) / ofName.length;
      return [name, { coverage, ...(part === "external_event_id" ? { overlap: 0 } : {}) }] as const;
    });
    return [part, Object.fromEntries(details)] as const;
  });
  const score = {
    ingestion_source: "CONVERSIONS_API",
    source_platform: "WEB",
    lookback_period: lookback,
    overall_status: "FAIR",
    quality_components: Object.fromEntries(components),
  };
  return { status: 200, body: [score] };
}
