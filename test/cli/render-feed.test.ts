import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import {
  bulkText,
  collectionLine,
  imageLine,
  imageUrl,
  productLine,
  variantLine,
} from "#test/support/bulk";
import { inputFile, runCommand } from "#test/support/command";
import { shuffled } from "#test/support/dice";
import { readFeed, type Row } from "#test/support/feeds";
import { FEED_COLUMNS } from "~/catalog/columns";
import { FEED_FORMATS, type FeedFormat } from "~/catalog/feed-format";

type Line = Readonly<Record<string, unknown>>;

const SIMPLE: Row = {
  id: "11",
  item_group_id: "1",
  title: "Scarf",
  description: "A warm scarf.",
  link: "https://demo.example/products/scarf-1",
  image_link: imageUrl(101),
  price: "24.00 USD",
  availability: "in stock",
  condition: "new",
  brand: "Weavers",
  google_product_category: "Apparel & Accessories > Clothing Accessories > Scarves",
  product_type: "Accessories > Scarves",
  gtin: "4006381333931",
  gender: "unisex",
  age_group: "adult",
  shipping_weight: "180 g",
};

const IN_TWO_COLORS = (changes: readonly [Line, Line] = [{}, {}]): Line[] => [
  variantLine(11, 1, {
    title: "Green",
    position: 1,
    selectedOptions: [{ name: "Farbe", value: "Green", optionValue: null }],
    ...changes[0],
  }),
  variantLine(12, 1, {
    title: "Blue",
    position: 2,
    selectedOptions: [{ name: "Farbe", value: "Blue", optionValue: null }],
    ...changes[1],
  }),
];

type Told = {
  code: string;
  severity?: "error" | "warning";
  attribute?: string | null;
  value?: string;
  itemId?: string;
};

type Odd = {
  because: string;
  lines: Line[];
  /** The rows that differ from `SIMPLE`, by what differs; `undefined` takes a column away. */
  rows: Partial<Record<(typeof FEED_COLUMNS)[number], string | undefined>>[];
  issues?: Told[];
  settings?: Line;
};

const variant = (changes: Line = {}) => variantLine(11, 1, changes);
const images = (count: number) =>
  Array.from({ length: count }, (_, index) => imageLine(101 + index, 1));
const imageUrls = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => imageUrl(from + index)).join(",");

const ODD: Odd[] = [
  { because: "an ordinary product", lines: [productLine(1), variant()], rows: [{}] },
  {
    because: "no image",
    lines: [productLine(1, { featuredMedia: null }), variant()],
    rows: [],
    issues: [{ code: "IMAGE_LINK_MISSING", severity: "error", attribute: "image_link", value: "" }],
  },
  {
    because: "11 images: the main one and ten more",
    lines: [productLine(1), ...images(11), variant()],
    rows: [{ additional_image_link: imageUrls(102, 111) }],
  },
  {
    because: "12 images: the last is cut off",
    lines: [productLine(1), ...images(12), variant()],
    rows: [{ additional_image_link: imageUrls(102, 111) }],
    issues: [
      {
        code: "TOO_MANY_ADDITIONAL_IMAGE_LINKS",
        severity: "warning",
        attribute: "additional_image_link",
      },
    ],
  },
  {
    because: "a comma in the address of an image",
    lines: [
      productLine(1),
      { ...imageLine(102, 1), image: { url: "https://cdn.example/a,b.jpg" } },
      variant(),
    ],
    rows: [{ additional_image_link: "https://cdn.example/a%2Cb.jpg" }],
  },
  {
    because: "a link of 600 characters",
    lines: [
      productLine(1, { onlineStoreUrl: `https://demo.example/${"x".repeat(579)}` }),
      variant(),
    ],
    rows: [],
    issues: [
      {
        code: "LINK_LENGTH_TOO_LONG",
        severity: "error",
        attribute: "link",
        value: `https://demo.example/${"x".repeat(179)}`,
      },
    ],
  },
  {
    because: "HTML with scripts, styles and entities",
    lines: [
      productLine(1, {
        descriptionHtml:
          "<style>p{color:red}</style><h2>Soft</h2><p>Wool &amp; silk&nbsp;&ndash; <b>5&nbsp;&lt;&nbsp;6</b></p>" +
          "<script>alert('x')</script><ul><li>One</li><li>Two</li></ul><img src=x onerror=alert(1)><a href='https://x.example'>More</a>",
      }),
      variant(),
    ],
    rows: [{ description: "Soft Wool & silk – 5 < 6 One Two More" }],
  },
  {
    because: "control characters, half a character, line breaks",
    lines: [
      productLine(1, {
        title: "Sc\u0000a\u0007rf\u001b",
        descriptionHtml: "Warm\u0000 \ud83dsoft\r\nand\ttidy\u2028here",
      }),
      variant(),
    ],
    rows: [{ title: "Scarf", description: "Warm soft and tidy here" }],
  },
  {
    because: "right-to-left text and emoji",
    lines: [
      productLine(1, { title: "צעיף 🧣", descriptionHtml: "<p dir=rtl>وشاح دافئ 👩‍👩‍👧 🇩🇪</p>" }),
      variant(),
    ],
    rows: [{ title: "צעיף 🧣", description: "وشاح دافئ 👩‍👩‍👧 🇩🇪" }],
  },
  {
    because: "tabs, quotes, commas and markup in plain values",
    lines: [
      productLine(1, { title: "The \"5,5'' <b>\" & more]]>\tscarf", vendor: '"Weavers", Ltd' }),
      variant(),
    ],
    rows: [{ title: "The \"5,5'' <b>\" & more]]> scarf", brand: '"Weavers", Ltd' }],
  },
  {
    because: "a price of nought",
    lines: [productLine(1), variant({ price: "0.00", compareAtPrice: "10.00" })],
    rows: [],
    issues: [{ code: "PRICE_MISSING", severity: "error", attribute: "price", value: "0.00 USD" }],
  },
  {
    because: "a compare-at price above the price",
    lines: [productLine(1), variant({ price: "19.9", compareAtPrice: "24.00" })],
    rows: [{ price: "24.00 USD", sale_price: "19.90 USD" }],
  },
  {
    because: "a compare-at price below the price",
    lines: [productLine(1), variant({ compareAtPrice: "20.00" })],
    rows: [{}],
  },
  {
    because: "a compare-at price that is the price",
    lines: [productLine(1), variant({ compareAtPrice: "24.00" })],
    rows: [{}],
  },
  {
    because: "duplicate SKUs as item ids: the second is left out",
    settings: { itemIdFormat: "sku" },
    lines: [productLine(1), ...IN_TWO_COLORS([{ sku: "S-1" }, { sku: "S-1" }])],
    rows: [
      {
        id: "S-1",
        title: "Scarf - Green",
        link: "https://demo.example/products/scarf-1?variant=11",
        color: "Green",
        variant_names: "Farbe",
        variant_values: "Green",
      },
    ],
    issues: [
      {
        code: "DUPLICATE_PRODUCTS",
        severity: "error",
        attribute: "id",
        value: "S-1",
        itemId: "S-1",
      },
    ],
  },
  {
    because: "duplicate SKUs that are no item ids",
    lines: [productLine(1), ...IN_TWO_COLORS([{ sku: "S-1" }, { sku: "S-1" }])],
    rows: [
      {
        title: "Scarf - Green",
        link: "https://demo.example/products/scarf-1?variant=11",
        color: "Green",
        variant_names: "Farbe",
        variant_values: "Green",
      },
      {
        id: "12",
        title: "Scarf - Blue",
        link: "https://demo.example/products/scarf-1?variant=12",
        color: "Blue",
        variant_names: "Farbe",
        variant_values: "Blue",
      },
    ],
  },
  ...[
    { because: "a draft", changes: { status: "DRAFT" } },
    { because: "an archived product", changes: { status: "ARCHIVED" } },
    { because: "an unpublished product", changes: { publishedAt: null } },
    { because: "a gift card", changes: { isGiftCard: true } },
  ].map(({ because, changes }) => ({
    because,
    lines: [productLine(1, changes), variant()],
    rows: [],
  })),
  {
    because: "a bundle is an item like any other",
    lines: [
      productLine(1, { title: "Scarf and hat", productType: "Bundle" }),
      variant({ inventoryItem: null }),
    ],
    rows: [{ title: "Scarf and hat", product_type: "Bundle", shipping_weight: undefined }],
  },
  {
    because: "sold out",
    lines: [
      productLine(1),
      variant({ availableForSale: false, inventoryQuantity: 0, sellableOnlineQuantity: 0 }),
    ],
    rows: [{ availability: "out of stock" }],
  },
  {
    because: "sold out and sold on",
    lines: [
      productLine(1),
      variant({ inventoryPolicy: "CONTINUE", inventoryQuantity: -3, sellableOnlineQuantity: -3 }),
    ],
    rows: [{ availability: "in stock" }],
  },
  {
    because: "no category",
    lines: [productLine(1, { category: null }), variant()],
    rows: [{ google_product_category: undefined }],
    issues: [
      {
        code: "OPTIONAL_PRODUCT_CATEGORY_MISSING",
        severity: "warning",
        attribute: "google_product_category",
      },
    ],
  },
  {
    because: "Shopify's Uncategorized",
    lines: [
      productLine(1, {
        category: { id: "gid://shopify/TaxonomyCategory/na", fullName: "Uncategorized" },
      }),
      variant(),
    ],
    rows: [{ google_product_category: undefined }],
    issues: [{ code: "OPTIONAL_PRODUCT_CATEGORY_MISSING" }],
  },
  {
    because: "a category of one level",
    lines: [
      productLine(1, {
        category: { id: "gid://shopify/TaxonomyCategory/aa", fullName: "Apparel & Accessories" },
      }),
      variant(),
    ],
    rows: [{ google_product_category: "Apparel & Accessories" }],
    issues: [{ code: "PRODUCT_CATEGORY_DEPTH_WARNING", severity: "warning" }],
  },
  {
    because: "a GTIN with a wrong check digit is dropped",
    lines: [productLine(1), variant({ barcode: "4006381333932" })],
    rows: [{ gtin: undefined }],
    issues: [
      { code: "GTIN_INVALID", severity: "warning", attribute: "gtin", value: "4006381333932" },
    ],
  },
  {
    because: "a GTIN with the spaces that are printed",
    lines: [productLine(1), variant({ barcode: " 4 006381 333931 " })],
    rows: [{}],
  },
  {
    because: "a description of 12 000 characters",
    lines: [productLine(1, { descriptionHtml: `<p>${"🧣".repeat(12_000)}</p>` }), variant()],
    rows: [{ description: "🧣".repeat(10_000) }],
    issues: [
      {
        code: "DESCRIPTION_LENGTH_TOO_LONG",
        severity: "warning",
        attribute: "description",
        value: "🧣".repeat(200),
      },
    ],
  },
  {
    because: "no description: the title stands in",
    lines: [productLine(1, { descriptionHtml: "<p> </p>" }), variant()],
    rows: [{ description: "Scarf" }],
    issues: [
      { code: "DESCRIPTION_MISSING", severity: "warning", attribute: "description", value: "" },
    ],
  },
  {
    because: "a title of 501 characters",
    lines: [productLine(1, { title: "x".repeat(501) }), variant()],
    rows: [{ title: "x".repeat(500) }],
    issues: [
      {
        code: "TITLE_LENGTH_TOO_LONG",
        severity: "warning",
        attribute: "title",
        value: "x".repeat(200),
      },
    ],
  },
  {
    because: "no page known: the shop's address and the handle",
    lines: [productLine(1, { onlineStoreUrl: null, handle: "öko-schal" }), variant()],
    rows: [{ link: "https://demo.example/products/%C3%B6ko-schal" }],
  },
  {
    because: "a variant's own picture, never its sister's",
    lines: [
      productLine(1),
      ...images(4),
      ...IN_TWO_COLORS(),
      imageLine(103, 11, "ProductVariant"),
      imageLine(104, 12, "ProductVariant"),
    ],
    rows: [
      {
        title: "Scarf - Green",
        link: "https://demo.example/products/scarf-1?variant=11",
        color: "Green",
        variant_names: "Farbe",
        variant_values: "Green",
        image_link: imageUrl(103),
        additional_image_link: `${imageUrl(101)},${imageUrl(102)}`,
      },
      {
        id: "12",
        title: "Scarf - Blue",
        link: "https://demo.example/products/scarf-1?variant=12",
        color: "Blue",
        variant_names: "Farbe",
        variant_values: "Blue",
        image_link: imageUrl(104),
        additional_image_link: `${imageUrl(101)},${imageUrl(102)}`,
      },
    ],
  },
  {
    because: "a market in another currency takes the prices of its country",
    settings: { feed: { country: "CA", locale: "en-CA", currency: "CAD" } },
    lines: [productLine(1), variant()],
    rows: [{ price: "33.00 CAD" }],
  },
  {
    because: "a market in another currency without prices of its own",
    settings: { feed: { country: "DE", locale: "de-DE", currency: "EUR" } },
    lines: [productLine(1), variant()],
    rows: [],
    issues: [
      { code: "PRODUCT_PRICE_INVALID", severity: "error", attribute: "price", value: "24.00 USD" },
    ],
  },
  {
    because: "an item in another currency says nothing of those after it",
    settings: { feed: { country: "CA", locale: "en-CA", currency: "CAD" } },
    lines: [productLine(2), variantLine(21, 2, { contextualCA: null }), productLine(1), variant()],
    rows: [{ price: "33.00 CAD" }],
    issues: [{ code: "PRODUCT_PRICE_INVALID", itemId: "21", value: "24.00 USD" }],
  },
  {
    because: "a currency that is unusual in the feed's country",
    settings: { feed: { country: "DE", locale: "de-DE", currency: "USD" } },
    lines: [productLine(1), variant()],
    rows: [{}],
    issues: [{ code: "COUNTRY_DOES_NOT_MAP_TO_CURRENCY", severity: "warning", attribute: "price" }],
  },
  {
    because: "one row for a product: its first variant that can be ordered",
    settings: { itemIdFormat: "product_id" },
    lines: [productLine(1), ...IN_TWO_COLORS([{ availableForSale: false }, {}])],
    rows: [
      {
        id: "1",
        title: "Scarf - Blue",
        link: "https://demo.example/products/scarf-1?variant=12",
        color: "Blue",
        variant_names: "Farbe",
        variant_values: "Blue",
      },
    ],
  },
  {
    because: "ids as Shopify's own channel writes them, and used goods",
    settings: { itemIdFormat: "shopify_country_product_variant", feed: { condition: "used" } },
    lines: [productLine(1), variant()],
    rows: [{ id: "shopify_US_1_11", condition: "used" }],
  },
  {
    because: "columns and rules as the merchant chose them",
    settings: {
      catalog: {
        columns: {
          brand: [{ from: "fixed", value: "Own brand" }],
          material: [{ from: "metafield", name: "fabric" }],
          gender: [],
        },
        exclude: {
          match: "any",
          conditions: [{ field: "vendor", operator: "is", values: ["strangers"] }],
        },
      },
    },
    lines: [
      productLine(2, { vendor: "Strangers" }),
      variantLine(21, 2),
      productLine(1, { fabric: { value: '["wool","silk"]' } }),
      variant(),
    ],
    rows: [{ brand: "Own brand", material: "wool, silk", gender: undefined }],
  },
];

describe.each(FEED_FORMATS)("render-feed --format %s", (format) => {
  test.each(ODD)("$because", async ({ lines, rows, issues = [], settings }) => {
    const rendered = await render(format, bulkText(lines), settings);
    expect(rendered.rows).toEqual(rows.map((changes) => filled({ ...SIMPLE, ...changes })));
    expect(rendered.issues).toHaveLength(issues.length);
    for (const [index, issue] of issues.entries())
      expect(rendered.issues[index]).toMatchObject(issue);
    expect(rendered.lint.errors).toEqual(rows.length === 0 ? { FEED_TOO_SMALL: 1 } : {});
  });

  test("2 000 variants of one product", async () => {
    const variants = Array.from({ length: 2_000 }, (_, index) =>
      variantLine(1_000 + index, 1, { position: index + 1, title: `No. ${index}` }),
    );
    const { rows, issues } = await render(format, bulkText([productLine(1), ...variants]));
    expect(issues).toEqual([]);
    expect(rows.map(({ id }) => id)).toEqual(variants.map((_, index) => String(1_000 + index)));
    expect(rows.at(-1)).toEqual({
      ...SIMPLE,
      id: "2999",
      title: "Scarf - No. 1999",
      link: "https://demo.example/products/scarf-1?variant=2999",
    });
  });

  test("no products give a header and exit 0", async () => {
    const { rows, issues, text } = await render(format, "");
    expect({ rows, issues }).toEqual({ rows: [], issues: [] });
    expect(text).toContain(
      format === "xml" ? "<channel>" : FEED_COLUMNS.join(format === "csv" ? "," : "\t"),
    );
  });

  test("the same lines give the same bytes, and lines twice or in disorder the same rows", async () => {
    const lines = [
      productLine(1),
      imageLine(102, 1),
      collectionLine(7, 1, "Winter"),
      ...IN_TWO_COLORS(),
      imageLine(103, 12, "ProductVariant"),
      productLine(2),
      variantLine(21, 2),
    ];
    const whole = await render(format, bulkText(lines));
    expect((await render(format, bulkText(lines))).text).toBe(whole.text);
    expect((await render(format, bulkText([...lines, ...lines]))).text).toBe(whole.text);
    for (const seed of [1, 2, 3]) {
      const { rows } = await render(format, bulkText(shuffled(lines, seed)));
      expect(rows.toSorted(byId)).toEqual(whole.rows.toSorted(byId));
    }
  });
});

test("all three formats say the same of the odd products", async () => {
  const lines = ODD.filter(({ settings }) => settings === undefined).flatMap(
    ({ lines: own }, index) =>
      // The products get ids of their own, so that they fit into one file.
      own.map((line) =>
        JSON.stringify(line).replaceAll(
          /(\/(?:Product|ProductVariant)\/)(\d+)"/g,
          `$1${index + 1}0$2"`,
        ),
      ),
  );
  const text = lines.map((line) => `${line}\n`).join("");
  const [tsv, csv, xml] = await Promise.all(FEED_FORMATS.map((format) => render(format, text)));
  expect(tsv?.rows.length).toBeGreaterThan(20);
  expect(csv?.rows).toEqual(tsv?.rows);
  expect(xml?.rows).toEqual(tsv?.rows);
  expect(csv?.issues).toEqual(tsv?.issues);
  expect(xml?.lint).toEqual(tsv?.lint);
});

describe("render-feed refuses", () => {
  const GOOD = bulkText([productLine(1), variant()]);
  test.each([
    {
      input: `${GOOD}{"id":"gid://sho`,
      told: /Line 3 .*\(line\)/,
      because: "the last line is cut off",
    },
    { input: `nonsense\n${GOOD}`, told: /Line 1 /, because: "the first line is no JSON" },
    { input: "{}", told: /Line 1 .*id/, because: "an empty object is no product" },
    { input: "[]", told: /Line 1 /, because: "a list is no line" },
    { input: '{\n  "id": 5\n}', told: /Line 1 /, because: "an order's body is no bulk file" },
  ])("input where $because", async ({ input, told }) => {
    for (const stdin of [true, false]) {
      const file = stdin ? "-" : inputFile(input);
      const { exitCode, stdout, stderr } = await runCommand(
        ["render-feed", "--format", "tsv", file],
        input,
      );
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
      expect(stderr).toMatch(told);
    }
  });

  test.each([
    { args: ["/no/such/file.jsonl"], told: "cannot be read" },
    { args: ["--settings", inputFile({ colour: 1 }), inputFile(GOOD)], told: "colour" },
    {
      args: ["--settings", inputFile({ catalog: { columns: { id: [] } } }), inputFile(GOOD)],
      told: "catalog.columns.id",
    },
    {
      args: ["--settings", inputFile({ platform: "woocommerce" }), inputFile(GOOD)],
      told: "woocommerce",
    },
    {
      args: ["--issues", "/no/such/folder/issues.json", inputFile(GOOD)],
      told: "cannot be written",
    },
  ])("$args: $told", async ({ args, told }) => {
    const { exitCode, stdout, stderr } = await runCommand([
      "render-feed",
      "--format",
      "csv",
      ...args,
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain(told);
  });

  test.each([
    { args: ["render-feed", "x"] },
    { args: ["render-feed", "--format", "json", "x"] },
    { args: ["render-feed", "--format", "tsv"] },
    { args: ["render-feed", "--format", "tsv", "--issues", "-", "x"] },
    { args: ["lint-feed", "x"] },
    { args: ["lint-feed", "--format", "atom", "x"] },
  ])("the wrong usage $args with exit 2", async ({ args }) => {
    const { exitCode, stdout, stderr } = await runCommand(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("Usage:");
  });
});

async function render(format: FeedFormat, input: string, settings: Line = {}) {
  const issuesFile = inputFile("");
  const flags = ["--settings", inputFile(settings), "--issues", issuesFile];
  const rendered = await runCommand(["render-feed", "--format", format, ...flags, "-"], input);
  expect({ exitCode: rendered.exitCode, stderr: rendered.stderr }).toEqual({
    exitCode: 0,
    stderr: "",
  });

  const linted = await runCommand(["lint-feed", "--format", format, "-"], rendered.stdout);
  return {
    text: rendered.stdout,
    rows: readFeed(format, rendered.stdout),
    issues: JSON.parse(readFileSync(issuesFile, "utf8")) as Told[],
    lint: JSON.parse(linted.stdout) as { errors: Row; warnings: Row; items: Told[] },
  };
}

function filled(row: Readonly<Record<string, string | undefined>>): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, value]],
    ),
  );
}

function byId(one: Row, other: Row): number {
  return (one.id ?? "").localeCompare(other.id ?? "");
}
