import { useLocale } from "./locale";

/** A moment in the merchant's language and time zone. */
export function Instant({ at }: { at: string }) {
  const locale = useLocale();
  return <time dateTime={at}>{locale === null ? plainInstant(at) : instantIn(locale, at)}</time>;
}

/** A moment as everybody reads it: `2026-11-22 04:05 UTC`. */
export function plainInstant(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** A moment in a language, in the time zone of the machine unless one is named. */
export function instantIn(locale: string, at: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return format.format(new Date(at));
}

/** The same as text, for a sentence that it stands in. Empty text stays empty. */
export function useInstantText(at: string): string {
  const locale = useLocale();
  if (at === "") return at;
  return locale === null ? plainInstant(at) : instantIn(locale, at);
}
