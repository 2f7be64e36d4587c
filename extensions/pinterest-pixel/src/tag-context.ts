import type { Sha256 } from "~/conversions/event-id";

import { pageUrl } from "./personal";
import { hrefsOf, type Sighting } from "./sighting";
import type { TagContext } from "./tag";
import { at, textAt } from "./unknown-value";

/**
 * What Pinterest's tag says besides the event.
 *
 * A sale of data that the shopper opted out of makes it limited data processing, with the hashed state
 * and country where the checkout names them, as the server sends it.
 *
 * Source: Pinterest developer documentation, "Limited data processing".
 */
export async function tagContext(
  event: unknown,
  sighting: Sighting,
  isDataUseLimited: boolean,
  tagId: string,
  now: number,
  sha256: Sha256,
): Promise<TagContext> {
  const hashed = async (text: string | undefined) =>
    isDataUseLimited && text ? sha256(text.toLowerCase()) : undefined;
  return {
    tagId,
    now,
    partner: {
      epik: sighting.clickId,
      derived_epik: sighting.derivedClickId,
      pin_unauth: sighting.unauthId,
      em: sighting.emailSha256,
      external_id: sighting.customerIdSha256 ?? sighting.clientIdSha256,
      opt_out_type: isDataUseLimited ? "LDP" : undefined,
      st: await hashed(sighting.region),
      country: await hashed(sighting.country),
    },
    automatic: {
      loc: pageUrl(hrefsOf(event)[0]),
      ref: pageUrl(textAt(event, "context.document.referrer")),
      if: false,
      sh: sizeAt(event, "height"),
      sw: sizeAt(event, "width"),
    },
  };
}

function sizeAt(event: unknown, side: "height" | "width"): number | undefined {
  const size = at(event, `context.window.screen.${side}`);
  return typeof size === "number" && size > 0 ? Math.round(size) : undefined;
}
