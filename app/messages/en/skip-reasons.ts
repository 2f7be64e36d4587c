import type { SkipReason } from "~/conversions/skip-reason";

/** Why an order or another act was not reported, as the merchant reads it in the ledger. */
export const skipReasons = {
  test_order:
    "This is a test order. Pinterest is told of real orders only; there is nothing to do.",
  cancelled_order:
    "The order was cancelled before it was reported, so it does not count. There is nothing to do.",
  channel_disabled:
    "Orders from this sales channel are switched off. Switch the channel on in the settings to report them.",
  not_paid:
    "The order is not paid, and the settings wait for payment. It is reported when it is paid; to report orders when they are placed, change the order trigger in the settings.",
  too_old:
    "The order is more than 7 days old, and Pinterest counts nothing older. Nothing can be done for this order.",
  no_identity:
    "The order has no email address, and no IP address together with a browser, so Pinterest could match nobody. If this happens often, check whether the app may read customers' email addresses.",
  consent_denied:
    "The shopper did not agree to marketing, or opted out of the sale of their data. This choice is respected; there is nothing to do.",
  consent_unknown:
    "The shopper's choice on marketing is not known, and the settings skip such orders from this country. What happens when the choice is unknown is decided in the settings, under privacy.",
  presumed_denied:
    "The pixel works but saw nothing of this checkout, so the shopper has probably declined, and the settings skip such orders. This can be changed in the settings.",
  no_snapshot:
    "Another Pinterest pixel reports this shop's checkouts, and the id that it used for this one is not known. Sending it would count it twice; nothing can be done for this order.",
  expired:
    "The browser has reported this order already, and after an hour Pinterest would count it a second time. There is nothing to do.",
  not_connected:
    "No Pinterest account was connected when the order came in. Connect one in the settings; past orders of up to 7 days can then be sent under Conversions.",
  uninstalled:
    "The app was uninstalled before the order was reported. Nothing can be done for this order.",
  erased:
    "The shopper's data was erased on request before the order was reported. Nothing can be done for this order.",
  unreadable_order:
    "The shop sent this order in a form that the app cannot read. It is fetched again by itself within two days; if the line stays, tell the app's support.",
  browser_only:
    "The settings leave reporting to the shopper's browser, so the server sent nothing. To have orders reported by the server too, change the tracking mode in the settings.",
} as const satisfies Record<SkipReason, string>;
