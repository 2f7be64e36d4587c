import { eventUrl } from "~/conversions/event-url";

// What shoppers type and what stands in a page's address may hold an email address or a phone number.
// Neither may leave readable, so a text that looks like one is left out whole.

const EMAIL = /@|%40/;

/** Seven digits, and between them nothing but what people write into phone numbers. */
const PHONE = /(\d[\s().+/-]*){7}/;

/** The text, unless it has as many digits in a row as a phone number. */
export function withoutPhone(text: string): string {
  return PHONE.test(text) ? "" : text;
}

/** A page's address as Pinterest may see it; only the shop's where the rest holds an email address. */
export function pageUrl(href: unknown): string {
  const url = eventUrl(`${href}`) || "";
  return EMAIL.test(url) ? url.split("/", 3).join("/") : url;
}

/**
 * JSON as it may leave the browser: without any text that holds an email address, and without what is not
 * known, which is `undefined`, empty text and an empty list.
 */
export function toJson(value: object): string {
  return JSON.stringify(value, (_, part: unknown) => {
    const isText = typeof part === "string";
    const isEmpty = (isText || Array.isArray(part)) && !part.length;
    return isEmpty || (isText && EMAIL.test(part)) ? undefined : part;
  });
}
