import { describe, expect, test } from "vitest";

import type { AnyRow } from "~/catalog/columns";
import { startIdSet } from "~/catalog/id-set";
import { lintHeader, startLint } from "~/catalog/lint";
import { LINT_CODES, type LintCode } from "~/catalog/lint-codes";
import type { LintContext } from "~/catalog/lint-rule";
import { startFileLint } from "~/catalog/lint-file";
import { en } from "~/messages/en";

const GOOD: AnyRow = {
  id: "11",
  title: "Scarf",
  description: "A warm scarf.",
  link: "https://demo.example/products/scarf",
  image_link: "https://cdn.example/1.jpg",
  price: "24.00 USD",
  availability: "in stock",
  condition: "new",
  google_product_category: "Apparel & Accessories > Clothing Accessories > Scarves",
};

const LONG_URL = `https://demo.example/${"a".repeat(2_000)}`;

type Case = { row: AnyRow; context?: LintContext; attribute?: string; value?: string };

/** What makes each code that a row shows by itself, and beside it what just does not. */
const ROW_CASES: Partial<Record<LintCode, { wrong: Case[]; right: Case[] }>> = {
  ADULT_INVALID: { wrong: [{ row: { adult: "maybe" } }], right: [{ row: { adult: "FALSE" } }] },
  ADWORDS_FORMAT_INVALID: {
    wrong: [{ row: { adwords_redirect: LONG_URL } }],
    right: [{ row: { adwords_redirect: LONG_URL.slice(0, 2_000) } }],
  },
  AVAILABILITY_INVALID: {
    wrong: [
      { row: { availability: "" } },
      { row: { availability: "in_stock" } },
      { row: { availability: "backorder" } },
    ],
    right: [{ row: { availability: "Out of Stock" } }, { row: { availability: "preorder" } }],
  },
  DESCRIPTION_MISSING: {
    wrong: [{ row: { description: " " } }, { row: { description: "<p>&nbsp;</p>" } }],
    right: [{ row: { description: "<p>x</p>" } }],
  },
  IMAGE_LINK_INVALID: {
    wrong: [
      "1.jpg",
      "//cdn.example/1.jpg",
      "ftp://cdn.example/1.jpg",
      "https://cdn.example/a b.jpg",
      "https://",
    ].map((image_link) => ({ row: { image_link } })),
    right: [{ row: { image_link: "http://cdn.example/ä%20b.jpg?v=1,2" } }],
  },
  IMAGE_LINK_LENGTH_TOO_LONG: {
    wrong: [{ row: { image_link: LONG_URL } }],
    right: [{ row: { image_link: LONG_URL.slice(0, 2_000) } }],
  },
  IMAGE_LINK_MISSING: { wrong: [{ row: { image_link: "" } }], right: [{ row: {} }] },
  INVALID_DOMAIN: {
    wrong: [
      { row: {}, context: { claimedDomains: ["other.example"] } },
      { row: { link: "https://notdemo.example/" }, context: { claimedDomains: ["demo.example"] } },
    ],
    right: [
      { row: {}, context: {} },
      { row: {}, context: { claimedDomains: ["Demo.example"] } },
      {
        row: { link: "https://shop.demo.example/" },
        context: { claimedDomains: ["www.demo.example"] },
      },
    ],
  },
  ITEMID_MISSING: { wrong: [{ row: { id: " " } }], right: [{ row: {} }] },
  LINK_FORMAT_INVALID: {
    wrong: [
      { row: { link: "demo.example/products/scarf" } },
      { row: { link: "javascript:alert(1)" } },
    ],
    right: [{ row: { link: "HTTPS://DEMO.example:8443/x#y" } }],
  },
  LINK_LENGTH_TOO_LONG: {
    wrong: [{ row: { link: LONG_URL.slice(0, 512) } }],
    right: [{ row: { link: LONG_URL.slice(0, 511) } }],
  },
  LIST_PRICE_INVALID: {
    wrong: [{ row: { list_price: "30" } }],
    right: [{ row: { list_price: "30 USD" } }],
  },
  PRICE_CANNOT_BE_DETERMINED: {
    wrong: [{ row: { list_price: "30 USD", sale_price: "20 USD" } }],
    right: [{ row: { list_price: "24 USD", sale_price: "20 USD" } }],
  },
  PRICE_MISSING: {
    wrong: [{ row: { price: "" } }, { row: { price: "0.00 USD" }, value: "0.00 USD" }],
    right: [{ row: { price: "0.01 USD" } }],
  },
  PRODUCT_LINK_MISSING: { wrong: [{ row: { link: "" } }], right: [{ row: {} }] },
  PRODUCT_PRICE_INVALID: {
    wrong: [
      "24.99",
      "$24.99",
      "24,99 EUR",
      "1,024.99 USD",
      "24.99 usd",
      "24.99 AAA",
      "USD 24.99",
      "-1 USD",
    ].map((price) => ({ row: { price }, value: price })),
    right: [{ row: { price: "24.99USD" } }, { row: { price: "2500 JPY" } }],
  },
  TITLE_MISSING: { wrong: [{ row: { title: "" } }], right: [{ row: {} }] },
  AD_LINK_FORMAT_WARNING: {
    wrong: [{ row: { ad_link: "x" } }],
    right: [{ row: { ad_link: "https://a.example/x" } }],
  },
  AD_LINK_SAME_AS_LINK: {
    wrong: [{ row: { ad_link: "https://demo.example/products/scarf" } }],
    right: [{ row: { ad_link: "https://demo.example/products/scarf?ad=1" } }],
  },
  ADDITIONAL_IMAGE_LINK_LENGTH_TOO_LONG: {
    wrong: [{ row: { additional_image_link: `https://cdn.example/2.jpg,${LONG_URL}` } }],
    right: [
      { row: { additional_image_link: `${LONG_URL.slice(0, 2_000)},${LONG_URL.slice(0, 1_999)}` } },
    ],
  },
  ADDITIONAL_IMAGE_LINK_WARNING: {
    wrong: [{ row: { additional_image_link: "https://cdn.example/2.jpg,3.jpg" }, value: "3.jpg" }],
    right: [
      {
        row: { additional_image_link: "https://cdn.example/2.jpg, https://cdn.example/3%2C4.jpg" },
      },
    ],
  },
  ADWORDS_FORMAT_WARNING: {
    wrong: [{ row: { adwords_redirect: "x" } }],
    right: [{ row: { adwords_redirect: "https://a.example/x" } }],
  },
  ADWORDS_SAME_AS_LINK: {
    wrong: [{ row: { adwords_redirect: "https://demo.example/products/scarf" } }],
    right: [{ row: { adwords_redirect: "https://demo.example/products/scarf?ad=1" } }],
  },
  AGE_GROUP_INVALID: {
    wrong: [{ row: { age_group: "teen" } }],
    right: [{ row: { age_group: "Kids" } }],
  },
  ANDROID_DEEP_LINK_INVALID: {
    wrong: [{ row: { android_deep_link: "open the app" } }],
    right: [{ row: { android_deep_link: "demo://item/1" } }],
  },
  AVAILABILITY_DATE_INVALID: {
    wrong: ["24.12.2026", "2026-02-30", "soon"].map((availability_date) => ({
      row: { availability_date },
    })),
    right: [
      "2026-12-24",
      "2026-12-24T10:00:00+0100",
      "2026-12-24T10:00Z",
      "2026-12-24T10:00:00",
    ].map((availability_date) => ({ row: { availability_date } })),
  },
  COUNTRY_DOES_NOT_MAP_TO_CURRENCY: {
    wrong: [{ row: {}, context: { country: "DE" } }],
    right: [
      { row: {}, context: { country: "US" } },
      { row: {}, context: {} },
    ],
  },
  CUSTOM_LABEL_LENGTH_TOO_LONG: {
    wrong: [{ row: { custom_label_3: "x".repeat(512) }, attribute: "custom_label_3" }],
    right: [{ row: { custom_label_3: "🧣".repeat(511) } }],
  },
  DESCRIPTION_LENGTH_TOO_LONG: {
    wrong: [{ row: { description: "x".repeat(10_001) } }],
    right: [{ row: { description: "🧣".repeat(10_000) } }],
  },
  EXPIRATION_DATE_INVALID: {
    wrong: [{ row: { expiration_date: "never" } }],
    right: [{ row: { expiration_date: "2026-12-24" } }],
  },
  GENDER_INVALID: { wrong: [{ row: { gender: "women" } }], right: [{ row: { gender: "FEMALE" } }] },
  GTIN_INVALID: {
    wrong: ["4006381333932", "400638133393", "4006381-333931", "ABC", "0"].map((gtin) => ({
      row: { gtin },
      value: gtin,
    })),
    right: ["4006381333931", "96385074", "036000291452", "10614141000415"].map((gtin) => ({
      row: { gtin },
    })),
  },
  IOS_DEEP_LINK_INVALID: {
    wrong: [{ row: { ios_deep_link: "1:/x" } }],
    right: [{ row: { ios_deep_link: "demo://item/1" } }],
  },
  IS_BUNDLE_INVALID: {
    wrong: [{ row: { is_bundle: "2" } }],
    right: [{ row: { is_bundle: "yes" } }],
  },
  LINK_FORMAT_WARNING: {
    wrong: ["utm_medium=", "utm_medium=a&utm_medium=b", "utm_foo=1", "utm_campaign={name}"].map(
      (query) => ({
        row: { link: `https://demo.example/x?a=1&${query}` },
      }),
    ),
    right: [
      {
        row: {
          link: "https://demo.example/x?utm_source=pin&utm_medium=cpc&utm_campaign=fall%20sale#utm_",
        },
      },
    ],
  },
  MIN_AD_PRICE_INVALID: {
    wrong: [{ row: { min_ad_price: "20" } }],
    right: [{ row: { min_ad_price: "20 USD" } }],
  },
  MPN_INVALID: {
    wrong: [{ row: { mpn: "---" } }, { row: { mpn: "<b>1</b>" } }],
    right: [{ row: { mpn: "GO12345-OOGLE/2.1" } }],
  },
  MULTIPACK_INVALID: {
    wrong: [{ row: { multipack: "1" } }, { row: { multipack: "two" } }],
    right: [{ row: { multipack: "12" } }],
  },
  OPTIONAL_CONDITION_INVALID: {
    wrong: [{ row: { condition: "mint" } }],
    right: [{ row: { condition: "Used" } }],
  },
  OPTIONAL_CONDITION_MISSING: { wrong: [{ row: { condition: "" } }], right: [{ row: {} }] },
  OPTIONAL_PRODUCT_CATEGORY_INVALID: {
    wrong: ["A>B>C", "A > > C", "A | B", "> A", "12345678"].map((category) => ({
      row: { google_product_category: category },
    })),
    right: ["2271", "Food, Beverages & Tobacco > Food Items > Bakery", "Vêtements"].map(
      (category) => ({ row: { google_product_category: category } }),
    ),
  },
  OPTIONAL_PRODUCT_CATEGORY_MISSING: {
    wrong: [{ row: { google_product_category: "" } }],
    right: [{ row: {} }],
  },
  PRODUCT_CATEGORY_DEPTH_WARNING: {
    wrong: [
      { row: { google_product_category: "Apparel & Accessories" } },
      { row: { google_product_category: "A > B" } },
    ],
    right: [
      { row: { google_product_category: "2271" } },
      { row: { google_product_category: "A > B > C" } },
    ],
  },
  PRODUCT_TYPE_LENGTH_TOO_LONG: {
    wrong: [{ row: { product_type: "x".repeat(1_001) } }],
    right: [{ row: { product_type: "x".repeat(1_000) } }],
  },
  SALE_DATE_INVALID: {
    wrong: [
      "2026-11-27",
      "2026-11-30/2026-11-27",
      "2026-11-27/soon",
      "2026-11-27/2026-11-28/2026-11-29",
    ].map((dates) => ({
      row: { sale_price_effective_date: dates },
    })),
    right: [{ row: { sale_price_effective_date: "2026-11-27T00:00:00Z/2026-11-30T23:59:59Z" } }],
  },
  SALES_PRICE_INVALID: {
    wrong: [{ row: { sale_price: "20" } }],
    right: [{ row: { sale_price: "20 USD" } }],
  },
  SALES_PRICE_TOO_HIGH: {
    wrong: [{ row: { sale_price: "24.00 USD" } }, { row: { sale_price: "30 USD" } }],
    right: [{ row: { sale_price: "23.99 USD" } }],
  },
  SALES_PRICE_TOO_LOW: {
    wrong: [{ row: { sale_price: "2.39 USD" } }],
    right: [{ row: { sale_price: "2.40 USD" } }],
  },
  SHIPPING_HEIGHT_INVALID: {
    wrong: [{ row: { shipping_height: "12" } }],
    right: [{ row: { shipping_height: "12 in" } }],
  },
  SHIPPING_INVALID: {
    wrong: ["US:CA:0 USD", "US:CA:Ground:5", "USA:CA:Ground:5 USD"].map((shipping) => ({
      row: { shipping },
    })),
    right: ["US:CA:Ground:0 USD", "US:::5.00 USD,CA:::8.00 USD"].map((shipping) => ({
      row: { shipping },
    })),
  },
  SHIPPING_WEIGHT_INVALID: {
    wrong: [{ row: { shipping_weight: "3kg" } }, { row: { shipping_weight: "heavy" } }],
    right: [{ row: { shipping_weight: "3.5 kg" } }],
  },
  SHIPPING_WIDTH_INVALID: {
    wrong: [{ row: { shipping_width: "a in" } }],
    right: [{ row: { shipping_width: "12.5 cm" } }],
  },
  SIZE_SYSTEM_INVALID: {
    wrong: [{ row: { size_system: "CH" } }],
    right: [{ row: { size_system: "eu" } }],
  },
  SIZE_TYPE_INVALID: {
    wrong: [{ row: { size_type: "tall" } }],
    right: [{ row: { size_type: "big_and_tall" } }],
  },
  TAX_INVALID: {
    wrong: [{ row: { tax: "US:CA:6.00" } }, { row: { tax: "US:CA:six:y" } }],
    right: [{ row: { tax: "US:1025433:6.00:y" } }],
  },
  TITLE_LENGTH_TOO_LONG: {
    wrong: [{ row: { title: "x".repeat(501) } }],
    right: [{ row: { title: "🧣".repeat(500) } }],
  },
  TOO_MANY_ADDITIONAL_IMAGE_LINKS: {
    wrong: [{ row: { additional_image_link: images(11) } }],
    right: [{ row: { additional_image_link: images(10) } }],
  },
  UPDATED_TIME_INVALID: {
    wrong: [{ row: { updated_time: "today" } }],
    right: [
      { row: { updated_time: "1795188600000" } },
      { row: { updated_time: "2026-11-20T15:30:00Z" } },
    ],
  },
  UTM_SOURCE_AUTO_CORRECTED: {
    wrong: ["utm_source=", "utm_source=a&utm_source=b", "UTM_Source=a", "utm_source={x}"].map(
      (query) => ({ row: { link: `https://demo.example/x?${query.replace(/[{}]/g, "!")}` } }),
    ),
    right: [{ row: { link: "https://demo.example/x?utm_source=pinterest" } }],
  },
  VIDEO_REQUIRED_WHEN_AD_VIDEO_PROVIDED: {
    wrong: [
      { row: { ad_video_1_link: "https://cdn.example/1.mp4" }, attribute: "ad_video_1_link" },
    ],
    right: [
      {
        row: {
          ad_video_1_link: "https://cdn.example/1.mp4",
          video_link: "https://cdn.example/0.mp4",
        },
      },
    ],
  },
  WEIGHT_UNIT_INVALID: {
    wrong: [
      { row: { weight_unit: "stone" } },
      { row: { shipping_weight: "3 stone" }, attribute: "shipping_weight" },
    ],
    right: [{ row: { weight_unit: "KG", shipping_weight: "3 lb" } }],
  },
};

/** What makes each code that only a file shows. */
const HEAD =
  "id,title,description,link,image_link,price,availability,condition,google_product_category";
const LINE =
  "11,Scarf,Warm,https://demo.example/x,https://cdn.example/1.jpg,24.00 USD,in stock,new,2271";

const FILE_CASES: Partial<
  Record<LintCode, { format?: "csv" | "xml"; text: string | Uint8Array; count?: number }[]>
> = {
  DELIMITER_ERROR: [
    { text: HEAD.replaceAll(",", "\t") },
    { text: "<?xml version='1.0'?><rss/>" },
    { text: `${HEAD}\n${LINE.replace("Scarf", '"Scarf')}\n` },
  ],
  DUPLICATE_PRODUCTS: [{ text: `${HEAD}\n${LINE}\n${LINE}\n${LINE}\n`, count: 2 }],
  ENCODING_ERROR: [
    { text: new Uint8Array([0xff, 0xfe, 0x69, 0x00]) },
    { text: Buffer.from(`${HEAD}\n${LINE.replace("Warm", "Wärme")}\n`, "latin1") },
    { format: "xml", text: '<?xml version="1.0" encoding="ISO-8859-1"?><rss/>' },
  ],
  FEED_TOO_SMALL: [{ text: "" }, { text: HEAD }, { format: "xml", text: "<rss><channel/></rss>" }],
  MALFORMED_XML: [
    { format: "xml", text: "<rss><channel><item><id>1</id>" },
    { format: "xml", text: "<rss>a & b</rss>" },
    { format: "xml", text: HEAD },
  ],
  PARSE_LINE_ERROR: [
    { text: `${HEAD}\n${LINE},surplus\n${LINE}\n` },
    { text: `${HEAD}\n12,missing\n${LINE}\n` },
    { text: `${HEAD}\n${LINE.replace("Scarf", '5" by 3" scarf')}\n${LINE}\n` },
  ],
  REQUIRED_COLUMNS_MISSING: [
    { text: `${HEAD.replace("title,", "")}\n${LINE.replace("Scarf,", "")}\n` },
    { text: `${HEAD.replace("title", "Title")}\n${LINE}\n` },
  ],
  DUPLICATE_HEADERS: [{ text: `${HEAD},title\n${LINE},Other\n` }],
  INCONSISTENT_CURRENCY_VALUES: [
    { text: `${HEAD}\n${LINE}\n${LINE.replace("11", "12").replace("USD", "EUR")}\n` },
  ],
};

/** Judged by a number that no test writes a file for. */
const COUNTED: readonly LintCode[] = ["FEED_LENGTH_TOO_LONG"];

const codes = Object.keys(LINT_CODES) as LintCode[];

describe("the code table", () => {
  test("has a good row that has nothing wrong", () => {
    expect(issuesOf({ row: {} }, { country: "US", claimedDomains: ["demo.example"] })).toEqual([]);
  });

  test.each(codes)("%s has a case, or is for Pinterest to find", (code) => {
    const { foundBy } = LINT_CODES[code];
    const cases = { row: ROW_CASES, file: FILE_CASES, pinterest: {} }[foundBy];
    expect(code in cases || COUNTED.includes(code)).toBe(foundBy !== "pinterest");
  });

  test.each(codes)("%s has a sentence", (code) => {
    expect(en).toHaveProperty(`issue_${code.toLowerCase()}`);
  });

  const wrong = Object.entries(ROW_CASES).flatMap(([code, { wrong }]) =>
    wrong.map((one) => ({ code, ...one })),
  );
  test.each(wrong)("$code is found in $row", ({ code, ...one }) => {
    const issues = issuesOf(one, one.context).filter((issue) => issue.code === code);
    const { severity, attribute } = LINT_CODES[code as LintCode];
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      severity,
      attribute: one.attribute ?? attribute,
      ...(one.value === undefined ? {} : { value: one.value }),
    });
  });

  const right = Object.entries(ROW_CASES).flatMap(([code, { right }]) =>
    right.map((one) => ({ code, ...one })),
  );
  test.each(right)("$code is not found in $row", ({ code, ...one }) => {
    expect(issuesOf(one, one.context).map((issue) => issue.code)).not.toContain(code);
  });

  const files = Object.entries(FILE_CASES).flatMap(([code, all]) =>
    all.map((one) => ({ code, ...one })),
  );
  test.each(files)("$code is found in a file: $text", ({ code, format, text, count }) => {
    const issues = fileIssues(text, format);
    const named = issues.filter((issue) => issue.code === code);
    expect(named).toHaveLength(count ?? 1);
    expect(named[0]?.severity).toBe(LINT_CODES[code as LintCode].severity);
  });

  test("a good file has nothing wrong, with a byte order mark and Windows' line ends too", () => {
    expect(fileIssues(`${HEAD}\n${LINE}\n`)).toEqual([]);
    expect(fileIssues(`\uFEFF${HEAD}\r\n${LINE}\r\n`)).toEqual([]);
  });
});

describe("a file's check", () => {
  test("gives the same answer whatever the size of its pieces", () => {
    const text = `${HEAD}\n${LINE}\n12,"a ""b""\nc",,x,y,5,no,mint,A > B\n${LINE}\n13,short\n`;
    const bytes = Buffer.from(text);
    const whole = fileIssues(text);
    expect(whole.length).toBeGreaterThan(8);
    for (const size of [1, 2, 3, 7, 64]) {
      const lint = startFileLint("csv");
      const issues = [];
      for (let at = 0; at < bytes.length; at += size)
        issues.push(...lint.push(bytes.subarray(at, at + size)));
      expect([...issues, ...lint.end()]).toEqual(whole);
    }
  });

  test("a missing column counts once and brings no code for each item", () => {
    const issues = fileIssues("id,title\n1,One\n2,Two\n");
    expect(issues.map(({ code, attribute, itemId }) => [code, attribute, itemId])).toEqual([
      ...["description", "link", "image_link", "price", "availability"].map((column) => [
        "REQUIRED_COLUMNS_MISSING",
        column,
        null,
      ]),
      ["OPTIONAL_CONDITION_MISSING", "condition", null],
      ["OPTIONAL_PRODUCT_CATEGORY_MISSING", "google_product_category", null],
    ]);
  });

  test("after a fault nothing more is said", () => {
    expect(fileIssues("<rss><channel></rss>", "xml").map(({ code }) => code)).toEqual([
      "MALFORMED_XML",
    ]);
  });

  test("RSS is read with or without prefixes, with nested shipping and repeated images", () => {
    const item = Object.entries(GOOD)
      .map(
        ([name, value]) =>
          `<${name === "title" ? name : `g:${name}`}><![CDATA[${value}]]></${name === "title" ? name : `g:${name}`}>`,
      )
      .join("");
    const images = Array.from(
      { length: 11 },
      (_, n) => `<g:additional_image_link>https://cdn.example/${n}.jpg</g:additional_image_link>`,
    ).join("");
    const shipping =
      "<g:shipping><g:country>US</g:country><g:price>5.00 EUR</g:price></g:shipping>";
    const text = `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Feed</title><item>${item}${images}${shipping}</item></channel></rss>`;
    expect(fileIssues(text, "xml").map(({ code, attribute }) => [code, attribute])).toEqual([
      ["TOO_MANY_ADDITIONAL_IMAGE_LINKS", "additional_image_link"],
      ["INCONSISTENT_CURRENCY_VALUES", "shipping"],
    ]);
  });

  test("a value is cut at 200 characters, never within one", () => {
    const [issue] = issuesOf({ row: { title: "🧣".repeat(501) } });
    expect(issue?.value).toBe("🧣".repeat(200));
  });

  test("headers are right when all are there once", () => {
    expect(lintHeader(HEAD.split(","))).toEqual([]);
  });
});

function issuesOf({ row }: Case, context: LintContext = {}) {
  return startLint(context).row({ ...GOOD, ...row });
}

function fileIssues(text: string | Uint8Array, format: "csv" | "xml" = "csv") {
  const lint = startFileLint(format);
  return [...lint.push(typeof text === "string" ? Buffer.from(text) : text), ...lint.end()];
}

function images(count: number): string {
  return Array.from({ length: count }, (_, index) => `https://cdn.example/${index}.jpg`).join(",");
}

test("a rule looks at no column but those that it names, by which a row is known from the one before", () => {
  for (const [code, rule] of Object.entries(LINT_CODES)) {
    if (rule.foundBy !== "row") continue;
    const read = new Set<string>();
    const row = new Proxy<Record<string, string>>(
      {},
      {
        get(_, column) {
          read.add(String(column));
          return "1.00 USD";
        },
      },
    );
    rule.judge(row, { country: "US", currency: "USD", claimedDomains: ["demo.example"] });
    const named: readonly string[] = "reads" in rule ? rule.reads : [rule.attribute];
    expect({ code, unnamed: [...read].filter((column) => !named.includes(column)) }).toEqual({
      code,
      unnamed: [],
    });
  }
});

test("a value that was wrong is wrong again in the next row", () => {
  const lint = startLint();
  const row = { id: "1", gender: "robot" };
  const codes = (id: string) => lint.row({ ...row, id }).map(({ code }) => code);
  expect(codes("1")).toContain("GENDER_INVALID");
  expect(codes("2")).toContain("GENDER_INVALID");
  expect(lint.row({ ...row, id: "3", gender: "unisex" }).map(({ code }) => code)).not.toContain(
    "GENDER_INVALID",
  );
});

test("FEED_LENGTH_TOO_LONG: more rows than Pinterest takes", () => {
  const lint = startLint({}, ["id"], "distinct", 2);
  for (const id of ["1", "2"]) lint.row({ id });
  expect(lint.end()).toEqual([]);
  lint.row({ id: "3" });
  expect(lint.end()).toMatchObject([
    { code: "FEED_LENGTH_TOO_LONG", severity: "error", value: "3" },
  ]);
});

test("ids are told apart however many there are, and whatever is in them", () => {
  const set = startIdSet(1);
  const ids = Array.from(
    { length: 20_000 },
    (_, index) => `SKU-${index * 7}-é${"x".repeat(index % 40)}`,
  );
  expect(ids.filter((id) => !set.add(id))).toEqual([]);
  expect(ids.filter((id) => set.add(id))).toEqual([]);
  const long = "y".repeat(60_000);
  expect([long, long, `${long}z`, ""].map((id) => set.add(id))).toEqual([true, false, true, true]);
});
