import { eventUrl } from "~/conversions/event-url";

// What shoppers type and what stands in a page's address may hold an email address or a phone number.
// Neither may leave readable, so a text that looks like one is left out whole.

const PHONE_DIGITS_MIN = 7;

/** The text, unless it holds an email address. */
export function withoutAddress(text: string | undefined): string | undefined {
  return text && /@|%40/i.test(text) ? undefined : text;
}

/** The text, unless it holds an email address or as many digits in a row as a phone number has. */
export function withoutContact(text: string | undefined): string | undefined {
  const runs = text?.match(/\d[\d\s().+/-]*/g) ?? [];
  const isPhone = runs.some((run) => run.replace(/\D/g, "").length >= PHONE_DIGITS_MIN);
  return isPhone ? undefined : withoutAddress(text);
}

/** A page's address as Pinterest may see it; only the shop where the rest holds an email address. */
export function pageUrl(href: string | undefined): string | undefined {
  const url = eventUrl(href ?? "");
  return url && (withoutAddress(url) ?? eventUrl(`${new URL(url).origin}/`));
}
