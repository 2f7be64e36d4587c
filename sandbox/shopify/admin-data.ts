import { accessDenied } from "./access-denied.ts";
import type { BulkOperations } from "./bulk-operations.ts";
import { type Page, connection } from "./connection.ts";
import { toGraphqlOrder } from "./graphql-order.ts";
import { findGraphqlVariant, toGraphqlProduct } from "./graphql-product.ts";
import { toGraphqlMarket, toGraphqlPresences } from "./markets.ts";
import { type Shop, type ShopOrder, productsOf, shopId } from "./shop.ts";
import { pixelMutations } from "./web-pixel.ts";

export type AppFacts = {
  apiKey: string;
  requestedScopes: readonly string[];
  optionalScopes: readonly string[];
  /** What the web pixel's settings are; `null`: the app has no web pixel. */
  pixelFields: readonly string[] | null;
};

/**
 * What the Admin API's root fields answer for one shop: plain objects, and functions where a field
 * has arguments. A field that is not here answers null, or an empty connection; see the README.
 */
export function adminRoot(shop: Shop, app: AppFacts, bulk: BulkOperations): object {
  const installation = {
    __typename: "AppInstallation",
    id: "gid://shopify/AppInstallation/1",
    accessScopes: shop.grantedScopes.map(toScope),
    launchUrl: `https://${shop.domain}/admin/apps/${app.apiKey}`,
    uninstallUrl: `https://${shop.domain}/admin/settings/apps`,
  };
  const appNode = {
    __typename: "App",
    id: "gid://shopify/App/1",
    handle: "sandbox-app",
    apiKey: app.apiKey,
    title: "Sandbox app",
    requestedAccessScopes: app.requestedScopes.map(toScope),
    optionalAccessScopes: app.optionalScopes.map(toScope),
    installation,
  };
  const findOrder = (id: string) => {
    const kept = shop.orders.find((order) => id === `gid://shopify/Order/${order.id}`);
    return kept ? nodeOf(shop, kept) : null;
  };
  const findProduct = (id: string) => {
    const product = productsOf(shop).find((known) => id === `gid://shopify/Product/${known.id}`);
    return product ? toGraphqlProduct(shop, product) : null;
  };
  const findMarket = (id: string) => {
    const market = shop.markets.find((known) => id === `gid://shopify/Market/${known.id}`);
    return market ? toGraphqlMarket(shop, market) : null;
  };
  const findNode = (id: string) =>
    findOrder(id) ??
    findProduct(id) ??
    findGraphqlVariant(shop, id) ??
    bulk.find(id) ??
    (shop.webPixel?.id === id ? { __typename: "WebPixel", ...shop.webPixel } : null);
  return {
    shop: shopNode(shop),
    app: appNode,
    currentAppInstallation: { ...installation, app: appNode },
    shopLocales: ({ published }: { published?: boolean }) =>
      shop.locales.filter((known) => !published || known.published),
    markets: (page: Page) =>
      connection(
        shop.markets.map((market) => toGraphqlMarket(shop, market)),
        page,
      ),
    market: ({ id }: { id: string }) => findMarket(id),
    webPresences: () => toGraphqlPresences(shop),
    consentPolicy: (question: PolicyQuestion) => consentPolicies(shop, question),
    productsCount: ({ query }: { query?: string }) => ({
      count: listProducts(shop, query ?? "").length,
      precision: "EXACT",
    }),
    product: ({ id }: { id: string }) => findProduct(id),
    products: ({ query, ...page }: { query?: string } & Page) =>
      connection(
        listProducts(shop, query ?? "").map((product) => toGraphqlProduct(shop, product)),
        page,
      ),
    bulkOperation: ({ id }: { id: string }) => bulk.find(id),
    bulkOperations: (page: Page) => connection(bulk.list(), page),
    bulkOperationRunQuery: ({ query }: { query: string }) => bulk.run(query),
    bulkOperationCancel: ({ id }: { id: string }) => bulk.cancel(id),
    webPixel: () => shop.webPixel,
    order: ({ id }: { id: string }) => findOrder(id),
    orders: ({ query, ...page }: { query?: string } & Page) =>
      connection(
        shop.orders
          .flatMap((order) => nodeOf(shop, order) ?? [])
          .filter((order) => isWanted(order, query ?? "")),
        page,
      ),
    node: ({ id }: { id: string }) => findNode(id),
    nodes: ({ ids }: { ids: string[] }) => ids.map(findNode),
    ...pixelMutations(shop, app.pixelFields),
  };
}

/** The one search term that the catalog needs. */
function listProducts(shop: Shop, query: string) {
  const status = /\bstatus:(\w+)/.exec(query)?.[1]?.toUpperCase();
  return productsOf(shop).filter((product) => status === undefined || product.status === status);
}

type OrderNode = ReturnType<typeof toGraphqlOrder>;

/** A list of hundreds is asked for page by page; each order is read once for as long as it stays the same. */
const nodes = new WeakMap<ShopOrder, { body: string; node: OrderNode }>();

function nodeOf(shop: Shop, order: ShopOrder): OrderNode {
  const known = nodes.get(order);
  if (known?.body === order.body) return known.node;
  const node = toGraphqlOrder(order.body, (id) => shop.optedOutOfSale.includes(id));
  nodes.set(order, { body: order.body, node });
  return node;
}

function toScope(handle: string) {
  return { handle, description: handle };
}

function shopNode(shop: Shop) {
  const url = `https://${shop.domain}`;
  return {
    id: `gid://shopify/Shop/${shopId(shop)}`,
    name: shop.name,
    email: `owner@${shop.domain}`,
    contactEmail: `owner@${shop.domain}`,
    shopOwnerName: "Sandbox Owner",
    myshopifyDomain: shop.domain,
    currencyCode: shop.currencyCode,
    enabledPresentmentCurrencies: [shop.currencyCode, "CAD", "EUR"],
    ianaTimezone: "America/New_York",
    timezoneAbbreviation: "EST",
    taxesIncluded: false,
    weightUnit: "KILOGRAMS",
    url,
    storefrontUrl: url,
    primaryDomain: {
      id: "gid://shopify/Domain/1",
      host: shop.domain,
      url,
      sslEnabled: true,
    },
    plan: {
      displayName: "Development",
      publicDisplayName: "Development",
      partnerDevelopment: true,
      shopifyPlus: false,
    },
    shopAddress: { countryCodeV2: shop.countryCode, provinceCode: "NY" },
    billingAddress: { countryCodeV2: shop.countryCode, provinceCode: "NY" },
    features: { storefront: true },
    shipsToCountries: ["US", "CA", "DE", "FR", "GB"],
    createdAt: "2025-01-15T10:00:00Z",
  };
}

type PolicyQuestion = {
  id?: string;
  countryCode?: string;
  regionCode?: string;
  consentRequired?: boolean;
  dataSaleOptOutRequired?: boolean;
};

/** The shop's policies; of those, the ones that are all that was asked for. */
function consentPolicies(shop: Shop, question: PolicyQuestion) {
  if (!shop.consentPolicies) throw accessDenied("consentPolicy", "`read_privacy_settings`.");
  const policies = shop.consentPolicies.map((policy) => ({
    ...policy,
    id: `gid://shopify/ConsentPolicy/${policy.countryCode}${policy.regionCode ?? ""}`,
    shopId: `gid://shopify/Shop/${shopId(shop)}`,
  }));
  return policies.filter((policy) => {
    const facts = new Map<string, unknown>(Object.entries(policy));
    return Object.entries(question).every(([name, asked]) => facts.get(name) === asked);
  });
}

type Searched = {
  id: string;
  name: string;
  createdAt: string;
  updatedAt: string;
  checkoutToken: string | null;
};

/** The search terms that the app needs, with AND or OR between them; other terms are ignored, which finds more. */
function isWanted(order: Searched, query: string): boolean {
  return query.split(/\sOR\s/).some((terms) => fitsAll(order, terms));
}

function fitsAll(order: Searched, terms: string): boolean {
  for (const [, key, comparison, quoted, bare] of terms.matchAll(
    /\b(id|name|created_at|updated_at|checkout_token):(>=|<=|>|<)?(?:'([^']*)'|([^'\s]+))/g,
  )) {
    const text = quoted ?? bare ?? "";
    if (key === "id" && order.id.replace(/^.*\//, "") !== text) return false;
    // The index keeps words, without the sign that stands before them.
    if (key === "name" && bareName(order.name) !== bareName(text)) return false;
    if (key === "checkout_token" && order.checkoutToken !== text) return false;
    if (key !== "created_at" && key !== "updated_at") continue;
    const value = Date.parse(key === "created_at" ? order.createdAt : order.updatedAt);
    const bound = Date.parse(text);
    if (comparison === ">=" && value < bound) return false;
    if (comparison === ">" && value <= bound) return false;
    if (comparison === "<=" && value > bound) return false;
    if (comparison === "<" && value >= bound) return false;
  }
  return true;
}

function bareName(name: string): string {
  return name.replace(/^#/, "").toLowerCase();
}
