import type { Money } from "~/money";

import { useLocale } from "./locale";

/** Money in the merchant's language. */
export function Amount(money: Money) {
  const locale = useLocale();
  return <>{locale === null ? plainAmount(money) : amountIn(locale, money)}</>;
}

/** Money as everybody reads it: `72.39 USD`. */
export function plainAmount({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}

/** Money in a language. A code that is no currency's is written as it stands. */
export function amountIn(locale: string, { amount, currency }: Money): string {
  if (!/^[A-Z]{3}$/.test(currency)) return plainAmount({ amount, currency });
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount));
}
