import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Shorter is an extension or a slip, and thousands of shoppers would share its hash. */
const DIGITS_MIN = 7;

/**
 * A phone number as it is hashed: country code, area code and number, digits only.
 *
 * The first of `countries` in which the number can be dialled gives its country code; a number that
 * brings its own keeps it. Where none can, the digits stand without leading zeros, from seven on.
 *
 * Source: Pinterest API v5.23, `ConversionEventsUserDataProperties.ph`.
 *
 * @param countries ISO 3166-1 alpha-2, the likeliest first. An extension is no part of the number.
 */
export function phoneForm(
  text: string,
  countries: readonly (string | undefined)[],
): string | undefined {
  for (const country of countries) {
    if (country === undefined || !isSupportedCountry(country)) continue;
    const phone = parsePhoneNumberFromString(text, country);
    if (phone?.isPossible()) return phone.number.slice(1);
  }
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length < DIGITS_MIN ? undefined : digits;
}
