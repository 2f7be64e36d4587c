import { describe, expect, test } from "vitest";

import { assertValidEventsBody } from "#test/support/pinterest-schema";
import { conversionEventSchema, type ConversionEvent } from "~/conversions/event";
import { toWireEvent } from "~/conversions/wire-event";

const HEX = "ab".repeat(32);

describe("toWireEvent", () => {
  test("a full event has Pinterest's words and types, and fits its description", () => {
    const wire = toWireEvent(event());

    assertValidEventsBody({ data: [wire] });
    expect(wire).toEqual({
      event_name: "checkout",
      action_source: "web",
      event_time: 1_795_186_800,
      event_id: "co_1",
      event_source_url: "https://demo.example",
      language: "en",
      user_data: {
        em: [HEX],
        external_id: [HEX],
        click_id: "dj0",
        client_ip_address: "203.0.113.7",
        client_user_agent: "Mozilla/5.0",
      },
      custom_data: {
        currency: "USD",
        value: "90.00",
        order_id: "1017",
        num_items: 3,
        content_ids: ["808"],
        contents: [
          { id: "808", item_name: "Scarf", item_brand: "Ada", item_price: "30.00", quantity: 2 },
          { id: "808", quantity: 1 },
        ],
        opt_out_type: "LDP",
      },
    });
  });

  test("without products there is nothing about products, without LDP no flag", () => {
    const wire = toWireEvent(event({ lineItems: [], isDataUseLimited: false }));
    expect(wire.custom_data).toEqual({ currency: "USD", value: "90.00", order_id: "1017" });
  });

  test("what is not known is absent", () => {
    const wire = toWireEvent(
      event({
        eventName: "page_visit",
        language: undefined,
        customData: {},
        lineItems: [],
        isDataUseLimited: false,
        personal: { clientIp: "203.0.113.7", userAgent: "Mozilla/5.0" },
      }),
    );
    assertValidEventsBody({ data: [wire] });
    expect(Object.keys(wire)).toEqual([
      "event_name",
      "action_source",
      "event_time",
      "event_id",
      "user_data",
    ]);
  });

  test("app and device go under Pinterest's names", () => {
    const wire = toWireEvent(
      event({
        app: { id: "1", name: "A", version: "2", packageName: "x.y", store: "s", installTime: 3 },
        device: { brand: "b", carrier: "c", model: "m", type: "t", osVersion: "o", wifi: false },
      }),
    );
    assertValidEventsBody({ data: [wire] });
    expect(wire).toMatchObject({
      app_id: "1",
      app_name: "A",
      app_version: "2",
      app_info: { app_package_name: "x.y", app_store: "s", install_time: 3 },
      device_brand: "b",
      device_carrier: "c",
      device_model: "m",
      device_type: "t",
      os_version: "o",
      wifi: false,
    });
  });

  test("a stored event comes back from JSON as it was", () => {
    const written = event();
    expect(conversionEventSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });
});

/** 2026-11-20T15:00:00.900Z; the fraction goes. */
function event(changes: Readonly<Record<string, unknown>> = {}): ConversionEvent {
  const all = {
    eventId: "co_1",
    eventName: "checkout",
    actionSource: "web",
    occurredAt: "2026-11-20T15:00:00.900Z",
    language: "en",
    userData: { em: [HEX], externalId: [HEX] },
    customData: { currency: "USD", value: "90.00", orderId: "1017" },
    lineItems: [
      { itemId: "808", name: "Scarf", brand: "Ada", price: "30.00", quantity: 2 },
      { itemId: "808", quantity: 1 },
    ],
    isDataUseLimited: true,
    personal: {
      clickId: "dj0",
      clientIp: "203.0.113.7",
      userAgent: "Mozilla/5.0",
      sourceUrl: "https://demo.example",
    },
    ...changes,
  };
  return conversionEventSchema.parse(JSON.parse(JSON.stringify(all)));
}
