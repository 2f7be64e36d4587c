import type {
  AccountAttention,
  AccountProblem,
  SignInOutcome,
  SignInStop,
} from "~/shops/pinterest-account";

/** Why a sign-in ended without an account, on the settings page. Each ends with what to do. */
const signIns = {
  sign_in_denied:
    "Pinterest was not allowed to connect, so nothing was changed. If that was not meant, connect again and choose to give access.",
  sign_in_expired:
    "Signing in at Pinterest took more than ten minutes, so nothing was changed. Connect again.",
  sign_in_other_browser:
    "The way back from Pinterest came from another browser than the one that set out, so nothing was changed. Connect again, and stay in one browser.",
  sign_in_code_refused:
    "Pinterest did not accept its own answer, so nothing was changed. Connect again; if it stays like this, tell the app's support.",
  sign_in_app_refused:
    "Pinterest does not accept this app at the moment, so nothing was changed. Tell the app's support; a conversion access token can be entered below meanwhile.",
  sign_in_scopes_missing:
    "Pinterest allows the app less than it needs, so nothing was changed. Connect again, and leave every permission on.",
  sign_in_unreachable:
    "Pinterest did not answer, so nothing was changed. Connect again in a few minutes.",
} as const satisfies Record<`sign_in_${Exclude<SignInOutcome, "offered">}`, string>;

/** Why a browser is not let on, on a page of its own outside the admin. */
const stops = {
  stop_ticket_unknown:
    "This address works once, and for two minutes. Close this page, go back to the app in the Shopify admin and press Connect with Pinterest again.",
  stop_state_unknown:
    "Nobody here is waiting for this answer from Pinterest, so nothing was changed. Go back to the app in the Shopify admin and press Connect with Pinterest again.",
  stop_state_used:
    "This answer from Pinterest was used before, and nothing was changed now. Go back to the app in the Shopify admin; its settings say whether an account is connected.",
  stop_other_browser:
    "This is not the browser in which connecting to Pinterest began, so nothing was changed. Go back to the app in the Shopify admin and press Connect with Pinterest there.",
  stop_not_configured:
    "This app does not connect to Pinterest accounts. Enter a conversion access token in the app's settings instead.",
} as const satisfies Record<`stop_${SignInStop}`, string>;

/** Why an account needs the merchant. */
const attentions = {
  account_access_revoked:
    "Pinterest does not let the app use this account any more. Connect it again; events are reported meanwhile as long as the conversion access token is accepted.",
  account_access_expired:
    "The permission of this account has ended because it could not be renewed in time. Connect it again; events are reported meanwhile as long as the conversion access token is accepted.",
} as const satisfies Record<`account_${AccountAttention}`, string>;

/** Why something could not be read or picked at Pinterest. */
const problems = {
  problem_no_account: "No Pinterest account is connected. Connect one first.",
  problem_account_lost:
    "Pinterest does not let the app use this account any more. Connect it again; nothing else was changed.",
  problem_account_unreachable:
    "Pinterest did not answer, so nothing was changed. Try again in a minute.",
  problem_account_refused:
    "Pinterest does not allow this to the connected account. Ask the owner of the ad account for a role that may report conversions, or connect another account.",
  problem_ad_account_unknown:
    "The connected account may not report for this ad account. Choose another one, or ask its owner for a role.",
  problem_tag_unknown:
    "This tag does not belong to the ad account. Choose one of the list; a new tag is made in Pinterest Ads Manager under Conversions.",
} as const satisfies Record<`problem_${AccountProblem}`, string>;

/** The connected Pinterest account, as the settings page tells of it. */
export const account = {
  ...signIns,
  ...stops,
  ...attentions,
  ...problems,
  account_explained:
    "Sign in at Pinterest and give the app access. Then choose the ad account and the tag from a list; the conversion access token is made for you, and the catalog can be kept up to date.",
  account_offered:
    "The Pinterest account {name} gave the app access. Nothing uses it until you confirm that it is the right one; what is connected now goes on until then.",
  account_offered_to_other:
    "The Pinterest account {name} gave the app access. Only the member of your staff who signed in at Pinterest can confirm it. To use another account, connect again.",
  account_not_business:
    "This is a personal Pinterest account. Ads and catalogs need a business account: convert it at Pinterest, which is free, or connect another one.",
  account_active: "Connected to the Pinterest account {name}.",
  choose_explained:
    "Choose what your events are reported through. The app makes its own conversion access token for it, in place of the stored one.",
  ad_accounts_none:
    "This Pinterest account has no ad account. Create one in Pinterest Ads Manager, then reload this page.",
  tags_none:
    "This ad account has no tag yet. Create one in Pinterest Ads Manager under Conversions, then reload this page.",
  ad_account_no_role: "The connected account may not report for this one.",
  websites_claimed: "Claimed websites: {websites}. Products from them can be shown on Pinterest.",
  websites_none:
    "No website is claimed at Pinterest. Claim your store's address in Pinterest's settings before you publish a catalog; events need no claim.",
  remove_account_explained:
    "The app forgets this account: lists, catalog and price updates stop. Events go on with the stored conversion access token until you disconnect. To withdraw the permission at Pinterest too, open Pinterest's settings, then Security, then Connected apps.",
} as const;
