import { expect, test } from "vitest";

import { eventUrl } from "~/conversions/event-url";

test.each([
  { page: "https://a.example/p/1?variant=2", expected: "https://a.example/p/1" },
  {
    page: "https://a.example/p?epik=dj0&email=a@b.c&utm_source=pinterest#top",
    expected: "https://a.example/p?epik=dj0&utm_source=pinterest",
  },
  { page: "https://a.example/p#checkout", expected: "https://a.example/p" },
  { page: "https://u:p@a.example/p", expected: "https://a.example/p" },
  { page: "https://a.example/checkouts/cn/Z2Nw/thank-you", expected: "https://a.example/checkout" },
  { page: "https://a.example/1001/checkouts/0123?key=x", expected: "https://a.example/checkout" },
  { page: "https://a.example/en-ca/checkouts/cn/Z2Nw", expected: "https://a.example/checkout" },
  {
    page: "https://a.example/1001/orders/fedc/authenticate?key=x&utm_medium=paid",
    expected: "https://a.example/checkout?utm_medium=paid",
  },
  { page: "https://a.example/account/orders/fedc", expected: "https://a.example/checkout" },
  {
    page: "https://a.example/checkout/order-received/9/?key=wc",
    expected: "https://a.example/checkout",
  },
  { page: "https://a.example/pages/orders", expected: "https://a.example/pages/orders" },
  { page: "not a page", expected: undefined },
  { page: "javascript:alert(1)", expected: undefined },
  { page: "", expected: undefined },
])("$page becomes $expected", ({ page, expected }) => {
  expect(eventUrl(page)).toBe(expected);
});
