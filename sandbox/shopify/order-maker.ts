import { PRODUCTS } from "./catalog.ts";
import { type BoughtLine, COUNTRIES, type ShopperCountry, orderBody } from "./order-body.ts";
import { Dice, Money } from "./order-dice.ts";

/** What an order is made from. The same seed and number give the same order, but for its times. */
export type OrderInput = {
  seed: string;
  /** Counts up from 1 per shop; becomes part of the ids and of the name. */
  number: number;
  shopDomain: string;
  currency: string;
  /** Where the shopper lives; anywhere when left out. */
  country?: ShopperCountry | undefined;
  now: Date;
};

export const PEOPLE = [
  ["Imogen", "Castellane", "US", "New York", "NY", "Brooklyn", "11201", "48 Larkspur Lane"],
  ["Teodor", "Wrenfield", "US", "California", "CA", "Oakland", "94607", "9 Quarry Street"],
  ["Mary Ann", "O’Dell", "US", "Texas", "TX", "Austin", "78701-2233", "1200 Cedar Row, Apt 4"],
  ["Zoë", "Brandt-Keller", "DE", null, null, "München", "80331", "Lindenhof 12"],
  ["Hugh", "Pemberly", "GB", "England", "ENG", "Bath", "BA1 2QH", "3 Tannery Walk"],
  ["Solène", "Arceneaux", "CA", "Quebec", "QC", "Montréal", "H2Y 1C6", "77 rue des Tilleuls"],
] as const;

const AGENTS = [
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
];

/** An order of random things, of a random shopper. The same seed and number give the same one. */
export function makeOrder(input: OrderInput) {
  const dice = new Dice(`${input.seed}:${input.number}`);
  const [firstName, lastName, countryCode, province, provinceCode, city, zip, street] = dice.pick(
    PEOPLE.filter((person) => !input.country || person[2] === input.country),
  );
  const country = COUNTRIES[countryCode];
  const lines = diceLines(dice);
  const email = `${plain(firstName)}.${plain(lastName)}@example.com`;
  const phone = dice.chance(0.6) ? `${country.dial}${String(dice.below(9000) + 1000)}` : null;
  const ip = `203.0.113.${dice.below(200) + 10}`;
  const fromPinterest = dice.chance(0.7);
  const orderToken = dice.hex(32);
  const customerId = 7_400_000_000_000 + dice.below(1_000_000);
  const buyer = { firstName, lastName, email, phone, street, city, zip, province, provinceCode };
  return orderBody({
    ...{
      number: input.number,
      shopDomain: input.shopDomain,
      now: input.now,
      lines,
      ip,
      orderToken,
    },
    money: new Money(input.currency, country.presentment, country.rate),
    buyer: { ...buyer, countryCode, customerId },
    acceptsMarketing: dice.chance(0.3),
    cartToken: dice.word(24),
    checkoutToken: dice.hex(32),
    userAgent: dice.pick(AGENTS),
    confirmationNumber: dice.word(9).toUpperCase(),
    isPaid: dice.chance(0.85),
    landingSite: fromPinterest
      ? `/products/${lines[0]?.product.handle ?? "all"}?utm_source=pinterest&utm_medium=paid&epik=dj0yJnU9${dice.word(40)}`
      : "/",
    referringSite: fromPinterest ? "https://www.pinterest.com/" : null,
    statusKey: dice.hex(16),
  });
}

function diceLines(dice: Dice): BoughtLine[] {
  const discounted = dice.chance(0.3);
  const count = dice.below(3) + 1;
  const first = dice.below(PRODUCTS.length);
  return Array.from({ length: count }, (_, index) => {
    const product = PRODUCTS[(first + index) % PRODUCTS.length];
    const variant = product?.variants[dice.below(product.variants.length)];
    if (!product || !variant) throw new Error("The shelf is empty.");
    const quantity = dice.below(3) + 1;
    const discountCents = discounted ? Math.round((product.cents * quantity) / 10) : 0;
    return { product, variant, quantity, discountCents };
  });
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}
