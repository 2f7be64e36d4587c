import { expect, test } from "vitest";

import { explainMissing } from "~/components/home-banner";
import { english } from "~/messages/english";

test("says which customer data is missing, and in how many orders it was looked for", () => {
  const sentence = explainMissing(english, { fields: ["email", "phone"], orders: 20 });
  expect(sentence).toContain("an email address or a phone number");
  expect(sentence).toContain("20");
});
