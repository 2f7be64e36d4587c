/** What a webhook is about, coarse enough for a label of a figure. */
export type TopicClass = "orders" | "products" | "shop" | "compliance" | "other";

/** Topics that tell more by their whole name than by its first word. */
const BY_TOPIC: Readonly<Record<string, TopicClass>> = { "shop/redact": "compliance" };

/** Source: Shopify webhooks 2026-10, the topics of `shopify.app.toml` by their first word. */
const BY_SUBJECT: Readonly<Record<string, TopicClass>> = {
  app: "shop",
  bulk_operations: "shop",
  customers: "compliance",
  orders: "orders",
  products: "products",
  shop: "shop",
  variants: "products",
};

/**
 * The class of a topic. The topic stands in a header that anybody may write before the signature is
 * checked, so what is not known, or is missing, is `other`.
 */
export function topicClass(topic: string | null): TopicClass {
  const [subject = ""] = (topic ?? "").split("/");
  return rowOf(BY_TOPIC, topic ?? "") ?? rowOf(BY_SUBJECT, subject) ?? "other";
}

function rowOf(table: Readonly<Record<string, TopicClass>>, key: string): TopicClass | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
