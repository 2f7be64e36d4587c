/** The four fields of protected customer data that an app is granted one by one. */
export const PROTECTED_FIELDS = ["email", "phone", "name", "address"] as const;

export type ProtectedField = (typeof PROTECTED_FIELDS)[number];

/** Which of them the app may see; `false` means null in webhooks, null and an error in GraphQL. */
export type ProtectedFieldSwitches = Record<ProtectedField, boolean>;

/**
 * Where each field stands in an order's body: keys of the order, of its customer, and of any address.
 * City, province and country are not protected.
 *
 * Source: shopify.dev, "Work with protected customer data"; Admin API 2026-10, the flags on
 * `Order`, `Customer` and `MailingAddress`.
 */
const IN_WEBHOOKS: Record<
  ProtectedField,
  { order: readonly string[]; customer: readonly string[]; address: readonly string[] }
> = {
  email: { order: ["email", "contact_email"], customer: ["email"], address: [] },
  phone: { order: ["phone"], customer: ["phone"], address: ["phone"] },
  name: {
    order: [],
    customer: ["first_name", "last_name"],
    address: ["first_name", "last_name", "name"],
  },
  address: {
    order: [],
    customer: [],
    address: ["address1", "address2", "zip", "latitude", "longitude"],
  },
};

/** `Type.field` of the Admin API to the protected field that it shows. */
export const IN_GRAPHQL: ReadonlyMap<string, ProtectedField> = new Map([
  ["Order.email", "email"],
  ["Order.phone", "phone"],
  ["Customer.email", "email"],
  ["Customer.phone", "phone"],
  ["Customer.firstName", "name"],
  ["Customer.lastName", "name"],
  ["Customer.displayName", "name"],
  ["Customer.defaultEmailAddress", "email"],
  ["Customer.defaultPhoneNumber", "phone"],
  ["MailingAddress.firstName", "name"],
  ["MailingAddress.lastName", "name"],
  ["MailingAddress.name", "name"],
  ["MailingAddress.phone", "phone"],
  ["MailingAddress.address1", "address"],
  ["MailingAddress.address2", "address"],
  ["MailingAddress.zip", "address"],
  ["MailingAddress.latitude", "address"],
  ["MailingAddress.longitude", "address"],
  ["MailingAddress.formatted", "address"],
]);

/**
 * The body of an order webhook without the fields that are switched off; the very same text when all
 * are on, or when it is not an order. Long ids keep every digit.
 */
export function withoutProtectedFields(body: string, switches: ProtectedFieldSwitches): string {
  const off = PROTECTED_FIELDS.filter((field) => !switches[field]);
  const order = off.length > 0 ? parseExactly(body) : undefined;
  if (!isRecord(order)) return body;
  for (const field of off) {
    const keys = IN_WEBHOOKS[field];
    blank(order, keys.order);
    blank(order.customer, keys.customer);
    const customerAddress = isRecord(order.customer) ? order.customer.default_address : undefined;
    for (const address of [order.billing_address, order.shipping_address, customerAddress]) {
      blank(address, keys.address);
    }
    const lines: unknown[] = Array.isArray(order.shipping_lines) ? order.shipping_lines : [];
    if (field === "phone") for (const line of lines) blank(line, ["phone"]);
  }
  return JSON.stringify(order);
}

function blank(record: unknown, keys: readonly string[]): void {
  if (!isRecord(record)) return;
  for (const key of keys) if (key in record) record[key] = null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses JSON so that `stringify` gives back every digit: ids beyond 2^53 and `10.50` alike. */
function parseExactly(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text, exactNumber);
    return value;
  } catch {
    return undefined;
  }
}

/** TypeScript's library does not know `JSON.rawJSON` and a reviver's third argument yet. */
function exactNumber(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== "number" || source === undefined || String(value) === source) return value;
  const rawJson: unknown = "rawJSON" in JSON ? JSON.rawJSON : undefined;
  return typeof rawJson === "function" ? rawJson(source) : value;
}
