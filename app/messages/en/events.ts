import type { SkipReason } from "~/conversions/skip-reason";
import type { Absence, PlatformWord } from "~/conversions/unrecorded-order";

/** Why an event that is no order was not reported, where the sentence about orders does not fit. */
const reasons = {
  act_no_snapshot:
    "Another Pinterest pixel reports this shop's visitors, and the id that it used for this event is not known. Nothing can be done for this event.",
  act_expired:
    "The browser has reported this event already, and after an hour Pinterest would count it a second time. There is nothing to do.",
  act_uninstalled:
    "The app was uninstalled before the event was reported. Nothing can be done for this event.",
  act_erased:
    "The shopper's data was erased on request before the event was reported. Nothing can be done for this event.",
  act_browser_only:
    "The settings leave reporting to the shopper's browser, so the server sent nothing. To have the server report too, change the tracking mode in the settings.",
} as const satisfies Partial<Record<`act_${SkipReason}`, string>>;

/** What became of an event that is no order. */
const lines = {
  act_waiting: "The event waits for the shopper's choice on marketing, for up to 90 seconds.",
  act_pending: "The event is on its way to Pinterest.",
  act_pending_again:
    "Pinterest could not take the event yet. It is sent again by itself; there is nothing to do.",
  act_sealed:
    "The event is stored encrypted and the app's key for it is missing. Tell the app's support; it is sent once the key is back.",
  act_held:
    "The event waits until the Pinterest connection is mended in the settings, and is then sent.",
  act_delivered: "Pinterest took the event.",
  act_delivered_advice: "Pinterest took the event and advises: {words}.",
  act_dead_letter: "Pinterest refused the event: {words}.",
  act_dead_letter_unreadable:
    "The stored event cannot be read, so it was not sent. Tell the app's support.",
  act_skipped: "The event was not reported.",
} as const;

/** What one call to Pinterest came to for an event. */
const attempts = {
  attempt_answered: "Pinterest took the event.",
  attempt_refused_event: "Pinterest refused this event: {words}.",
  attempt_refused:
    "Pinterest refused the call as a whole. Its events were sent again in smaller calls, to find the one that is meant.",
  attempt_refused_words:
    "Pinterest refused the call as a whole: {words}. Its events were sent again in smaller calls, to find the one that is meant.",
  attempt_token_refused:
    "Pinterest refused the access token. Connect the account again in the settings; what waits is then sent by itself.",
  attempt_no_permission:
    "The access token may not report for this ad account. Give it the permission at Pinterest, or connect another account in the settings.",
  attempt_account_not_found:
    "Pinterest has no ad account with this id. Correct the ad account in the settings.",
  attempt_rate_limited: "Pinterest asked for a pause. The event was sent again by itself.",
  attempt_unavailable: "Pinterest could not take the call. The event was sent again by itself.",
  attempt_timeout:
    "Pinterest did not answer within ten seconds. The event was sent again by itself.",
  attempt_network: "Pinterest could not be reached. The event was sent again by itself.",
} as const;

/** Why the app has not recorded an order that Shopify has. */
const absences = {
  unrecorded_before_installation:
    "It was placed before the app was installed, so Shopify did not tell the app of it.",
  unrecorded_not_connected:
    "Shopify did not tell the app of it, and the app looks for missing orders only while a Pinterest account is connected.",
  unrecorded_next_comparison:
    "Shopify has not told the app of it yet. Every ten minutes the app compares its orders with Shopify's and takes up what is missing.",
  unrecorded_daily_comparison:
    "Shopify did not tell the app of it. Once a day the app goes through the orders of the last two days and takes up what is missing.",
  unrecorded_lost:
    "Shopify did not tell the app of it, and it is too old for the app to find by itself.",
} as const satisfies Record<`unrecorded_${Absence}`, string>;

/** What Shopify says of what the app does not know, where it shows no order. */
const platformWords = {
  unrecorded_none:
    "The app has no order and no event of this name, and Shopify shows it no such order. Check what you typed. Shopify shows the app the orders of the last 60 days; an order that was deleted is not found.",
  unrecorded_unanswered:
    "The app has no order and no event of this name, and Shopify did not answer when it asked there. Try again in a minute.",
} as const satisfies Record<`unrecorded_${Exclude<PlatformWord["kind"], "found">}`, string>;

/** Sentences of the list of conversions, and of the pages behind it. */
export const eventPages = {
  ...reasons,
  ...lines,
  ...attempts,
  events_none: "No order and no event has come in yet. They stand here as soon as they do.",
  events_none_here: "Nothing fits this filter. Widen it, or clear it to see everything.",
  events_searched:
    "The search looked back to {instant} and found no more. Turn the page to look further back.",
  events_searched_forward:
    "The search looked up to {instant} and found no more. Turn the page to look further.",
  views_full: "There are 20 saved views, which is the most. Delete one to save another.",
  view_saved: "The view is saved.",
  view_deleted: "The view is deleted.",
  delete_view_explained: "The view goes from the list of views. The events in it stay.",
  redrive_selected_explained:
    "Every chosen event that Pinterest refused goes out once more, each under its old id, so nothing counts twice. The others stay as they are.",
  redrive_filter_explained:
    "Every refused event that fits this filter goes out once more, on this page and on all others, each under its old id, so nothing counts twice.",
  refused_remedy:
    "Mend what Pinterest's words name, then send it again. Pinterest takes it for 7 days after the shopper acted.",
  redrive_one_explained:
    "The event goes to Pinterest once more under its old id, so it does not count twice. Mend first what Pinterest's words name.",
  export_events_explained:
    "The file has one line for each event of this filter, the latest first, and at most {max} of them. It holds no personal data.",
  export_events_cut:
    "More than {max} events fit this filter, so the file ends with the line that says so. Narrow the days to get the rest.",
  export_events_done: "The file is in your downloads.",
  event_missing:
    "There is no such event in this shop. It may have been deleted after the time that the privacy settings name, or erased on request. Go back to the list to find others.",
  explain_help:
    "Paste an order's number or name, its id or address in the Shopify admin, or an event id.",
  ...absences,
  ...platformWords,
  unrecorded_send: "Nothing speaks against it: it can go to Pinterest.",
  unrecorded_late:
    "Nothing speaks against it: it can go to Pinterest. Because it is over an hour old, Pinterest counts it as offline and does not compare it with the browser's own report.",
  unrecorded_erased:
    "The shopper's data was erased on request. The order is never reported; there is nothing to do.",
  unrecorded_same_checkout:
    "Another order of the same checkout has its event, so nothing more is sent.",
  pixel_seen: "The pixel saw the checkout and told the shopper's choice.",
  pixel_not_kept: "What the pixel saw is not kept any more, or it saw nothing.",
  browser_reported: "The browser reported it to Pinterest too, under the same id.",
  browser_not_reported: "No report of the browser is known; the server alone reports it.",
  browser_unknown: "Whether the browser reported it too is not known any more.",
  consent_none: "No decision on consent is kept of this event.",
  payload_none:
    "Nothing of what was sent is kept: it was left out, or the time that the privacy settings name is over.",
  payload_explained:
    "This is what goes to Pinterest. Personal data is sent as hashes, of which the first 8 digits are shown; nobody can read a name or an address from them.",
  sealed_gone:
    "Click id, IP address, browser and page are erased 24 hours after the event was settled.",
  attempts_none: "It was not sent yet.",
  attempts_none_left: "It was never sent, or its calls are not kept any more.",
  attempts_latest: "Attempts in all: {attempts}. The latest are shown.",
  next_attempt: "It is tried again at {instant}, or as soon as Pinterest takes events again.",
} as const;
