import { describe, expect, test } from "vitest";

import { sha256, sha256Hex } from "#test/support/sha256";
import { snapshotSchema, toConsentSnapshot } from "~/conversions/snapshot";
import { parse } from "~/parse";

describe("snapshotSchema", () => {
  test("everything may be missing", () => {
    expect(parse(snapshotSchema, {})).toEqual({ kind: "parsed", value: {} });
  });

  test.each([
    { body: { colour: "red" }, fields: ["colour"] },
    { body: { consent: { sales: true } }, fields: ["consent.sales"] },
    { body: { consent: { marketing: "yes" } }, fields: ["consent.marketing"] },
    { body: { browserSent: 1 }, fields: ["browserSent"] },
    { body: { clientIp: 7 }, fields: ["clientIp"] },
    { body: [], fields: ["(body)"] },
  ])("$body is refused for $fields", ({ body, fields }) => {
    expect(parse(snapshotSchema, body)).toEqual({ kind: "unreadable", fields });
  });
});

describe("toConsentSnapshot", () => {
  test("the browser's name is hashed, the page cleaned, and what identifies stands apart", async () => {
    const snapshot = await toConsentSnapshot(
      {
        eventId: "sh-1",
        clickId: " dj0 ",
        clientIp: "203.0.113.9",
        userAgent: "Mozilla/5.0",
        pageUrl: "https://a.example/checkouts/cn/TOKEN/thank-you?epik=dj0",
        clientId: "c-1",
        browserSent: true,
        consent: { marketing: true },
      },
      sha256,
    );

    expect(snapshot).toEqual({
      eventId: "sh-1",
      externalId: sha256Hex("c-1"),
      browserSent: true,
      consent: { marketing: true },
      personal: {
        clickId: "dj0",
        clientIp: "203.0.113.9",
        userAgent: "Mozilla/5.0",
        sourceUrl: "https://a.example/checkout?epik=dj0",
      },
    });
  });

  test.each([
    { snapshot: {} },
    { snapshot: { clientIp: "0.0.0.0", userAgent: "", clickId: " ", clientId: "", eventId: "" } },
    { snapshot: { pageUrl: "about:blank" } },
  ])("$snapshot says nothing", async ({ snapshot }) => {
    expect(await toConsentSnapshot(snapshot, sha256)).toEqual({
      browserSent: false,
      consent: {},
      personal: {},
    });
  });
});
