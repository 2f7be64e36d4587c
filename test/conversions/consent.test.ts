import { describe, expect, test } from "vitest";

import { consentStep, isConsentRequired, type ConsentCase } from "~/conversions/consent";

const SEND = { kind: "send", isDataUseLimited: false };
const LDP = { kind: "send", isDataUseLimited: true };

describe("isConsentRequired", () => {
  test.each([
    ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"],
    ...["IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"],
    ...["IS", "LI", "NO", "GB", "CH", "RE"],
  ])("in %s, consent comes first", (country) => {
    expect(isConsentRequired({ country })).toBe(true);
  });

  test.each(["US", "CA", "BR", "JP", "TR", "UA"])("in %s, it does not", (country) => {
    expect(isConsentRequired({ country })).toBe(false);
  });

  test.each([
    { place: { country: "BR" }, alsoIn: ["BR"], expected: true },
    { place: { country: "US", region: "US-CA" }, alsoIn: ["US-CA"], expected: true },
    { place: { country: "US", region: "US-NY" }, alsoIn: ["US-CA"], expected: false },
    { place: { country: "US" }, alsoIn: ["US-CA"], expected: false },
  ])(
    "the shop's policy $alsoIn decides too: $place is $expected",
    ({ place, alsoIn, expected }) => {
      expect(isConsentRequired(place, alsoIn)).toBe(expected);
    },
  );
});

describe("consentStep", () => {
  type Row = {
    given: Partial<Omit<ConsentCase, "policies">>;
    policies?: Partial<ConsentCase["policies"]>;
    expected: unknown;
    because: string;
  };

  test.each<Row>([
    { given: { flags: { marketing: true } }, expected: SEND, because: "granted" },
    {
      given: { flags: { marketing: true, analytics: false, preferences: false } },
      expected: SEND,
      because: "only marketing counts",
    },
    { given: { flags: { marketing: false } }, expected: skip("consent_denied"), because: "denied" },
    {
      given: { flags: { marketing: false, saleOfData: false } },
      expected: skip("consent_denied"),
      because: "a denial is stricter than an opt-out",
    },
    {
      given: { flags: { marketing: true, saleOfData: false } },
      expected: LDP,
      because: "opted out of the sale",
    },
    {
      given: { flags: { marketing: true, saleOfData: false } },
      policies: { saleOfDataDenied: "skip" },
      expected: skip("consent_denied"),
      because: "the shop skips whoever opted out",
    },
    { given: { flags: null }, expected: SEND, because: "unknown, and not asked for" },
    {
      given: { flags: null, isRequired: true },
      expected: skip("consent_unknown"),
      because: "unknown, and asked for",
    },
    {
      given: { flags: {}, isRequired: true },
      expected: skip("consent_unknown"),
      because: "a snapshot without flags is unknown",
    },
    {
      given: { flags: { analytics: true }, isRequired: true },
      expected: skip("consent_unknown"),
      because: "other flags say nothing of marketing",
    },
    {
      given: { flags: null, isRequired: true },
      policies: { unknownWhereRequired: "ldp" },
      expected: LDP,
      because: "the shop's policy where it is required",
    },
    {
      given: { flags: null },
      policies: { unknownElsewhere: "ldp" },
      expected: LDP,
      because: "the shop's policy elsewhere",
    },
    {
      given: { flags: null },
      policies: { unknownElsewhere: "skip" },
      expected: skip("consent_unknown"),
      because: "the shop's policy elsewhere",
    },
    {
      given: { flags: { saleOfData: false } },
      expected: LDP,
      because: "an opt-out holds when marketing is unknown",
    },
    { given: { flags: null, isSnapshotExpected: true }, expected: LDP, because: "presumed" },
    {
      given: { flags: null, isSnapshotExpected: true },
      policies: { presumedDenied: "skip" },
      expected: skip("presumed_denied"),
      because: "presumed, and the shop skips those",
    },
    {
      given: { flags: null, isSnapshotExpected: true, isRequired: true },
      policies: { presumedDenied: "skip" },
      expected: skip("consent_unknown"),
      because: "where consent comes first, that rule has skipped it already",
    },
    {
      given: { flags: {}, isSnapshotExpected: true },
      policies: { presumedDenied: "skip" },
      expected: SEND,
      because: "a snapshot arrived",
    },
  ])("$given under $policies: $because", ({ given, policies, expected }) => {
    const step = consentStep({
      flags: null,
      isRequired: false,
      isSnapshotExpected: false,
      ...given,
      policies: {
        unknownWhereRequired: "skip",
        unknownElsewhere: "send",
        saleOfDataDenied: "ldp",
        presumedDenied: "ldp",
        ...policies,
      },
    });
    expect(step).toEqual(expected);
  });
});

function skip(reason: string) {
  return { kind: "skip", reason };
}
