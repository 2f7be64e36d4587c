import type { ExtensionApi } from "@shopify/web-pixels-extension";

import { THEME_EVENT_PREFIX, webEventName } from "~/conversions/event-name";
import { parsePixelFields, type PixelSettings } from "~/conversions/pixel-settings";

import { actContent, themeContent, type Act } from "./act";
import { findClickId } from "./click-id";
import { toConsent } from "./consent";
import { orNothing } from "./nothing";
import { onePageVisit } from "./page-visit";
import { reporter } from "./report";
import { hrefsOf } from "./sighting";
import { at, textAt } from "./unknown-value";
import type { World } from "./world";

/**
 * Reports what a shopper does, while the shopper allows marketing. Nothing is reported late: what
 * happens before the shopper allows it stays unsaid. Settings that are not ours report nothing.
 */
export function startPixel(api: ExtensionApi, world: World): void {
  const settings = parsePixelFields(api.settings);
  if (settings) subscribe(api, world, settings);
}

function subscribe(api: ExtensionApi, world: World, settings: PixelSettings): void {
  let consent = toConsent(api.init.customerPrivacy);
  const report = reporter(api, world, settings, () => consent);
  const isReported = onePageVisit(settings.eventNames);

  // Shopify gives no promise what its events look like, hence `unknown`.
  const on = (event: string, toAct: (event: unknown) => Act | undefined) =>
    api.analytics.subscribe(event, (told: unknown) => {
      void orNothing(() => {
        const act = toAct(told);
        return act && consent.marketing ? report(act) : undefined;
      });
    });

  for (const [platformName, name] of Object.entries(settings.eventNames)) {
    on(platformName, (event) => {
      const content = actContent(platformName, at(event, "data"), settings);
      return content && isReported(platformName, event)
        ? { platformName, name, event, content }
        : undefined;
    });
  }
  if (settings.hasThemeEvents) on("all_custom_events", themeAct);

  api.customerPrivacy.subscribe("visitorConsentCollected", (event: unknown) => {
    consent = toConsent(at(event, "customerPrivacy"));
    // The landing page's click id would be gone on the next page.
    if (consent.marketing) {
      void orNothing(() => findClickId(api.browser, hrefsOf(api.init), world.now()));
    }
  });
}

/** An event that the theme publishes as `pinterest:<name>`. A purchase is no theme's to report. */
function themeAct(event: unknown): Act | undefined {
  const platformName = textAt(event, "name") ?? "";
  if (!platformName.startsWith(THEME_EVENT_PREFIX)) return undefined;
  const name = webEventName(platformName.slice(THEME_EVENT_PREFIX.length));
  if (!name || name === "checkout") return undefined;
  return { platformName, name, event, content: themeContent(at(event, "customData")) };
}
