import Big from "big.js";
import { codes, code as findCurrency } from "currency-codes";

import { InvariantError } from "./errors";

/**
 * An amount as the platforms and Pinterest write it: decimal text such as `"72.39"`, and an ISO 4217
 * code in capitals. Text, because a binary float cannot hold most cents.
 */
export type Money = { amount: string; currency: string };

/**
 * The digits after the point for a code that ISO 4217 does not list. **Decision:** two, as nine
 * currencies out of ten have; refusing the order would lose a sale for the sake of its last digits.
 */
const DIGITS_OF_UNKNOWN_CURRENCY = 2;

/** Looked up once per amount, so not in the library's list, which is searched from its beginning. */
const DIGITS = new Map(
  codes().map((code) => [code, findCurrency(code)?.digits ?? DIGITS_OF_UNKNOWN_CURRENCY]),
);

/** What may stand as an amount: plain decimal text, with or without a sign, without an exponent. */
export const AMOUNT = /^-?\d+(\.\d+)?$/;

export function toMoney(amount: string, currency: string): Money {
  return { amount, currency: currency.toUpperCase() };
}

/** Exact. */
export function add(one: Money, other: Money): Money {
  return { ...one, amount: exact(one).plus(exact(other, one)).toFixed() };
}

/** Exact; may be negative. */
export function subtract(one: Money, other: Money): Money {
  return { ...one, amount: exact(one).minus(exact(other, one)).toFixed() };
}

/** Whether an amount is above another of the same currency. Exact. */
export function isHigher(amount: string, other: string): boolean {
  return new Big(amount).gt(other);
}

/**
 * The amount with exactly its currency's digits: `"0.00"` for US dollars, `"0"` for yen, `"0.000"` for
 * Kuwaiti dinars. A half goes away from nought; nought has no sign.
 */
export function roundHalfUp(money: Money): string {
  const digits = currencyDigits(money.currency);
  if (hasDigits(money.amount, digits)) return money.amount;
  const rounded = exact(money).round(digits, Big.roundHalfUp);
  return (rounded.eq(0) ? rounded.abs() : rounded).toFixed(digits);
}

/** Whether an amount is written as it would be after rounding; most are. */
function hasDigits(amount: string, digits: number): boolean {
  const point = amount.indexOf(".");
  return (
    /^[1-9]/.test(amount) && (point === -1 ? digits === 0 : amount.length - point - 1 === digits)
  );
}

/**
 * The digits after the point.
 *
 * Source: ISO 4217, list one, `CcyMnrUnts`.
 */
export function currencyDigits(currency: string): number {
  return DIGITS.get(currency.toUpperCase()) ?? DIGITS_OF_UNKNOWN_CURRENCY;
}

/** Whether ISO 4217 lists the code. Only capitals count. */
export function isCurrency(text: string): boolean {
  return DIGITS.has(text);
}

function exact(money: Money, inCurrencyOf: Money = money): Big {
  if (money.currency === inCurrencyOf.currency) return new Big(money.amount);
  throw new InvariantError("Two currencies have no sum", {
    one: inCurrencyOf.currency,
    other: money.currency,
  });
}
