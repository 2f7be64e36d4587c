import type { ConnectionState, CredentialsProblem, TestResult } from "~/shops/connection";

type Attention = Extract<TestResult, "token_refused" | "no_permission" | "account_not_found">;

/** How the connection stands. */
const states = {
  connection_not_connected:
    "No Pinterest account is connected, so no order is reported. Connect an account, or enter a conversion access token.",
  connection_connected:
    "Orders are reported to Pinterest ad account {adAccountId} as they come in. There is nothing to do.",
  connection_needs_attention:
    "Pinterest refuses the connection. Check the ids and the token in the settings.",
} as const satisfies Record<`connection_${ConnectionState}`, string>;

/** Why it needs the merchant, and the one thing to do. */
const attentions = {
  attention_token_refused:
    "Pinterest does not accept the conversion access token any more. Connect your Pinterest account again, or generate a new token in Pinterest Ads Manager and save it under Settings; the orders that wait are then sent.",
  attention_no_permission:
    "Pinterest says that the token may not report for this ad account. Generate a token in this very ad account and save it under Settings; the orders that wait are then sent.",
  attention_account_not_found:
    "Pinterest knows no ad account with this id. Correct the ad account id under Settings; the orders that wait are then sent.",
} as const satisfies Record<`attention_${Attention}`, string>;

/** What a connection test came to, and what to do about it. */
const tests = {
  test_accepted: "Pinterest accepted the test event. The connection works; there is nothing to do.",
  test_token_refused:
    "Pinterest does not accept the conversion access token (401). Generate a new one in Pinterest Ads Manager, enter it here and save.",
  test_no_permission:
    "The token may not report for this ad account (403). Check the ad account id, or generate a token in this very ad account, then save.",
  test_account_not_found:
    "Pinterest knows no ad account with this id (404). Copy the ad account id again, and make sure that it is not the tag id.",
  test_rate_limited:
    "Pinterest has had too many calls in a short time (429). The token was not judged; test again in a minute.",
  test_unavailable:
    "Pinterest cannot answer at the moment. The token was not judged; test again in a few minutes.",
  test_timeout:
    "Pinterest did not answer in time. The token was not judged; test again in a few minutes.",
  test_network:
    "Pinterest could not be reached from the app's server. Test again in a few minutes; if it stays like this, tell the app's support.",
  test_refused:
    "Pinterest accepted the ids and the token but not the test event. Orders may still go through; if the latest orders show errors, tell the app's support.",
} as const satisfies Record<`test_${TestResult}`, string>;

/** What is wrong with a field, beside the field. */
const problems = {
  tag_id_missing: "Enter the tag id.",
  tag_id_malformed: "A tag id has 6 to 20 digits and nothing else.",
  ad_account_id_missing: "Enter the ad account id.",
  ad_account_id_malformed: "An ad account id has up to 18 digits and nothing else.",
  ad_account_id_is_tag_id: "This is the tag id again. The ad account has an id of its own.",
  token_missing: "Enter a conversion access token.",
  token_malformed:
    "This is not a token. Copy it whole, without quotation marks, spaces or line breaks.",
} as const satisfies Record<CredentialsProblem, string>;

/** The connection, as the merchant reads of it on the home and the settings page. */
export const connection = {
  ...states,
  ...attentions,
  ...tests,
  ...problems,
  tag_id_help:
    "In Pinterest Ads Manager, open Conversions. The tag's id is shown with the tag and usually has 13 digits.",
  ad_account_id_help:
    "In Pinterest Ads Manager, open the menu with your ad account's name; the id stands below the name. It is not the tag id.",
  token_help:
    "In Pinterest Ads Manager, open Conversions, then Conversions API, Set up API, and generate a new token.",
  token_kept:
    "The stored token ends in ••••{lastFour} and cannot be shown again. Leave this empty to keep it, or enter a new one to replace it.",
  token_needed:
    "The ids are still here, but the conversion access token was erased when the app was uninstalled or disconnected. Enter a token and save to report orders again.",
  test_explained: "Pinterest answers one made-up event and does not record it.",
  test_while_unsaved:
    "The test uses what is saved. Save or discard your changes before you test the connection.",
  test_unchosen: "There is nothing to test yet. Choose the ad account below first.",
  connection_unchosen:
    "The Pinterest account is connected. Choose the ad account and the tag below; until then no order is reported.",
  test_incomplete:
    "There is nothing to test yet. Save the ids and a conversion access token before you test.",
  receipt_token: "The conversion access token that ended in ••••{lastFour} was erased here.",
  receipt_account: "The Pinterest account {name} was forgotten, with its tokens.",
  receipt_given_back: "Pinterest was asked to take the account's tokens back.",
  receipt_pixel: "The pixel is being taken out of your store.",
  receipt_settings_stay: "Tag id, ad account id and all other settings stay here.",
  receipt_events_wait: "Events that wait here for the next connection: {count}.",
  receipt_feeds_stay:
    "Feeds that stay registered with Pinterest, which may go on fetching them: {count}. Delete them in Pinterest's catalogs if you do not come back.",
  receipt_permission_stays:
    "The permission stays in Pinterest's settings. To withdraw it, open Security, then Connected apps.",
  disconnect_explained:
    "The conversion access token is erased, and a connected Pinterest account is forgotten. Orders that were not sent yet wait, and new orders are not reported until you connect again. The ids and all other settings stay.",
} as const;
