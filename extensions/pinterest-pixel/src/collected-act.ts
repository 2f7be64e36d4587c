import type { CollectedAct, CollectedConsent } from "~/conversions/collect-message";
import { known } from "~/conversions/known";

import type { Act } from "./act";
import { pageUrl } from "./personal";
import { hrefsOf, type Sighting } from "./sighting";
import { textAt } from "./unknown-value";

/** What our own server is told of an act. */
export function collectedAct(
  { name, event, content }: Act,
  eventId: string,
  sighting: Sighting,
  consent: CollectedConsent,
  key: string,
  now: number,
): CollectedAct {
  const { clickId, clientId, emailSha256, customerIdSha256, country, region } = sighting;
  const { custom, lineItems } = content;
  const sentAt = new Date(now).toISOString();
  return {
    kind: "act",
    key,
    eventId,
    name,
    shopifyEventId: textAt(event, "id") ?? "",
    occurredAt: textAt(event, "timestamp") ?? sentAt,
    sentAt,
    consent,
    ...known({
      pageUrl: pageUrl(hrefsOf(event)[0]),
      language: /^[a-z]{2}/i
        .exec(textAt(event, "context.navigator.language") ?? "")?.[0]
        .toLowerCase(),
      clickId,
      clientId,
      emailSha256,
      customerIdSha256,
      country,
      region,
    }),
    // The order itself is the server's, which has it from the shop.
    ...(name !== "checkout" && {
      ...(Object.keys(custom).length > 0 && { custom }),
      ...(lineItems.length > 0 && { lineItems }),
    }),
  };
}
