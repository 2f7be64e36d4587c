import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { bulkText, imageLine, productLine, variantLine } from "#test/support/bulk";
import { inputFile, runCommand } from "#test/support/command";
import { readFeed } from "#test/support/feeds";
import { moneySet, shopifyLine, shopifyOrderBody } from "#test/support/orders";
import { builtPixel, contextOf, PixelPage } from "#test/support/pixel-runtime";
import { ITEM_ID_FORMATS, type ItemIdFormat } from "~/shops/settings";

// Feed, pixel and server each learn of a variant in another form: a line of a bulk operation, an event of a
// page, a line of an order. Pinterest matches what they say of it letter by letter.

beforeAll(async () => {
  await builtPixel();
});

const TOKEN = "5f7028e0bd5258d7c5b3a3e7a3f8c1d2";
const ORDER_ID = "6100000001017";

/** One variant as each of the three is told of it. */
type Variant = { because: string; sku: string | null; title: string | null; name: string };

const VARIANTS: Variant[] = [
  { because: "with options and a SKU", sku: "SCARF-G", title: "Green", name: "Scarf - Green" },
  { because: "without options", sku: "SCARF", title: null, name: "Scarf" },
  { because: "with a SKU of white space around it", sku: " S-1 ", title: null, name: "Scarf" },
  { because: "without a SKU", sku: null, title: null, name: "Scarf" },
];

/** What each format makes of product 632, variant 808. */
const IDS: Record<ItemIdFormat, (sku: string) => string> = {
  variant_id: () => "808",
  product_id: () => "632",
  sku: (sku) => sku || "808",
  shopify_country_product_variant: () => "shopify_DE_632_808",
};

const ROWS = ITEM_ID_FORMATS.flatMap((format) =>
  VARIANTS.map((variant) => ({ format, because: variant.because, variant })),
);

describe("feed, pixel and server", () => {
  test.each(ROWS)("have one name in the format $format for a variant $because", async (row) => {
    const { format, variant } = row;
    const feed = await toldByFeed(format, variant);
    const pixel = await toldByPixel(format, variant);
    const server = await toldByServer(format, variant);

    const itemId = IDS[format](variant.sku?.trim() ?? "");
    expect([feed.itemId, pixel.itemId, server.itemId]).toEqual([itemId, itemId, itemId]);
    expect([pixel.addedItemId, pixel.collectedItemId]).toEqual([itemId, itemId]);
    // The row of a whole product has the product's title alone.
    if (format !== "product_id") expect(feed.name).toBe(variant.name);
    expect([pixel.name, server.name]).toEqual([variant.name, variant.name]);
    expect(pixel.order).toEqual(server.order);
  });
});

async function toldByFeed(format: ItemIdFormat, { sku, title }: Variant) {
  const lines = [
    productLine(632, { hasOnlyDefaultVariant: title === null }),
    variantLine(808, 632, { sku, title: title ?? "Default Title" }),
    imageLine(101, 632),
  ];
  const settings = inputFile({ itemIdFormat: format, feed: { country: "DE" } });
  const { exitCode, stdout } = await runCommand(
    ["render-feed", "--format", "csv", "--settings", settings, "-"],
    bulkText(lines),
  );
  expect(exitCode).toBe(0);
  const [item] = readFeed("csv", stdout);
  return { itemId: item?.["id"], name: item?.["title"] };
}

async function toldByPixel(format: ItemIdFormat, { sku, title }: Variant) {
  const page = new PixelPage({ fields: { itemIdFormat: format, feedCountry: "DE" } });
  const usd = (amount: number) => ({ amount, currencyCode: "USD" });
  const merchandise = {
    id: "808",
    sku,
    title: title ?? "Default Title",
    untranslatedTitle: title ?? "Default Title",
    price: usd(50),
    product: {
      id: "632",
      title: "Scarf",
      untranslatedTitle: "Scarf",
      type: "",
      vendor: "Ada & Co",
    },
  };
  const cartLine = { merchandise, quantity: 2, cost: { totalAmount: usd(100) } };
  const checkout = {
    token: TOKEN,
    currencyCode: "USD",
    subtotalPrice: usd(90),
    totalPrice: usd(103.5),
    totalTax: usd(8.5),
    shippingLine: { price: usd(5) },
    lineItems: [{ quantity: 2, variant: merchandise }],
    order: { id: ORDER_ID },
  };
  const context = contextOf("https://demo.example/cart");
  await page.publish("product_added_to_cart", { id: "sh-1", context, data: { cartLine } });
  await page.publish("checkout_completed", { id: "sh-2", context, data: { checkout } });
  expect(page.faults).toEqual([]);

  const hits = page.hits
    .filter(({ event }) => event !== "init")
    .map(({ ed }) => tagSchema.parse(ed));
  const [added, bought] = hits;
  const [act] = page.messages;
  const line = bought?.line_items[0];
  return {
    itemId: line?.product_id,
    addedItemId: added?.line_items[0]?.product_id,
    collectedItemId: act?.kind === "act" ? act.lineItems?.[0]?.itemId : undefined,
    name: line?.product_name,
    order: {
      eventId: bought?.event_id,
      orderId: bought?.order_id,
      value: bought?.value.toFixed(2),
      currency: bought?.currency,
      pieces: bought?.order_quantity,
      price: line?.product_price.toFixed(2),
      quantity: line?.product_quantity,
      brand: line?.product_brand,
    },
  };
}

const tagSchema = z.object({
  event_id: z.string(),
  value: z.number(),
  order_quantity: z.number(),
  currency: z.string(),
  order_id: z.string().optional(),
  line_items: z.array(
    z.object({
      product_id: z.string(),
      product_name: z.string(),
      product_price: z.number(),
      product_quantity: z.number(),
      product_brand: z.string(),
    }),
  ),
});

async function toldByServer(format: ItemIdFormat, { sku, title }: Variant) {
  const body = shopifyOrderBody({
    admin_graphql_api_id: `gid://shopify/Order/${ORDER_ID}`,
    checkout_token: TOKEN,
    total_price_set: moneySet("103.50"),
    line_items: [shopifyLine({ sku, variant_title: title })],
  });
  const settings = inputFile({ itemIdFormat: format, feed: { country: "DE" } });
  const { stdout } = await runCommand([
    ...["explain-order", "--settings", settings, inputFile(body)],
  ]);
  const { event } = orderSchema.parse(JSON.parse(stdout));
  const [content] = event.custom_data.contents;
  return {
    itemId: content?.id,
    name: content?.item_name,
    order: {
      eventId: event.event_id,
      orderId: event.custom_data.order_id,
      value: event.custom_data.value,
      currency: event.custom_data.currency,
      pieces: event.custom_data.num_items,
      price: content?.item_price,
      quantity: content?.quantity,
      brand: content?.item_brand,
    },
  };
}

const orderSchema = z.object({
  event: z.object({
    event_id: z.string(),
    custom_data: z.object({
      order_id: z.string(),
      value: z.string(),
      currency: z.string(),
      num_items: z.number(),
      contents: z.array(
        z.object({
          id: z.string(),
          item_name: z.string(),
          item_price: z.string(),
          quantity: z.number(),
          item_brand: z.string(),
        }),
      ),
    }),
  }),
});
