import type { Period, ReportChannel } from "~/conversions/figures";
import type { EventName } from "~/pinterest/event-name";
import type { QualityPart, QualityStatus } from "~/pinterest/quality";
import type { Leg, LegReason, LegTone, RemedyPage } from "~/shops/legs";
import type { GuideStep, StepGap } from "~/shops/setup-guide";

/** How each leg stands, and what to do about it. */
const legs = {
  leg_browser_off: "Your tracking mode reports from the server alone, so our pixel is not used.",
  leg_pixel_refused: "Shopify refused the pixel. Save the settings again.",
  leg_pixel_missing: "The pixel is not in your store. Connect Pinterest and save the settings.",
  leg_pixel_unheard:
    "The pixel is on and has not been heard of yet. Open your store in another window and accept its cookies.",
  leg_pixel_quiet:
    "The pixel has not been heard of for a day. Open your store in another window; if nothing changes, save the settings again.",
  leg_pixel_alone: "The pixel is on. In your tracking mode it reports to Pinterest alone.",
  leg_pixel_live: "The pixel reports what visitors do.",
  leg_server_off: "Your tracking mode leaves every report to the browser.",
  leg_not_connected: "Pinterest is not connected. Connect it in the settings.",
  leg_connection_lost: "Pinterest refuses the credentials, and orders wait. Correct them.",
  leg_webhooks_silent:
    "Shopify has sent no orders for hours, which is unusual for your store. If there were orders, open the app again or ask support.",
  leg_events_late:
    "Events have been waiting for more than a quarter of an hour. They are tried again by themselves; if this stays, ask support.",
  leg_events_refused: "Pinterest refused some events. Look at them and send them again.",
  leg_account_lost:
    "The Pinterest account has to be connected again for the catalog; events are still reported.",
  leg_server_untested: "The connection has not been tested. Test it in the settings.",
  leg_server_ready: "Pinterest is connected. The next order is reported by itself.",
  leg_server_live: "Orders are reported from the server.",
  leg_catalog_unread: "Your catalog has not been read yet. Read it on the catalog page.",
  leg_catalog_reading:
    "Your catalog is being read for the first time; its feed is published by itself afterwards. See how far it is on the catalog page.",
  leg_catalog_failed: "The last reading of your catalog failed. See why on the catalog page.",
  leg_feed_refused: "Pinterest refused the feed. See why on the catalog page.",
  leg_feed_waits: "A new version of the feed waits for your word. Look at it on the catalog page.",
  leg_feed_unpublished: "No feed is published yet. Publish one on the catalog page.",
  leg_feed_unfetched:
    "The feed is published and Pinterest has not fetched it yet. Register it on the catalog page, or enter its address at Pinterest.",
  leg_fetch_stopped:
    "Pinterest has not fetched the feed for two days. Check its state on the catalog page.",
  leg_feed_live: "Pinterest fetches the feed.",
  leg_consent_mostly_unknown:
    "Most orders were left out because nothing was known of the shopper's choice. Review the privacy settings and your cookie banner.",
  leg_consent_unreviewed: "Nobody has confirmed the privacy settings yet. Review them.",
  leg_consent_followed: "Each report follows the shopper's choice and your privacy settings.",
} as const satisfies Record<`leg_${LegReason}`, string>;

/** What a step of the set-up guide still lacks. */
const gaps = {
  gap_account_missing: "Connect your Pinterest account, or enter a tag, an ad account and a token.",
  gap_account_refused: "Pinterest refuses the credentials. Correct them in the settings.",
  gap_test_missing:
    "Send a test event from the settings. Pinterest answers it and records nothing.",
  gap_pixel_off:
    "Connect Pinterest, which puts the pixel into your store. If it is connected, save the settings once more.",
  gap_pixel_unseen: "Open your store in another window and accept its cookies.",
  gap_consent_open:
    "Read what happens to an order when the shopper's choice is not known, and confirm it.",
  gap_feed_missing: "Read your catalog and publish a feed.",
  gap_feed_coming:
    "Wait a moment: your catalog is being read, and the feed is published by itself.",
  gap_feed_not_fetched: "Register the feed at Pinterest, or enter its address there.",
  gap_order_missing: "Wait for an order, or place one in your own store.",
  gap_order_one_sided:
    "Orders are reported by the server. Wait for one that the browser reports too under the same id: the shopper has to accept cookies.",
} as const satisfies Record<`gap_${StepGap}`, string>;

/** What the page says beside its figures. */
export const home = {
  ...legs,
  ...gaps,
  guide_done: "Everything is set up.",
  nothing_to_do: "Nothing needs to be done now.",
  no_events:
    "No events in this period. What visitors do and what they buy shows here, by who reported it.",
  both_explained:
    "These events were reported by the browser and by the server under one id, so that Pinterest can count them once. Pinterest does not say which events it merged.",
  no_placed_orders: "No orders in this period.",
  orders_explained:
    "Orders by when they reached the app. Past orders that you sent by hand, and test orders, are not counted.",
  no_coverage:
    "Once events are reported, this shows how many of them carry what Pinterest matches by.",
  coverage_explained:
    "How many of the events that Pinterest took from the server had each part of its event quality score. What only the browser reported is not in it.",
  quality_beside:
    "Pinterest's own figures are of the last {days} days, by whichever day it counts.",
  quality_none: "Pinterest has said nothing of these events yet. It is asked once a day.",
  quality_no_account: "Connect a Pinterest account to see Pinterest's own figures beside these.",
  no_catalog: "The catalog has not been read yet. Its items and their issues show here.",
  consent_review_explained:
    "Confirm here that you have read the privacy settings above and want them as they are.",
} as const satisfies Record<string, string>;

const names = {
  leg_name_browser: "Browser",
  leg_name_server: "Server",
  leg_name_catalog: "Catalog",
  leg_name_consent: "Consent",
} as const satisfies Record<`leg_name_${Leg}`, string>;

const tones = {
  tone_good: "Working",
  tone_attention: "Needs attention",
  tone_trouble: "Not working",
  tone_off: "Off",
} as const satisfies Record<`tone_${LegTone}`, string>;

const steps = {
  step_account: "Connect Pinterest",
  step_test: "Have a test event accepted",
  step_pixel: "Turn the pixel on",
  step_consent: "Review consent",
  step_feed: "Publish the feed and have it fetched",
  step_order: "See the first order reported",
} as const satisfies Record<`step_${GuideStep}`, string>;

const remedies = {
  remedy_connection: "Open connection settings",
  remedy_tracking: "Open tracking settings",
  remedy_privacy: "Open privacy settings",
  remedy_conversions: "Open conversions",
  remedy_store: "Open my store",
  remedy_catalog: "Open catalog",
} as const satisfies Record<`remedy_${RemedyPage}`, string>;

const periods = {
  period_day: "24 hours",
  period_week: "7 days",
  period_month: "30 days",
} as const satisfies Record<`period_${Period}`, string>;

const reportChannels = {
  reported_by_both: "Browser and server",
  reported_by_server: "Server",
  reported_by_browser: "Browser",
  reported_by_neither: "Not reported",
} as const satisfies Record<`reported_by_${ReportChannel}`, string>;

const parts = {
  part_hashed_email: "Email address",
  part_click_id_epik: "Click id",
  part_ip_address: "IP address",
  part_user_agent: "User agent",
  part_advertiser_external_id: "External id",
  part_hashed_maid: "Mobile ad id",
  part_external_event_id: "Event id",
  part_order_id: "Order id",
  part_order_value: "Order value",
  part_product_id: "Product id",
  part_source_url: "Page address",
} as const satisfies Record<`part_${QualityPart}`, string>;

const statuses = {
  quality_needs_improvement: "Pinterest's score: needs improvement",
  quality_fair: "Pinterest's score: fair",
  quality_good: "Pinterest's score: good",
} as const satisfies Record<`quality_${QualityStatus}`, string>;

/** Events that no setting of the pixel offers. */
const otherEvents = {
  event_checkout: "Checkout",
  event_app_install: "App install",
  event_app_open: "App open",
} as const satisfies Record<
  `event_${Extract<EventName, "checkout" | "app_install" | "app_open">}`,
  string
>;

export const homeLabels = {
  ...names,
  ...tones,
  ...steps,
  ...remedies,
  ...periods,
  ...reportChannels,
  ...parts,
  ...statuses,
  ...otherEvents,
  setup_guide: "Set-up guide",
  guide_progress: "Steps done: {done} of {all}",
  hide_guide: "Hide the set-up guide",
  show_guide: "Show the set-up guide",
  step_done: "Done",
  step_to_do: "To do",
  health: "How it stands",
  next_step: "Next",
  figures: "Figures",
  period: "Period",
  period_before: "Period before: {count}",
  reported_events_chart: "Events by name and channel",
  both_sides: "Reported by both sides under one id",
  order_coverage: "Orders reported",
  orders_of: "{reported} of {placed}",
  match_coverage: "What events can be matched by",
  event_name: "Event",
  part_column: "Part",
  ours_column: "Ours",
  pinterests_column: "Pinterest's",
  ours_and_theirs: "{ours}, Pinterest {theirs}",
  events_column: "Events",
  orders_column: "Orders",
  reason_column: "Not reported because",
  reason_open: "Still on the way",
  reason_dead_letter: "Refused by Pinterest",
  total_column: "Total",
  share_column: "Share",
  show_table: "Show as table",
  hide_table: "Hide the table",
  percent: "{percent}%",
  bar_of: "{name}: {value}",
  quality_help: "About Pinterest's event quality score",
  all_orders: "All orders",
  published_items: "Published items",
  left_out_items: "Left out",
  found_issues: "Issues",
  last_fetch: "Last fetch by Pinterest",
  consent_review: "Confirmation",
  confirm_consent: "These settings are right",
  consent_confirmed: "Privacy settings confirmed",
} as const satisfies Record<string, string>;
