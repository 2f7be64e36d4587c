import type { ExtensionApi } from "@shopify/web-pixels-extension";

import type { EventName } from "~/conversions/event-name";
import { isPixelFields, type PixelEventNames } from "~/conversions/pixel-settings";

import { findClickId } from "./click-id";
import { toConsent } from "./consent";
import { onePageVisit } from "./page-visit";
import { orNothing } from "./quiet";
import { reporter, type World } from "./report";
import { at, hrefOf, textAt } from "./unknown-value";

/**
 * Reports what a shopper does, while the shopper allows marketing. Nothing is reported late: what
 * happens before the shopper allows it stays unsaid.
 */
export function startPixel(api: ExtensionApi, world: World): void {
  const { analytics, browser, customerPrivacy, init, settings: fields } = api;
  // Only the app writes them, and it checks them; a second check would cost every shopper its bytes.
  if (!isPixelFields(fields)) return;
  const names: PixelEventNames = JSON.parse(fields.events);
  const themeNames: PixelEventNames = JSON.parse(fields.themeEvents);
  let consent = toConsent(init.customerPrivacy);
  const report = reporter(api, world, fields, () => consent);
  const isReported = onePageVisit(names["page_viewed"] === names["product_viewed"]);

  // Shopify's own types differ from what it publishes often enough to read an event as unknown.
  const on = (subject: string, told: (event: unknown) => unknown) => {
    analytics.subscribe(subject, (event: unknown) => void orNothing(() => told(event)));
  };
  const tell = (act: string, name: EventName | undefined, event: unknown, key: string) =>
    name && isReported(act, event) && consent.marketing && report(act, name, event, at(event, key));

  for (const act of Object.keys(names)) {
    on(act, (event) => tell(act, names[act], event, "data"));
  }
  on("all_custom_events", (event) => {
    const act = textAt(event, "name");
    return tell(act, themeNames[act], event, "customData");
  });

  customerPrivacy.subscribe("visitorConsentCollected", (event: unknown) => {
    consent = toConsent(at(event, "customerPrivacy"));
    // The landing page's click id would be gone on the next page.
    if (consent.marketing) void findClickId(browser, hrefOf(init), world[1]());
  });
}
