import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";
import { z } from "zod";

import { inputFile, runCommand } from "#test/support/command";
import { shopifyOrderBody } from "#test/support/orders";
import { assertValidEventsBody } from "#test/support/pinterest-schema";

const REALISTIC = fixture("orders_create_realistic_synthetic.json");
const SAMPLE = fixture("orders_create_sample.json");
const NOW = ["--now", "2026-11-06T04:00:00Z"];

describe("explain-order, on whole orders", () => {
  test("the realistic order is sent, as Pinterest's description wants it", async () => {
    const { decision, reasons, event } = await explained([...NOW, REALISTIC]);

    assertValidEventsBody({ data: [event] });
    expect({ decision, reasons }).toEqual({ decision: "send", reasons: [] });
    expect(event).toMatchObject({
      event_name: "checkout",
      action_source: "web",
      event_time: 1_793_933_688,
      event_id: "co_84a018832fec654eb7408a03fc31adc7",
      event_source_url: "https://demo.example",
      user_data: { click_id: "dj0yJnU9ZXhhbXBsZQ", client_ip_address: "203.0.113.7" },
      custom_data: {
        currency: "CAD",
        value: "840.00",
        order_id: "6100000001017",
        num_items: 2,
        content_ids: ["41300000000021"],
      },
    });
    // The billing phone number is a placeholder with letters.
    expect(event?.user_data).not.toHaveProperty("ph");
  });

  test("the placeholder order is skipped, with every reason in order", async () => {
    const { decision, reasons, event } = await explained([...NOW, SAMPLE]);
    expect(decision).toBe("skip");
    expect(event).toBeNull();
    expect(reasons.map(({ code }) => code)).toEqual(["test_order", "cancelled_order", "too_old"]);
    expect(reasons.every(({ message }) => message.endsWith("."))).toBe(true);
  });

  test("the browser's event makes it expire after the hour", async () => {
    const context = inputFile({ browserSent: true, consent: { marketing: true } });
    const { reasons } = await explained([...NOW, "--context", context, REALISTIC]);
    expect(reasons.map(({ code }) => code)).toEqual(["expired"]);
  });

  test("an order of nought has a value", async () => {
    const changes = { subtotal_price_set: null, subtotal_price: "0", line_items: [] };
    const { event } = await explained([inputFile(shopifyOrderBody(changes))]);
    expect(event?.custom_data).toEqual({
      currency: "USD",
      value: "0.00",
      order_id: "820982911946154508",
    });
  });

  test("settings and context are heard", async () => {
    const settings = inputFile({ valueBasis: "total", itemIdFormat: "sku", coexistence: true });
    const context = inputFile({
      eventId: "sh-1",
      pageUrl: "https://demo.example/checkouts/cn/T?utm_source=x",
      consent: { marketing: true, saleOfData: false },
    });
    const file = inputFile(shopifyOrderBody());
    const { event } = await explained(["--settings", settings, "--context", context, file]);
    expect(event).toMatchObject({
      event_id: "sh-1",
      event_source_url: "https://demo.example/checkout?utm_source=x",
      custom_data: { value: "103.50", content_ids: ["SCARF-G"], opt_out_type: "LDP" },
    });
  });

  test("- is standard input, with or without a byte order mark", async () => {
    const text = `\uFEFF${JSON.stringify(shopifyOrderBody())}`;
    const { exitCode, stdout } = await runCommand(["explain-order", "-"], text);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ decision: "send" });
  });

  test("--platform wins over the settings", async () => {
    const settings = inputFile({ platform: "woocommerce" });
    const args = ["--settings", settings, "--platform", "shopify", inputFile(shopifyOrderBody())];
    expect((await explained(args)).decision).toBe("send");
  });
});

describe("explain-order, on what it refuses", () => {
  const good = () => inputFile(shopifyOrderBody());

  test.each([
    { args: () => ["/nowhere/order.json"], named: "/nowhere/order.json" },
    { args: () => ["/"], named: "/" },
    { args: () => [inputFile("{")], named: "not JSON" },
    { args: () => [inputFile("")], named: "not JSON" },
    { args: () => [inputFile({})], named: "admin_graphql_api_id" },
    { args: () => [inputFile([])], named: "(body)" },
    { args: () => ["--now", "yesterday", good()], named: "yesterday" },
    { args: () => ["--now", "", good()], named: "--now" },
    { args: () => ["--settings", inputFile({ colour: 1 }), good()], named: "colour" },
    {
      args: () => ["--settings", inputFile({ feed: { condition: "broken" } }), good()],
      named: "feed.condition",
    },
    { args: () => ["--settings", inputFile([]), good()], named: "(body)" },
    { args: () => ["--settings", "/nowhere.json", good()], named: "/nowhere.json" },
    { args: () => ["--context", inputFile({ colour: 1 }), good()], named: "colour" },
    {
      args: () => ["--context", inputFile({ consent: { marketing: "yes" } }), good()],
      named: "consent.marketing",
    },
    { args: () => ["--platform", "woocommerce", good()], named: "woocommerce is not there yet" },
    {
      args: () => ["--settings", inputFile({ platform: "woocommerce" }), good()],
      named: "woocommerce is not there yet",
    },
  ])("it names $named and writes nothing else", async ({ args, named }) => {
    const { exitCode, stdout, stderr } = await runCommand(["explain-order", ...args()]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
  });

  test("a refusal tells no value", async () => {
    const file = inputFile(shopifyOrderBody({ email: { secret: "ada@example.com" } }));
    const { stderr } = await runCommand(["explain-order", file]);
    expect(stderr).toContain("email");
    expect(stderr).not.toContain("ada@example.com");
  });
});

const answerSchema = z.object({
  decision: z.string(),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  event: z.record(z.string(), z.unknown()).nullable(),
});

async function explained(args: readonly string[]) {
  const { exitCode, stdout, stderr } = await runCommand(["explain-order", ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return answerSchema.parse(JSON.parse(stdout));
}

function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}
