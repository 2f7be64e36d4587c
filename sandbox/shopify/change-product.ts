import type { ShopProduct } from "./catalog-maker.ts";
import type { ShopifyDesk } from "./desk.ts";
import { type Shop, productsOf } from "./shop.ts";
import type { Delivery } from "./webhooks.ts";

/** Gives every variant of a product another price, and tells the app. */
export async function changePrice(
  desk: ShopifyDesk,
  shop: Shop,
  change: { product: string; price: string },
): Promise<Delivery[]> {
  const product = findProduct(shop, change.product);
  if (!product) return [];
  for (const variant of product.variants) {
    variant.price = change.price;
    variant.compareAtPrice = null;
  }
  return tell(desk, shop, "products/update", {
    id: product.id,
    admin_graphql_api_id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    handle: product.handle,
    vendor: product.vendor,
    status: product.status.toLowerCase(),
    variants: product.variants.map(({ id, price, sku }) => ({ id, price, sku })),
  });
}

/**
 * Gives every variant of a product another stock, and tells the app of those that can be had again or not
 * any more. Shopify sends `products/update` as well; here the stock has to be heard of by its own topics.
 */
export async function changeStock(
  desk: ShopifyDesk,
  shop: Shop,
  change: { product: string; stock: number },
): Promise<Delivery[]> {
  const product = findProduct(shop, change.product);
  const deliveries: Delivery[] = [];
  for (const variant of product?.variants ?? []) {
    const isOver = variant.stock > 0 && change.stock <= 0;
    const isBack = variant.stock <= 0 && change.stock > 0;
    variant.stock = change.stock;
    if (!isOver && !isBack) continue;
    const topic = isBack ? "variants/in_stock" : "variants/out_of_stock";
    const body = { id: variant.id, product_id: product?.id, inventory_quantity: change.stock };
    deliveries.push(...(await tell(desk, shop, topic, body)));
  }
  return deliveries;
}

/** Takes a product out of the catalog, and tells the app. */
export async function deleteProduct(
  desk: ShopifyDesk,
  shop: Shop,
  name: string,
): Promise<Delivery[]> {
  const product = findProduct(shop, name);
  if (!product) return [];
  shop.products = productsOf(shop).filter((known) => known !== product);
  return tell(desk, shop, "products/delete", { id: product.id });
}

function findProduct(shop: Shop, name: string): ShopProduct | undefined {
  return productsOf(shop).find(({ id, title }) => title === name || String(id) === name);
}

async function tell(
  desk: ShopifyDesk,
  shop: Shop,
  topic: string,
  body: object,
): Promise<Delivery[]> {
  if (!shop.installed) return [];
  return desk.webhooks.send({ topic, body: JSON.stringify(body), shop: shop.domain });
}
