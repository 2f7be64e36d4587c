import { describe, expect, test } from "vitest";

import { InvariantError } from "~/errors";
import { add, currencyDigits, isCurrency, roundHalfUp, subtract, toMoney } from "~/money";

describe("roundHalfUp", () => {
  test.each([
    { amount: "72.39", currency: "USD", expected: "72.39", because: "it stands" },
    { amount: "300", currency: "USD", expected: "300.00", because: "the digits are filled" },
    { amount: "0", currency: "USD", expected: "0.00", because: "nought has its digits" },
    { amount: "1.005", currency: "USD", expected: "1.01", because: "a half goes up" },
    { amount: "1.0049", currency: "USD", expected: "1.00", because: "less than a half goes down" },
    { amount: "1199.50", currency: "JPY", expected: "1200", because: "yen have no digits" },
    { amount: "4.5675", currency: "KWD", expected: "4.568", because: "dinars have three" },
    { amount: "9.999", currency: "XYZ", expected: "10.00", because: "an unknown code has two" },
    { amount: "-0.001", currency: "USD", expected: "0.00", because: "nought has no sign" },
    { amount: "-1.005", currency: "USD", expected: "-1.01", because: "a half goes from nought" },
    {
      amount: "12345678901234567890.125",
      currency: "EUR",
      expected: "12345678901234567890.13",
      because: "no digit is lost",
    },
  ])("$amount $currency is $expected: $because", ({ amount, currency, expected }) => {
    expect(roundHalfUp(toMoney(amount, currency))).toBe(expected);
  });
});

describe("arithmetic", () => {
  test("a tenth and two tenths are three tenths", () => {
    expect(add(toMoney("0.1", "USD"), toMoney("0.2", "USD"))).toEqual(toMoney("0.3", "USD"));
  });

  test("what is taken off may leave less than nought", () => {
    expect(subtract(toMoney("1.00", "USD"), toMoney("1.25", "USD")).amount).toBe("-0.25");
  });

  test("two currencies have no sum", () => {
    expect(() => add(toMoney("1", "USD"), toMoney("1", "CAD"))).toThrow(InvariantError);
  });

  test("a currency is written in capitals", () => {
    expect(toMoney("1", "usd").currency).toBe("USD");
  });
});

test.each([
  { currency: "USD", digits: 2 },
  { currency: "JPY", digits: 0 },
  { currency: "KWD", digits: 3 },
  { currency: "HUF", digits: 2 },
  { currency: "ISK", digits: 0 },
  { currency: "ZZZ", digits: 2 },
])("$currency has $digits digits", ({ currency, digits }) => {
  expect(currencyDigits(currency)).toBe(digits);
});

test.each([
  { text: "USD", expected: true },
  { text: "usd", expected: false },
  { text: "EURO", expected: false },
  { text: "ZZZ", expected: false },
])("$text is a currency: $expected", ({ text, expected }) => {
  expect(isCurrency(text)).toBe(expected);
});
