import { codes } from "currency-codes";
import { describe, expect, test } from "vitest";

import { currencyDigits, roundHalfUp } from "~/money";

import { digitsOf, toText, toUnits } from "../../../extensions/pinterest-pixel/src/amount";

/** Metals, funds' units and test codes, which have no smallest unit and are no shop's. */
const NO_MONEY = /^X(?!AF|CD|CG|OF|PF)/;

test("every currency of ISO 4217 has the digits that the server gives it", () => {
  for (const currency of codes().filter((code) => !NO_MONEY.test(code))) {
    expect(`${currency} ${digitsOf(currency)}`).toBe(`${currency} ${currencyDigits(currency)}`);
  }
});

describe("an amount is written as the server writes it", () => {
  test.each([
    { amount: 1.005, currency: "USD", because: "no binary half is lost" },
    { amount: 1.015, currency: "USD", because: "nor this one" },
    { amount: 72.39, currency: "USD", because: "most cents are no binary numbers" },
    { amount: 1234.5, currency: "JPY", because: "yen have no digits, and a half goes up" },
    { amount: 12.3456, currency: "KWD", because: "dinars have three" },
    { amount: 0, currency: "EUR", because: "nothing is an amount" },
    { amount: 99999999999.99, currency: "USD", because: "a large one keeps its cents" },
  ])("$amount $currency: $because", ({ amount, currency }) => {
    const expected = roundHalfUp({ amount: String(amount), currency });
    expect(toText(toUnits(amount, currency), currency)).toBe(expected);
  });

  test.each([-1, Number.NaN, 1e300, "12", null, undefined])("%s is none", (amount) => {
    expect(toText(toUnits(amount, "USD"), "USD")).toBe("");
  });
});
