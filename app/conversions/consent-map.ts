import { consentStep, type ConsentCase, type ConsentStep } from "./consent";

/**
 * What may be known of a shopper's choice when an act is decided.
 *
 * - `granted`: marketing was allowed.
 * - `denied`: marketing was declined.
 * - `sale_denied`: marketing was allowed, the sale of the data was not.
 * - `unknown`: nothing is known, and no pixel was expected to know.
 * - `unseen`: nothing is known, though a pixel that works should have seen the order.
 */
export const MAPPED_CHOICES = ["granted", "denied", "sale_denied", "unknown", "unseen"] as const;
export type MappedChoice = (typeof MAPPED_CHOICES)[number];

type Known = Pick<ConsentCase, "flags" | "isSnapshotExpected">;

const KNOWN: Record<MappedChoice, Known> = {
  granted: { flags: { marketing: true, saleOfData: true }, isSnapshotExpected: true },
  denied: { flags: { marketing: false }, isSnapshotExpected: true },
  sale_denied: { flags: { marketing: true, saleOfData: false }, isSnapshotExpected: true },
  unknown: { flags: null, isSnapshotExpected: false },
  unseen: { flags: null, isSnapshotExpected: true },
};

/** What becomes of each choice, where consent comes first and elsewhere. */
export type ConsentMap = readonly {
  choice: MappedChoice;
  whereRequired: ConsentStep;
  elsewhere: ConsentStep;
}[];

/** What the policies do to whom, by the function that decides on every act. */
export function consentMap(policies: ConsentCase["policies"]): ConsentMap {
  return MAPPED_CHOICES.map((choice) => {
    const step = (isRequired: boolean) => consentStep({ ...KNOWN[choice], isRequired, policies });
    return { choice, whereRequired: step(true), elsewhere: step(false) };
  });
}
