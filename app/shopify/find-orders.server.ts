import { gql } from "graphql-request";
import { z } from "zod";

import type { OrderWords } from "~/conversions/event-filter";
import { InvariantError } from "~/errors";
import { parse, type Parsed } from "~/parse";

import type { Ask } from "./ask-admin.server";
import { digitsOf, type ShopifyOrder } from "./order";
import { linePageSchema, orderNodeSchema, readOrderNode, type LineNode } from "./order-node";

/** Names only: most orders are known, and a page of whole orders would cost more than one call may. */
const ORDERS_BETWEEN_QUERY = gql`
  query OrdersBetween($search: String!, $first: Int!, $after: String) {
    orders(first: $first, after: $after, query: $search, sortKey: CREATED_AT) {
      nodes {
        id
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const ORDERS_NAMED_QUERY = gql`
  query OrdersNamed($search: String!) {
    orders(first: 5, query: $search, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        name
        createdAt
      }
    }
  }
`;

const LINES = gql`
  fragment Lines on LineItemConnection {
    nodes {
      product {
        id
      }
      variant {
        id
      }
      isGiftCard
      title
      variantTitle
      vendor
      sku
      quantity
      originalUnitPriceSet {
        ...Amounts
      }
      taxLines {
        priceSet {
          ...Amounts
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  fragment Amounts on MoneyBag {
    shopMoney {
      amount
      currencyCode
    }
    presentmentMoney {
      amount
      currencyCode
    }
  }
`;

const WHOLE_ORDER_QUERY = gql`
  query WholeOrder($id: ID!, $withOptOut: Boolean!) {
    order(id: $id) {
      id
      name
      checkoutToken
      sourceName
      test
      cancelledAt
      displayFinancialStatus
      processedAt
      createdAt
      currencyCode
      taxesIncluded
      subtotalPriceSet {
        ...Amounts
      }
      originalTotalPriceSet {
        ...Amounts
      }
      email
      phone
      billingAddress {
        ...Place
      }
      shippingAddress {
        ...Place
      }
      customer {
        id
        firstName
        lastName
        defaultEmailAddress {
          emailAddress
        }
        defaultPhoneNumber {
          phoneNumber
        }
        defaultAddress {
          ...Place
        }
        dataSaleOptOut @include(if: $withOptOut)
      }
      customAttributes {
        key
        value
      }
      lineItems(first: 25) {
        ...Lines
      }
    }
  }
  fragment Place on MailingAddress {
    firstName
    lastName
    phone
    city
    province
    provinceCode
    zip
    country
    countryCodeV2
  }
  ${LINES}
`;

const FURTHER_LINES_QUERY = gql`
  query FurtherLines($id: ID!, $after: String) {
    order(id: $id) {
      lineItems(first: 50, after: $after) {
        ...Lines
      }
    }
  }
  ${LINES}
`;

/** A span of time; both ends belong to it. */
export type Span = { from: Date; until: Date };

/** One page of the orders that were made in a span, the oldest first. */
export type OrderPage = {
  orders: readonly { id: string; createdAt: Date }[];
  /** Where the next page begins; `null` after the last. */
  next: string | null;
};

const foundSchema = z.object({
  id: z.string(),
  createdAt: z.iso.datetime({ offset: true }).pipe(z.coerce.date()),
});

const pageSchema = z.object({
  orders: z.object({
    nodes: z.array(foundSchema),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});

/** How far a walk has come, and how far it steps. */
export type Place = {
  after: string | null;
  /** Orders on a page, at most 250. */
  first: number;
};

/** Finds the orders that were made in a span, a page of them at a time. */
export async function findOrders(
  ask: Ask,
  { from, until }: Span,
  { after, first }: Place,
): Promise<OrderPage> {
  const search = `created_at:>='${from.toISOString()}' AND created_at:<='${until.toISOString()}'`;
  const { data } = await ask(ORDERS_BETWEEN_QUERY, { search, first, after });
  const { orders } = mustFit(pageSchema, data);
  return {
    // The search looks into an index that rounds; the span does not.
    orders: orders.nodes.filter(({ createdAt }) => from <= createdAt && createdAt <= until),
    next: orders.pageInfo.hasNextPage ? (orders.pageInfo.endCursor ?? null) : null,
  };
}

/** An order as a search finds it. */
export type NamedOrder = { id: string; name: string; createdAt: Date };

const namedSchema = z.object({
  orders: z.object({ nodes: z.array(foundSchema.extend({ name: z.string() })) }),
});

/** No order is named with what ends a word of the search. */
const SEARCHABLE_NAME = /^[^'"\\]{1,255}$/;

/** The newest order of one of these ids or names; `null` where Shopify shows none. */
export async function findNamedOrder(ask: Ask, words: OrderWords): Promise<NamedOrder | null> {
  const orderIds = words.orderIds.filter((id) => /^\d{1,20}$/.test(id));
  const orderNames = words.orderNames.filter((name) => SEARCHABLE_NAME.test(name));
  const terms = [
    ...orderIds.map((id) => `id:${id}`),
    ...orderNames.map((name) => `name:'${name}'`),
  ];
  if (terms.length === 0) return null;
  const { data } = await ask(ORDERS_NAMED_QUERY, { search: terms.join(" OR ") });
  const { orders } = mustFit(namedSchema, data);
  // A search for words finds more than these very names.
  const isAsked = ({ id, name }: NamedOrder) =>
    orderIds.includes(digitsOf(id)) ||
    orderNames.some((asked) => asked.toLowerCase() === name.toLowerCase());
  return orders.nodes.find(isAsked) ?? null;
}

const wholeSchema = z.object({ order: z.unknown() });
const furtherSchema = z.object({ order: z.object({ lineItems: linePageSchema }) });

/** Without it, Shopify shows nothing of a customer, or only a part. */
const CUSTOMERS_SCOPE = "read_customers";

/**
 * One order with every line of it; `null` where there is none any more.
 *
 * @param scopes of the shop. Whether the customer opted out of the sale of their data is asked only where
 * they allow it: the field may not be null, so a refusal would cost the whole customer.
 */
export async function findOrder(
  ask: Ask,
  scopes: readonly string[],
  id: string,
): Promise<Parsed<ShopifyOrder> | null> {
  const withOptOut = scopes.includes(CUSTOMERS_SCOPE);
  const { data, isPartial } = await ask(WHOLE_ORDER_QUERY, { id, withOptOut });
  const { order } = mustFit(wholeSchema, data);
  // A field that may not be null and failed takes its whole order with it.
  if (!order) return isPartial ? { kind: "unreadable", fields: ["order"] } : null;
  const node = parse(orderNodeSchema, order);
  if (node.kind === "unreadable") return node;
  const lines: LineNode[] = [...node.value.lineItems.nodes];
  let { pageInfo } = node.value.lineItems;
  while (pageInfo.hasNextPage) {
    const answer = await ask(FURTHER_LINES_QUERY, { id, after: pageInfo.endCursor });
    const further = parse(furtherSchema, answer.data);
    if (further.kind === "unreadable") return further;
    lines.push(...further.value.order.lineItems.nodes);
    ({ pageInfo } = further.value.order.lineItems);
  }
  return readOrderNode(node.value, lines);
}

function mustFit<Value>(schema: z.ZodType<Value>, answer: unknown): Value {
  const parsed = parse(schema, answer);
  if (parsed.kind === "parsed") return parsed.value;
  throw new InvariantError("Shopify's answer does not fit its schema", {
    fields: parsed.fields.join(", "),
  });
}
