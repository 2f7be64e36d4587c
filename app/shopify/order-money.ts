import { InvariantError } from "~/errors";
import { roundHalfUp, subtract, toMoney, type Money } from "~/money";

import type { ShopifyLine, ShopifyMoneySet, ShopifyOrder } from "./order-schema";

/** What an order came to, both amounts in one currency. */
export type OrderAmounts = { subtotal: Money; total: Money };

/**
 * The order's amounts in the currency that the shopper paid in. Where some amount is known in the
 * shop's currency only, all are given in that one: an amount under another currency's name is wrong.
 *
 * Where prices include tax, the tax of the lines is taken off the subtotal.
 */
export function orderAmounts(order: ShopifyOrder): OrderAmounts {
  const presentment = order.subtotal_price_set?.presentment_money.currency_code;
  for (const currency of [presentment, order.currency]) {
    const amounts = currency === undefined ? undefined : amountsIn(currency, order);
    if (amounts) return amounts;
  }
  throw new InvariantError("The schema lets no order through without its amounts");
}

/** The price of one piece before discount, if it is known in this currency. */
export function linePrice(
  line: ShopifyLine,
  currency: string,
  order: ShopifyOrder,
): string | undefined {
  const price = amountIn(currency, line.price_set, line.price, order);
  return price && roundHalfUp(price);
}

function amountsIn(currency: string, order: ShopifyOrder): OrderAmounts | undefined {
  const subtotal = amountIn(currency, order.subtotal_price_set, order.subtotal_price, order);
  const total = amountIn(currency, order.total_price_set, order.total_price, order);
  const withoutTax = subtotal && withoutLineTaxes(subtotal, order);
  return withoutTax && total && { subtotal: withoutTax, total };
}

/** `undefined` when one of the taxes is not known in the subtotal's currency. */
function withoutLineTaxes(subtotal: Money, order: ShopifyOrder): Money | undefined {
  if (!order.taxes_included) return subtotal;
  let rest = subtotal;
  for (const tax of order.line_items.flatMap((line) => line.tax_lines ?? [])) {
    const known = amountIn(subtotal.currency, tax.price_set, tax.price, order);
    if (!known) return undefined;
    rest = subtract(rest, known);
  }
  return rest;
}

/** An amount without a set is in the shop's currency. */
function amountIn(
  currency: string,
  set: ShopifyMoneySet | null | undefined,
  plain: string | null | undefined,
  order: ShopifyOrder,
): Money | undefined {
  const inSet = [set?.presentment_money, set?.shop_money].find(
    (money) => money?.currency_code === currency,
  );
  if (inSet) return toMoney(inSet.amount, currency);
  return plain && order.currency === currency ? toMoney(plain, currency) : undefined;
}
