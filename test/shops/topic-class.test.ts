import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { INSTALLATION_DIR } from "~/paths.server";
import { topicClass } from "~/shops/topic-class";

test.each([
  { topic: "orders/create", expected: "orders" },
  { topic: "orders/cancelled", expected: "orders" },
  { topic: "products/update", expected: "products" },
  { topic: "variants/out_of_stock", expected: "products" },
  { topic: "app/uninstalled", expected: "shop" },
  { topic: "shop/update", expected: "shop" },
  { topic: "bulk_operations/finish", expected: "shop" },
  { topic: "shop/redact", expected: "compliance" },
  { topic: "customers/redact", expected: "compliance" },
  { topic: "themes/publish", expected: "other" },
  { topic: "constructor", expected: "other" },
  { topic: "", expected: "other" },
  { topic: null, expected: "other" },
])("$topic is about $expected", ({ topic, expected }) => {
  expect(topicClass(topic)).toBe(expected);
});

test("no topic that the app asks for is of an unknown class", () => {
  const toml = readFileSync(path.join(INSTALLATION_DIR, "shopify.app.toml"), "utf8");
  const topics = [...toml.matchAll(/"([a-z_]+\/[a-z_]+)"/g)].map(([, topic = ""]) => topic);
  expect(topics).toContain("orders/create");
  expect(topics.filter((topic) => topicClass(topic) === "other")).toEqual([]);
});
