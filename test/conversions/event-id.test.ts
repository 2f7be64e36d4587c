import { describe, expect, test } from "vitest";

import { sha256, sha256Hex } from "#test/support/sha256";
import { checkoutEventId, initiateCheckoutEventId } from "~/conversions/event-id";

const TOKEN = "0123456789abcdef0123456789abcdef";
const KEY = { platform: "shopify", shopDomain: "demo.myshopify.com", orderId: "1017" } as const;

describe("checkoutEventId", () => {
  test("a checkout is named by its token, hashed", async () => {
    const expected = `co_${sha256Hex(`checkout:${TOKEN}`).slice(0, 32)}`;
    expect(await checkoutEventId({ checkoutToken: TOKEN }, sha256)).toBe(expected);
    expect(expected).toBe("co_84a018832fec654eb7408a03fc31adc7");
  });

  test("an order without a checkout is named by platform, shop and number", async () => {
    const expected = `co_${sha256Hex("order:shopify:demo.myshopify.com:1017").slice(0, 32)}`;
    expect(await checkoutEventId(KEY, sha256)).toBe(expected);
  });

  test.each([
    { other: { ...KEY, orderId: "1018" } },
    { other: { ...KEY, shopDomain: "other.myshopify.com" } },
    { other: { ...KEY, platform: "woocommerce" as const } },
    { other: { checkoutToken: TOKEN } },
  ])("it is another for $other", async ({ other }) => {
    expect(await checkoutEventId(other, sha256)).not.toBe(await checkoutEventId(KEY, sha256));
  });

  test("the token cannot be read from it", async () => {
    expect(await checkoutEventId({ checkoutToken: TOKEN }, sha256)).not.toContain(
      TOKEN.slice(0, 8),
    );
  });
});

test("an entry into the checkout has an id of its own", async () => {
  const expected = `ic_${sha256Hex(`initiate:${TOKEN}`).slice(0, 32)}`;
  expect(await initiateCheckoutEventId(TOKEN, sha256)).toBe(expected);
});
