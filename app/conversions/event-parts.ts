import type { QualityPart } from "~/pinterest/quality";

import type { Draft } from "./draft";
import type { Personal } from "./event";

/** What the parts are read from, which every event and every draft has. */
type Described = Pick<Draft, "userData" | "customData" | "lineItems">;

type NotedPart = Exclude<QualityPart, "external_event_id">;

/** Every event has an id of ours, so that part is not noted. The place of a part is its bit; none ever moves. */
export const NOTED_PARTS = [
  "hashed_email",
  "click_id_epik",
  "ip_address",
  "user_agent",
  "advertiser_external_id",
  "hashed_maid",
  "order_id",
  "order_value",
  "product_id",
  "source_url",
] as const satisfies readonly NotedPart[];

const HAS: Readonly<Record<NotedPart, (event: Described, personal: Personal) => boolean>> = {
  hashed_email: ({ userData }) => userData.em !== undefined,
  click_id_epik: (_, { clickId }) => clickId !== undefined,
  ip_address: (_, { clientIp }) => clientIp !== undefined,
  user_agent: (_, { userAgent }) => userAgent !== undefined,
  advertiser_external_id: ({ userData }) => userData.externalId !== undefined,
  hashed_maid: ({ userData }) => userData.hashedMaids !== undefined,
  order_id: ({ customData }) => customData.orderId !== undefined,
  order_value: ({ customData }) => customData.value !== undefined,
  product_id: ({ lineItems }) => lineItems.length > 0,
  source_url: (_, { sourceUrl }) => sourceUrl !== undefined,
};

/** Which parts an event has, a bit each. What they hold is not in it. */
export function partsOf(event: Described, personal: Personal): number {
  return NOTED_PARTS.reduce(
    (bits, part, place) => (HAS[part](event, personal) ? bits | (1 << place) : bits),
    0,
  );
}
