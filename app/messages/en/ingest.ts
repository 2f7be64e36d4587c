import type { IngestRefusalCode } from "~/conversions/ingest";
import type { SkipReason } from "~/conversions/skip-reason";

/** Why an event that a merchant's own server reports is not taken. Each says what to mend. */
export const ingest = {
  event_unreadable: "These fields are unknown or do not fit: {fields}.",
  event_name_missing: "Name the event: send name, such as add_to_cart.",
  event_name_unknown: "There is no event {name}. The nearest one is {nearest}.",
  event_id_missing:
    "Send eventId, the same for every report of this act: Pinterest and this app count it once by it.",
  time_unreadable:
    "The time in occurredAt cannot be read. Send ISO 8601 with its offset, such as 2026-11-06T04:00:00Z, or Unix seconds.",
  time_in_milliseconds:
    "The time in occurredAt is in milliseconds. Send Unix seconds: divide it by 1000.",
  url_unreadable: "The page is no web address. Send it whole, with https:// in front.",
  language_unreadable: "The language does not begin with two letters. Send a code such as en.",
  currency_unknown: "There is no currency {currency}. Send its code of three letters, such as USD.",
  currency_missing: "A value without its currency says nothing. Send the currency too.",
  amount_negative: "The amount in {field} is negative. Send what was paid, or leave it out.",
} as const satisfies Record<IngestRefusalCode, string>;

/** Why an act that is no order was not reported, as its sender or the merchant reads it. */
export const actSkipReasons = {
  act_too_old: "The event is more than 7 days old, and Pinterest counts nothing older.",
  act_no_identity:
    "Pinterest could match nobody: send an email address, a mobile advertising id, or the IP address together with the user agent.",
  act_consent_denied:
    "The shopper did not agree to marketing, or opted out of the sale of their data. This choice is respected; there is nothing to do.",
  act_consent_unknown:
    "The shopper's choice on marketing is not known, and the settings skip such events from this country. Send the consent flags with the event, or change the settings, under privacy.",
  act_not_connected: "No Pinterest account is connected. Connect one in the settings.",
} as const satisfies Partial<Record<`act_${SkipReason}`, string>>;

/** Sentences of the page for a merchant's developers. */
export const serverEvents = {
  server_events_explained:
    "A headless store, an app or another system of yours can report what shoppers do. The app hashes personal data on arrival, respects the shopper's choice, and counts each event once by its event id.",
  ingest_url_help:
    "Send POST requests here, with a secret as the bearer token and up to 1000 events in each.",
  ingest_secrets_none: "There is no secret yet, so nothing is taken. Create one to begin.",
  ingest_secrets_full:
    "Two secrets are valid at a time, so that a new one can be rolled out before the old one goes. Revoke one to create another.",
  ingest_secret_once:
    "Copy it now and keep it where your server's secrets are kept. It is not stored here and cannot be shown again.",
  revoke_explained:
    "Whoever still uses this secret is refused at once. Make sure that your servers use the other one.",
} as const;
