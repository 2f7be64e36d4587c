import { expect, test } from "vitest";

import { toConsentPolicy, type PolicyNode } from "~/shopify/consent-policy";

const NODE: PolicyNode = {
  countryCode: "US",
  regionCode: null,
  consentRequired: true,
  dataSaleOptOutRequired: null,
};

test.each([
  { because: "a country stands for itself", node: {}, places: ["US"] },
  { because: "a region is named with its country", node: { regionCode: "CA" }, places: ["US-CA"] },
  {
    because: "a region that names its country already is taken as it is",
    node: { regionCode: "US-CA" },
    places: ["US-CA"],
  },
  {
    because: "the country's own code is no region",
    node: { regionCode: "US" },
    places: ["US"],
  },
  { because: "codes are in capitals", node: { countryCode: "de" }, places: ["DE"] },
  { because: "without a country there is no place", node: { countryCode: null }, places: [] },
  { because: "unknown is not required", node: { consentRequired: null }, places: [] },
  { because: "not required is not required", node: { consentRequired: false }, places: [] },
])("$because", ({ node, places }) => {
  const policy = { ...NODE, ...node };
  expect(toConsentPolicy([policy, policy])).toEqual({
    consentRequiredIn: places,
    saleOptOutRequiredIn: [],
  });
});
