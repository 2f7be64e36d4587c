import { consentChoice, type ConsentRecord } from "~/conversions/consent";
import { label, message } from "~/messages/message";

/** What was known of a shopper's choice, who asks for it where they live, and what was done by it. */
export function explainConsent(record: ConsentRecord): string {
  return message("line_consent", {
    choice: label(`consent_choice_${consentChoice(record)}`),
    place: record.place,
    first: label(`consent_first_${record.requiredBy}`),
    policy: label(`consent_policy_${record.policy}`),
  });
}
