import type { PixelRefusal, PixelState } from "~/shops/pixel";

/** How the pixel stands. */
const states = {
  pixel_none:
    "There is no pixel in your store yet. The app puts it in by itself when Pinterest is connected, and takes it out when you disconnect.",
  pixel_on: "The pixel is in your store with the settings below. There is nothing to do.",
  pixel_refused: "Shopify refused the last change of the pixel.",
} as const satisfies Record<`pixel_${PixelState}`, string>;

/** Why Shopify refused a change, and who mends it. */
const refusals = {
  pixel_refused_missing_scope:
    "The app may not put a pixel into your store, because the permission for pixels or for customer events is missing. Open the app from the Shopify admin and accept the permissions that it asks for; the pixel is then put in by itself.",
  pixel_refused_blank:
    "Shopify missed a value in the pixel's settings. Check that the tag id is filled in, then save the settings again.",
  pixel_refused_invalid_configuration_json:
    "Shopify could not read the pixel's settings. Save the settings again; if this stays, tell the app's support.",
  pixel_refused_invalid_runtime_context:
    "Shopify does not run the pixel in this store. Tell the app's support; orders are still reported by the server.",
  pixel_refused_invalid_settings:
    "Shopify's copy of the pixel has other settings than this version of the app. Save the settings again in an hour; if this stays, tell the app's support, who can release the pixel again.",
  pixel_refused_invalid_settings_definition:
    "Shopify's copy of the pixel is damaged. Tell the app's support, who can release the pixel again; orders are still reported by the server.",
  pixel_refused_not_found:
    "Shopify does not find the pixel that it named. Save the settings again, and a new one is made.",
  pixel_refused_no_extension:
    "Shopify does not have the pixel yet, because the app's operator has not released it. Tell the app's support; orders are still reported by the server.",
  pixel_refused_taken:
    "Shopify says that the app has a pixel in this store already, and does not show it. Save the settings again; if this stays, uninstall the app and install it again.",
  pixel_refused_unable_to_delete:
    "Shopify could not take the pixel out. Save the settings again; if this stays, uninstalling the app takes it out.",
  pixel_refused_unexpected_error:
    "Shopify could not change the pixel at the moment. Save the settings again in a few minutes; if this stays, tell the app's support.",
} as const satisfies Record<`pixel_refused_${PixelRefusal}`, string>;

/** The pixel and what it reports, on the home and the settings page. */
export const pixel = {
  ...states,
  ...refusals,
  pixel_silent:
    "It has not been heard of yet. It speaks when a visitor who allows marketing opens a page of your store.",
  pixel_silent_by_mode:
    "In this tracking mode it reports to Pinterest alone, so the app does not hear of it.",
  tracking_mode_both:
    "The browser and the server both report each act under one id, and Pinterest counts it once. An ad blocker then costs you nothing but the browser's part.",
  tracking_mode_server_only:
    "The visitor's browser never contacts Pinterest. The pixel tells the app what was done, and the server reports it.",
  tracking_mode_browser_only:
    "Only the visitor's browser reports. The server sends nothing, no orders either, so whatever an ad blocker stops is not reported, and neither are orders from other channels.",
  tracking_mode_coexistence:
    "For stores that keep the pixel of Pinterest's own sales channel. Our browser part is off, and the server uses the id that Shopify gives each act, so that Pinterest can count ours and theirs as one. This assumes that both pixels see the same id, which has not been confirmed on a live store: compare a day's checkouts in Pinterest Ads Manager before you rely on it. An order whose id is not known is not reported.",
  reported_events_help:
    "What Pinterest is told of each act. A purchase is always reported as a checkout, by the settings under Orders.",
  theme_events_help:
    "Your theme can publish these with Shopify.analytics.publish. Names that the pixel reports by itself, such as a page visit, would count twice if your theme published them too.",
  matching_help:
    "With this on, the browser sends Pinterest an email address and a customer id, both hashed, where Shopify gives them to the pixel. It helps Pinterest to recognise people; the server sends hashed data of orders either way.",
  rotate_key_explained:
    "The pixel names your store to the app by a public key, which every visitor's browser can read. It opens nothing, but somebody could use it to send made-up visits. A new key shuts them out.",
  rotate_key_question_explained:
    "The pixel gets the new key within seconds. Pages that are open in visitors' browsers keep the old one until they are loaded again; what they report is refused. Orders are not affected.",
} as const;
