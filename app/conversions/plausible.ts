import Big from "big.js";

import { DAY_MS } from "~/time";

import type { CollectedAct } from "./collect-message";

/**
 * The most that one act seen by a browser may be worth, in units of a currency of which one is about a
 * dollar. **Decision:** far above the carts of any shop, and low enough that a stranger who writes
 * messages of his own cannot make a shop's figures absurd with one of them.
 */
const UNITS_MAX = 100_000;

/**
 * How many units of a currency are about a dollar, as a power of ten, rounded up: the limit has to be far
 * off for every currency, and exact for none. A currency that is not here has no more than a few units
 * for a dollar.
 *
 * Source: ISO 4217 and the exchange rates of 2025.
 */
const DIGITS_PER_DOLLAR: Readonly<Record<string, number>> = {
  ...row(1, ["CNY", "DKK", "HKD", "MAD", "NOK", "SEK", "MXN", "ZAR", "ZMW", "BWP", "GTQ", "BOB"]),
  ...row(2, ["CZK", "TWD", "THB", "TRY", "UAH", "INR", "PHP", "RUB", "EGP", "MDL", "UYU", "NIO"]),
  ...row(2, ["BDT", "NPR", "DOP", "HNL", "KGS", "MKD", "ETB", "AFN", "MUR", "MVR", "GMD", "LRD"]),
  ...row(3, ["JPY", "ISK", "HUF", "RSD", "KES", "LKR", "PKR", "DZD", "JMD", "XAF", "XOF", "XPF"]),
  ...row(3, ["ALL", "AMD", "CRC", "CLP", "KZT", "AOA", "HTG", "VUV", "YER", "DJF", "KMF", "CVE"]),
  ...row(4, ["ARS", "KRW", "NGN", "IQD", "RWF", "MMK", "MNT", "MWK", "TZS", "COP", "CDF", "BIF"]),
  ...row(5, ["IDR", "VND", "LAK", "KHR", "UZS", "UGX", "PYG", "GNF", "MGA", "SLE", "SYP", "STN"]),
  ...row(6, ["LBP", "IRR", "VES"]),
};

/** Between the act and its message; a tab that slept longer reports nothing of worth. */
export const COLLECTED_AGE_MS_MAX = DAY_MS;

/**
 * How long ago the act was when its message was sent, by the browser's own clock, whose error is in both
 * times. Never negative.
 */
export function ageWhenSent({
  occurredAt,
  sentAt,
}: Pick<CollectedAct, "occurredAt" | "sentAt">): number {
  return Math.max(0, Date.parse(sentAt) - Date.parse(occurredAt));
}

/** The fields of a message that no shopper's browser would have written so; none of one that may be true. */
export function implausibleFields(act: CollectedAct): string[] {
  const { currency = "", value } = act.custom ?? {};
  const isTooMuch = (amount: string | undefined): boolean =>
    amount !== undefined &&
    new Big(amount).gt(UNITS_MAX * 10 ** (DIGITS_PER_DOLLAR[currency] ?? 0));
  return [
    ...(ageWhenSent(act) > COLLECTED_AGE_MS_MAX ? ["occurredAt"] : []),
    ...(isTooMuch(value) ? ["custom.value"] : []),
    ...(act.lineItems ?? []).flatMap(({ price }, index) =>
      isTooMuch(price) ? [`lineItems.${index}.price`] : [],
    ),
  ];
}

function row(digits: number, currencies: readonly string[]): Record<string, number> {
  return Object.fromEntries(currencies.map((currency) => [currency, digits]));
}
