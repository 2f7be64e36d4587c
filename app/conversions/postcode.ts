/**
 * Countries that use the ZIP codes of the United States Postal Service.
 *
 * Source: USPS Publication 28, appendix B.
 */
const ZIP_COUNTRIES = new Set(words("US AS FM GU MH MP PR PW UM VI"));

/**
 * Countries whose postcodes have no letters; a letter there is a country prefix (`D-10115`) or a slip.
 *
 * Source: Google libaddressinput, field `zip` of each country. Left out are those with letters in some
 * codes, such as Argentina, Malta, Mauritius and Peru, and Latvia, whose prefix is part of the code.
 */
const DIGITS_ONLY = new Set(
  words(`
    AF AL AM AT AU AX AZ BA BD BE BG BH BL BR BT BY CC CH CL CN CO CR CU CV CX CY CZ DE DK DO DZ EC
    EE EG EH ES ET FI FO FR GE GF GL GN GP GR GT GW HM HN HR HT HU ID IL IN IQ IR IS IT JO JP KE KG
    KH KR KW LA LB LI LK LR LS LT LU MA MC MD ME MF MG MK MM MN MQ MV MX MY MZ NC NE NF NG NI NO NP
    NZ PF PG PH PK PL PM PT PY RE RO RS RU SA SE SG SI SJ SK SM SN TH TJ TM TN TR TW TZ UA UY UZ VA
    VE VN WF XK YT ZA ZM
  `),
);

const ZIP_DIGITS = 5;

/**
 * No code of a digits-only country that a shop is likely to be in is shorter; what is left of a
 * foreign code without its letters often is.
 */
const DIGITS_MIN = 4;

/**
 * A postcode as it is hashed: the first five digits of a ZIP code, digits where the country's codes have
 * no letters, else lower-case letters and digits. `undefined` when nothing is left.
 *
 * Source: Pinterest API v5.23, `ConversionEventsUserDataProperties.zp`, asks for digits only.
 * **Decision:** codes with letters keep them, because half a British code names a wrong place.
 *
 * The shop's country stands in for an unknown address country as long as the code could be from there;
 * letters that it would destroy are kept.
 */
export function postcodeForm(
  text: string,
  addressCountry: string | undefined,
  shopCountry: string | undefined,
): string | undefined {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, "");
  if (addressCountry !== undefined) return formIn(addressCountry, plain) || undefined;

  const guess = shopCountry === undefined ? plain : formIn(shopCountry, plain);
  return (couldBeFrom(shopCountry, guess) ? guess : plain) || undefined;
}

function formIn(country: string, plain: string): string {
  const digits = plain.replace(/\D/g, "");
  if (ZIP_COUNTRIES.has(country)) return digits.slice(0, ZIP_DIGITS);
  return DIGITS_ONLY.has(country) ? digits : plain;
}

function couldBeFrom(country: string | undefined, form: string): boolean {
  const lengthMin = country !== undefined && ZIP_COUNTRIES.has(country) ? ZIP_DIGITS : DIGITS_MIN;
  return form.length >= lengthMin;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
