import type { CollectedLineItem } from "~/conversions/collect-message";
import { tagEventName, type EventName } from "~/conversions/event-name";

import type { ActContent } from "./act";

// The requests that Pinterest's own tag makes, without its script, which a worker cannot load.

/** Source: the tag's script; Pinterest Business Help, "Pinterest tag parameters and cookies". */
const ENDPOINT = "https://ct.pinterest.com/v3/";

/** A longer address goes as a form. Source: the tag's script. */
const URL_LENGTH_MAX = 2_047;

/** What the tag says besides the event. `undefined` is left out. */
export type TagContext = {
  tagId: string;
  /** Milliseconds since 1970, which keep the request out of every cache. */
  now: number;
  /** Partner data: who acted. Hashes and Pinterest's own ids. */
  partner: {
    epik: string | undefined;
    derived_epik: string | undefined;
    pin_unauth: string | undefined;
    em: string | undefined;
    external_id: string | undefined;
    opt_out_type: "LDP" | undefined;
    st: string | undefined;
    country: string | undefined;
  };
  /** Automatic data: where it was done. */
  automatic: {
    loc: string | undefined;
    ref: string | undefined;
    if: boolean;
    sh: number | undefined;
    sw: number | undefined;
  };
};

/** A parameter of the tag's request. */
export type TagField = readonly [name: string, value: string];

/** The request of one event. */
export function eventFields(
  name: EventName,
  eventId: string,
  content: ActContent,
  context: TagContext,
): TagField[] {
  const data = JSON.stringify(eventData(eventId, content));
  return [["event", tagEventName(name)], ["ed", data], ...contextFields(context)];
}

/** The request that the tag makes once per page, before any event. */
export function initFields(context: TagContext): TagField[] {
  return [["event", "init"], ...contextFields(context)];
}

function contextFields({ tagId, partner, automatic, now }: TagContext): TagField[] {
  return [
    ["tid", tagId],
    ["pd", JSON.stringify(partner)],
    ["ad", JSON.stringify(automatic)],
    ["cb", `${now}`],
  ];
}

/** Source: Pinterest Business Help, "Add event codes", event data. */
function eventData(eventId: string, { custom, lineItems, tagOnly }: ActContent): object {
  const pieces = lineItems.reduce((sum, { quantity }) => sum + quantity, 0);
  const { contentCategory } = custom;
  const lines = contentCategory
    ? [{ product_category: contentCategory }]
    : lineItems.map(toTagLine);
  return {
    event_id: eventId,
    value: numberOf(custom.value),
    order_quantity: pieces || undefined,
    currency: custom.currency,
    order_id: custom.orderId,
    search_query: custom.searchString,
    line_items: lines.length > 0 ? lines : undefined,
    ...tagOnly,
  };
}

function toTagLine(line: CollectedLineItem): object {
  return {
    product_id: line.itemId,
    product_name: line.name,
    product_category: line.category,
    product_brand: line.brand,
    product_price: numberOf(line.price),
    product_quantity: line.quantity,
  };
}

function numberOf(amount: string | undefined): number | undefined {
  return amount === undefined ? undefined : Number(amount);
}

/**
 * One request as the tag makes it: in the address, or as a form where that would be too long.
 *
 * @returns whether Pinterest took it.
 */
export async function tagRequest(
  fields: readonly TagField[],
  credentials: RequestCredentials,
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const url = `${ENDPOINT}?${query}`;
  const answer = await (url.length > URL_LENGTH_MAX
    ? fetch(ENDPOINT, {
        method: "POST",
        body: new URLSearchParams(query),
        keepalive: true,
        credentials,
      })
    : fetch(url, { keepalive: true, credentials }));
  return answer.ok;
}
