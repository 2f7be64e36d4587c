import { useLocale } from "./locale";

/** A number of things in the merchant's language. */
export function Count({ of }: { of: number }) {
  const locale = useLocale();
  return <>{locale === null ? String(of) : new Intl.NumberFormat(locale).format(of)}</>;
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const PER_UNIT = 1_000;

/** A size in the merchant's language. */
export function Bytes({ of }: { of: number }) {
  const locale = useLocale() ?? "en";
  return <>{bytesIn(locale, of)}</>;
}

/** A size with at most one decimal, in the largest unit of which it is at least one. */
export function bytesIn(locale: string, bytes: number): string {
  let size = bytes;
  let place = 0;
  while (size >= PER_UNIT && place < UNITS.length - 1) {
    size /= PER_UNIT;
    place += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[place],
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(size);
}
