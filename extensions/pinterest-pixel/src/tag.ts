import type { EventName } from "~/conversions/event-name";

import type { ActContent } from "./act";
import { toJson } from "./personal";
import { send } from "./quiet";

// The requests that Pinterest's own tag makes, without its script, which a worker cannot load.

/** Source: the tag's script; Pinterest Business Help, "Pinterest tag parameters and cookies". */
const ENDPOINT = "https://ct.pinterest.com/v3/";

/** A longer address goes as a form. Source: the tag's script. */
const URL_LENGTH_MAX = 2_047;

/** Who acted and where, each as the tag spells it: partner data and automatic data. */
export type TagContext = readonly [partner: object, automatic: object];

/** Sends one event to Pinterest; says whether it was taken. */
export type SendToTag = (
  name: EventName,
  eventId: string,
  content: ActContent,
  context: TagContext,
) => Promise<boolean>;

/**
 * Sends as Pinterest's tag does, with at most two requests per act. The event goes with Pinterest's
 * cookies and, if that fails, without, because browsers and Pinterest may refuse them; the page's later
 * events begin with what worked. The page's first event that needs only one request is followed by the
 * tag's `init`, in which the event's own data is missing.
 */
export function tagSender(
  fetch: typeof globalThis.fetch,
  tagId: string,
  now: () => number,
): SendToTag {
  let isWithCookies = true;
  let isInitSent = false;

  const attempt = (event: string, ed: string, context: TagContext, hasCookies: boolean) => {
    const [partner, automatic] = context;
    const form = new URLSearchParams({
      event,
      tid: tagId,
      pd: toJson(partner),
      ad: toJson(automatic),
      // Keeps the request out of every cache.
      cb: `${now()}`,
    });
    if (ed) form.set("ed", ed);
    const url = `${ENDPOINT}?${form}`;
    const isLong = url.length > URL_LENGTH_MAX;
    const credentials = hasCookies ? "include" : "omit";
    return send(fetch, isLong ? ENDPOINT : url, isLong ? form : null, credentials);
  };

  return (name, eventId, content, context) => {
    // The tag's spelling: `add_to_cart` is `addtocart` there. Source: "Add event codes".
    const event = name.replace(/_/g, "");
    const ed = toJson(eventData(eventId, content));
    const hasCookies = isWithCookies;
    return attempt(event, ed, context, hasCookies).then((isTaken) => {
      if (!isTaken) {
        isWithCookies = !hasCookies;
        return attempt(event, ed, context, !hasCookies);
      }
      if (!isInitSent) void attempt("init", "", context, hasCookies);
      return (isInitSent = true);
    });
  };
}

/** Source: Pinterest Business Help, "Add event codes", event data. */
function eventData(eventId: string, { custom, lineItems }: ActContent): object {
  const { value, currency, orderId, searchString, contentCategory } = custom;
  return {
    event_id: eventId,
    value: value && Number(value),
    order_quantity: lineItems.reduce((pieces, { quantity }) => pieces + quantity, 0) || "",
    currency,
    order_id: orderId,
    search_query: searchString,
    line_items: contentCategory
      ? [{ product_category: contentCategory }]
      : lineItems.map((line) => ({
          product_id: line.itemId,
          product_name: line.name,
          product_category: line.category,
          product_brand: line.brand,
          product_price: line.price && Number(line.price),
          product_quantity: line.quantity,
        })),
  };
}
