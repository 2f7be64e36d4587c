import { z } from "zod";

import { parse } from "~/parse";

import { digitsOf } from "./order";

/** What became of an order webhook; a word for the log. */
export type RecordedWebhook =
  | "recorded"
  | "already_recorded"
  /** The customer was erased. */
  | "erased"
  /** The topic needs no new line, e.g. an edited order. */
  | "noted"
  | "unreadable"
  /** Webhooks still arrive after an uninstall; there is nobody left to report for. */
  | "no_shop";

/** Whether orders of this topic are recorded. An edit is not: what is reported is the order as placed. */
export function isRecordedTopic(topic: string): boolean {
  return RECORDED_TOPICS.has(topic);
}

export const CANCELLED_TOPIC = "orders/cancelled";

const RECORDED_TOPICS: ReadonlySet<string> = new Set([
  "orders/create",
  "orders/paid",
  CANCELLED_TOPIC,
]);

const identified = z.object({
  admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,30}$/),
});

/** Of an order that does not fit the schema, the id may still be there. */
export function idOfUnreadable({ body, webhookId }: { body: unknown; webhookId: string }): string {
  const order = parse(identified, body);
  return order.kind === "parsed"
    ? digitsOf(order.value.admin_graphql_api_id)
    : `webhook:${webhookId}`;
}
