import { consentChoice, type ConsentRecord } from "~/conversions/consent";
import type { Words } from "~/messages/words";

/** What was known of a shopper's choice, who asks for it where they live, and what was done by it. */
export function explainConsent(words: Words, record: ConsentRecord): string {
  return words.message("line_consent", {
    choice: words.label(`consent_choice_${consentChoice(record)}`),
    place: record.place,
    first: words.label(`consent_first_${record.requiredBy}`),
    policy: words.label(`consent_policy_${record.policy}`),
  });
}
