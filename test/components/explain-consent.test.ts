import { describe, expect, test } from "vitest";

import { explainConsent } from "~/components/explain-consent";
import { CONSENT_RULES, type ConsentRecord } from "~/conversions/consent";
import { english } from "~/messages/english";
import { CONSENT_POLICIES } from "~/shops/settings";

const RECORD: ConsentRecord = {
  decidedAt: "2026-11-20T15:30:00.000Z",
  source: "snapshot",
  flags: { marketing: true, saleOfData: true },
  isSaleOptedOut: null,
  place: "US-NY",
  requiredBy: "nobody",
  rule: null,
  policy: "send",
};

describe("explainConsent", () => {
  test.each<{ because: string; record: Partial<ConsentRecord>; sentence: string }>([
    {
      because: "the shopper agreed",
      record: {},
      sentence:
        "Consent: the shopper agreed to marketing. In US-NY, no rule asks for consent first. Applied: report the order.",
    },
    {
      because: "a denial is told before an opt-out",
      record: {
        flags: { marketing: false, saleOfData: false },
        rule: "marketing_denied",
        policy: "skip",
      },
      sentence:
        "Consent: the shopper declined marketing. In US-NY, no rule asks for consent first. Applied: do not report it.",
    },
    {
      because: "the browser told of an opt-out",
      record: {
        flags: { marketing: true, saleOfData: false },
        rule: "sale_of_data_denied",
        policy: "ldp",
      },
      sentence:
        "Consent: the shopper opted out of the sale of their data. In US-NY, no rule asks for consent first. Applied: report it with limited data processing.",
    },
    {
      because: "the customer's record told of an opt-out",
      record: { source: "none", flags: {}, isSaleOptedOut: true, rule: "sale_of_data_denied" },
      sentence:
        "Consent: the shopper opted out of the sale of their data. In US-NY, no rule asks for consent first. Applied: report the order.",
    },
    {
      because: "nothing is known where the law asks",
      record: {
        source: "none",
        flags: {},
        place: "DE",
        requiredBy: "law",
        rule: "unknown_where_required",
        policy: "skip",
      },
      sentence:
        "Consent: the shopper's choice is not known. In DE, the law asks for consent first. Applied: do not report it.",
    },
    {
      because: "nothing is known where the shop's policy asks",
      record: { source: "none", flags: {}, place: "BR", requiredBy: "shop_policy" },
      sentence:
        "Consent: the shopper's choice is not known. In BR, your privacy settings in Shopify ask for consent first. Applied: report the order.",
    },
    {
      because: "the pixel is live and saw nothing",
      record: { source: "none", flags: {}, rule: "presumed_denied", policy: "ldp" },
      sentence:
        "Consent: the pixel saw nothing of this checkout. In US-NY, no rule asks for consent first. Applied: report it with limited data processing.",
    },
  ])("$because", ({ record, sentence }) => {
    expect(explainConsent(english, { ...RECORD, ...record })).toBe(sentence);
  });

  test.each(CONSENT_RULES)("the rule %s is a whole sentence under every policy", (rule) => {
    for (const policy of CONSENT_POLICIES) {
      const sentence = explainConsent(english, { ...RECORD, flags: {}, rule, policy });
      expect(sentence).toMatch(/^Consent: .+\. In US-NY, .+\. Applied: .+\.$/);
    }
  });
});
