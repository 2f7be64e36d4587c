import type { ConflictCode } from "~/conversions/conflicts";
import type { SendingMode } from "~/shops/sending";

type Unreal = Exclude<SendingMode, "real">;

/** What becomes of new acts, on its card, in its question and in the banner. */
const sending = {
  sending_real_explained: "What shoppers do is reported to Pinterest and counts.",
  sending_test_explained:
    "Events go to Pinterest as test events, which its page for testing shows and nothing counts. Pinterest takes few of them at a time, so a busy store may wait.",
  sending_shadow_explained:
    "Nothing is sent. The app records what it would have sent and compares it with your orders, beside whatever you use now.",
  sending_real_question:
    "From now on, orders and visits are reported to Pinterest and count. What was recorded in test or shadow mode is not sent.",
  sending_test_question:
    "From now on, nothing new counts at Pinterest: it goes out as test events only, and is never sent again as real. Your visitors' browsers stop reporting to Pinterest within a few minutes.",
  sending_shadow_question:
    "From now on, nothing new is sent to Pinterest, and what is recorded in this mode is never sent later. Your visitors' browsers stop reporting to Pinterest within a few minutes.",
  sending_test_banner:
    "New orders and visits go to Pinterest as test events and do not count. Switch to real reporting under Mode of sending when you are done.",
  sending_shadow_banner:
    "New orders and visits are recorded and not sent. Switch to real reporting under Mode of sending when you are satisfied.",
  sending_test_home:
    "New orders and visits go to Pinterest as test events and do not count. The mode is switched under Diagnostics.",
  sending_shadow_home:
    "New orders and visits are recorded and not sent to Pinterest. The mode is switched under Diagnostics.",
} as const satisfies Record<
  | `sending_${SendingMode}_explained`
  | `sending_${SendingMode}_question`
  | `sending_${Unreal}_banner`
  | `sending_${Unreal}_home`,
  string
>;

const live = {
  live_connecting: "The view is being opened. Events shown: {count}.",
  live_live: "New events appear by themselves. Events shown: {count}.",
  live_interrupted:
    "The app cannot be reached and is asked again by itself. Events shown: {count}.",
  live_paused: "The view is paused. Nothing is lost while it is. Events shown: {count}.",
  live_empty:
    "No event came in the last 15 minutes. Place a test order or open your store in another tab, and watch it arrive here.",
  live_no_match: "None of the events shown fits the filter. Choose another name or state.",
} as const;

const testEvents = {
  test_event_explained:
    "Pinterest has a page that shows test events as they arrive. Nothing that is sent from here counts.",
  test_event_step_open:
    "Open Pinterest Ads Manager, choose Conversions, and there the page for test events.",
  test_event_step_keep:
    "Leave that page open. It shows only what arrives while it is open, and keeps nothing.",
  test_event_step_send: "Choose an event below and send it.",
  test_event_step_look:
    "Look at Pinterest's page: the event appears there within a minute, with what Pinterest advises.",
  test_event_taken:
    "Pinterest took the test event. Look for the event id {eventId} on its page; there is nothing else to do.",
  test_event_advised:
    "Pinterest took the test event. Look for the event id {eventId} on its page. It advises for real events: {words}.",
  test_event_not_taken:
    "Pinterest refused the test event: {words}. Download the support file below and send it to the app's support.",
  test_event_not_connected:
    "No Pinterest account is connected, so there is nobody to send to. Connect one in the settings, then come back.",
} as const;

const shadow = {
  shadow_explained:
    "Each day compares the orders that came with what would have gone to Pinterest. Days are in UTC.",
  shadow_empty:
    "Nothing was recorded in shadow mode yet. After the first order, each day is compared here with your orders.",
  shadow_orders:
    "Orders: {orders}. Would have been reported: {reported}, as {events} in Pinterest's count.",
  shadow_consent: "Left out because of the shopper's choice: {count}.",
  shadow_left_out: "Left out by other rules: {count}. The page of conversions says why for each.",
  shadow_open: "Still waiting for the shopper's choice: {count}.",
  shadow_others: "Events other than orders: {count}.",
  shadow_identifiers_explained:
    "Of the latest {count} events, so many had the identifier. Pinterest matches better the more there are.",
} as const;

/** What may let an act be counted twice, and the remedy. */
const conflicts = {
  conflict_same_tag_in_theme:
    "Your theme loads the same Pinterest tag as this app, without the app's event ids, so Pinterest counts visits twice. Remove the Pinterest tag from the theme's code.",
  conflict_second_tag:
    "Your storefront loads another Pinterest tag ({tags}). If it belongs to the same ad account, acts are counted twice: remove it from the theme's code, or leave reporting to it.",
  conflict_channel_pixel:
    "Pinterest's sales channel has a pixel in your storefront, so acts are counted twice. Switch off its tracking, or choose the mode beside the sales channel's pixel in the settings.",
  conflict_ingest_twice:
    "Your server reported orders under their names that Shopify reported under their numbers. Orders: {orders}. Let your server send Shopify's order id in the field order.id, or leave orders to Shopify.",
  conflict_shared_event:
    "Several orders came of one checkout and share one event, which Pinterest counts once. Orders beyond the first: {orders}. There is nothing to do unless you expect each of them to count.",
} as const satisfies Record<`conflict_${ConflictCode}`, string>;

const others = {
  act_tested:
    "It was sent as a test event, and Pinterest took it. It does not count, and it is never sent again.",
  act_shadowed:
    "It was recorded in shadow mode: it would have been reported, and nothing was sent.",
  conflicts_none: "Nothing in the orders of the last week was reported twice.",
  storefront_explained:
    "The app can look once at the front page of your storefront, as any visitor may, for a second Pinterest tag and for the pixel of Pinterest's sales channel.",
  storefront_not_seen:
    "The storefront could not be looked at. It may ask for a password or not answer; open it to visitors and look again.",
  storefront_clean: "The storefront's front page shows no other Pinterest tag or pixel.",
  heartbeat_explained:
    "When each part last showed that it works. A webhook that stays away longer than usual is worth a look.",
  webhooks_counted: "In the last 24 hours: {today}. On a usual day: {usual}.",
  support_bundle_explained:
    "A file for the app's support: versions, settings, states and counts. No password, no token and nothing of a shopper is in it.",
  support_bundle_failed: "The file could not be made. Try again in a minute.",
  diagnostics_unreachable: "The app could not be reached. Check your connection and try again.",
} as const;

/** What the page of diagnostics says. */
export const diagnostics = {
  ...sending,
  ...live,
  ...testEvents,
  ...shadow,
  ...conflicts,
  ...others,
} as const;
