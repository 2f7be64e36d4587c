import type { BackfillOutcome } from "~/conversions/backfill";
import type { ConsentChoice, ConsentRecord } from "~/conversions/consent";
import type { MappedChoice } from "~/conversions/consent-map";
import type { MissingField } from "~/conversions/overview";
import type { OutboxState } from "~/conversions/outbox";
import type { ConnectionState } from "~/shops/connection";
import type { PixelState } from "~/shops/pixel";
import type { ConsentPolicy } from "~/shops/settings";

/** What an event's state is called, wherever it stands. */
const states = {
  state_waiting: "Waiting",
  state_pending: "Pending",
  state_held: "Held",
  state_delivered: "Delivered",
  state_tested: "Tested",
  state_shadowed: "Shadowed",
  state_skipped: "Skipped",
  state_expired: "Expired",
  state_dead_letter: "Dead letter",
} as const satisfies Record<`state_${OutboxState}`, string>;

const connectionStates = {
  connection_not_connected: "Not connected",
  connection_connected: "Connected",
  connection_needs_attention: "Needs attention",
} as const satisfies Record<`connection_${ConnectionState}`, string>;

/** Kinds of customer data, as words inside a sentence. */
const missingFields = {
  field_email: "an email address",
  field_phone: "a phone number",
  field_name: "a name",
  field_address: "an address",
} as const satisfies Record<`field_${MissingField}`, string>;

/** What was known of a shopper's choice, who asks for it, and what was done, inside a sentence. */
const consents = {
  consent_choice_allowed: "the shopper agreed to marketing",
  consent_choice_denied: "the shopper declined marketing",
  consent_choice_opted_out: "the shopper opted out of the sale of their data",
  consent_choice_unseen: "the pixel saw nothing of this checkout",
  consent_choice_unknown: "the shopper's choice is not known",
  consent_first_law: "the law asks for consent first",
  consent_first_shop_policy: "your privacy settings in Shopify ask for consent first",
  consent_first_nobody: "no rule asks for consent first",
  consent_policy_send: "report the order",
  consent_policy_ldp: "report it with limited data processing",
  consent_policy_skip: "do not report it",
} as const satisfies Record<
  | `consent_choice_${ConsentChoice}`
  | `consent_first_${ConsentRecord["requiredBy"]}`
  | `consent_policy_${ConsentPolicy}`,
  string
>;

const pixelStates = {
  pixel_state_none: "Off",
  pixel_state_on: "On",
  pixel_state_refused: "Refused by Shopify",
} as const satisfies Record<`pixel_state_${PixelState}`, string>;

/** The rows of the table that says what happens to whom, and what it may say. */
const consentMap = {
  mapped_granted: "Agreed to marketing",
  mapped_denied: "Declined marketing",
  mapped_sale_denied: "Opted out of the sale of their data",
  mapped_unknown: "Choice not known, no pixel at work",
  mapped_unseen: "Pixel at work, but saw nothing of the order",
  fate_send: "Reported",
  fate_ldp: "Limited",
  fate_skip: "Not reported",
} as const satisfies Record<`mapped_${MappedChoice}` | `fate_${ConsentPolicy}`, string>;

/** What a check says of orders. */
const checkOutcomes = {
  check_send: "Would be sent",
  check_skip: "Would be left out",
  check_reported: "Already reported",
  check_under_way: "Already on the way",
  check_refused: "Refused before",
  check_left_out: "Left out before",
  check_tried: "Recorded in test or shadow mode",
  check_erased: "Erased",
  check_gone: "Deleted",
} as const satisfies Record<`check_${BackfillOutcome}`, string>;

/** What is known of an event, a shopper, a connection. */
export const stateLabels = {
  ...states,
  ...connectionStates,
  ...missingFields,
  ...consents,
  ...pixelStates,
  ...consentMap,
  ...checkOutcomes,
};
