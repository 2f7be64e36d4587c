import { describe, expect, test } from "vitest";

import { amountIn, plainAmount } from "~/components/amount";
import { instantIn, plainInstant } from "~/components/instant";
import { lastKnown } from "~/components/last-known";
import { toLocale } from "~/components/locale";
import { explainMissing } from "~/components/home-banner";
import { english } from "~/messages/english";

describe("instants", () => {
  const at = "2026-11-22T04:05:06.789Z";

  test("everybody reads a moment in UTC", () => {
    expect(plainInstant(at)).toBe("2026-11-22 04:05 UTC");
  });

  test.each([
    { locale: "en-US", timeZone: "America/New_York", words: /^Nov 21, 2026, 11:05\sPM$/ },
    { locale: "de", timeZone: "Europe/Berlin", words: /^22\.11\.2026, 05:05$/ },
  ])("$locale reads it in its own way", ({ locale, timeZone, words }) => {
    expect(instantIn(locale, at, timeZone)).toMatch(words);
  });
});

describe("amounts", () => {
  test("everybody reads an amount with its code", () => {
    expect(plainAmount({ amount: "72.39", currency: "USD" })).toBe("72.39 USD");
  });

  test.each([
    { locale: "en-US", amount: "1234.50", currency: "EUR", words: "€1,234.50" },
    { locale: "de", amount: "1234.50", currency: "EUR", words: "1.234,50\u00a0€" },
    { locale: "en-US", amount: "12000", currency: "JPY", words: "¥12,000" },
    { locale: "en-US", amount: "5.00", currency: "?", words: "5.00 ?" },
  ])("$locale reads $amount $currency as $words", ({ locale, words, ...money }) => {
    expect(amountIn(locale, money)).toBe(words);
  });
});

describe("toLocale", () => {
  test.each([
    { text: "de", locale: "de" },
    { text: "pt-BR", locale: "pt-BR" },
    { text: "zh-TW", locale: "zh-TW" },
    { text: null, locale: null },
    { text: "", locale: null },
    { text: "../etc", locale: null },
    { text: "xx-not-a-language-tag-at-all", locale: null },
  ])("$text becomes $locale", ({ text, locale }) => {
    expect(toLocale(text)).toBe(locale);
  });
});

describe("explainMissing", () => {
  test("names what is missing, in how many orders, and where to change it", () => {
    const text = explainMissing(english, { fields: ["phone", "name", "address"], orders: 20 });
    expect(text).toContain(
      "None of the last 20 orders came with a phone number, a name, or an address.",
    );
    expect(text).toContain("Protected customer data access");
  });
});

describe("lastKnown", () => {
  test("a load that fails gives what the last one gave", async () => {
    const keep = lastKnown<number>();
    await expect(keep(() => Promise.resolve(1))).resolves.toBe(1);
    await expect(keep(() => Promise.reject(new TypeError("offline")))).resolves.toBe(1);
  });

  test("an answer that says the same is the same value, another is not", async () => {
    const keep = lastKnown<{ count: number }>();
    const first = await keep(() => Promise.resolve({ count: 1 }));
    expect(await keep(() => Promise.resolve({ count: 1 }))).toBe(first);
    expect(await keep(() => Promise.resolve({ count: 2 }))).toEqual({ count: 2 });
  });

  test("a first load that fails, fails", async () => {
    const offline = new TypeError("offline");
    await expect(lastKnown<number>()(() => Promise.reject(offline))).rejects.toBe(offline);
  });

  test("what the server answers is passed on", async () => {
    const keep = lastKnown<number>();
    await keep(() => Promise.resolve(1));
    const refusal = new Response(null, { status: 401 });
    await expect(keep(() => Promise.reject(refusal))).rejects.toBe(refusal);
  });
});
