import type { TrackingMode } from "~/shops/app-settings";
import { CHOSEN_PIXEL_EVENTS, PIXEL_EVENT_NAMES, THEME_EVENT_PREFIX } from "~/shops/pixel-events";
import type { SendingMode } from "~/shops/sending";
import type { Shop } from "~/shops/shop";

import type { PixelEventNames, PixelFields, PixelMode } from "./pixel-settings";

const MODES: Record<TrackingMode, PixelMode> = {
  both: "both",
  server_only: "server",
  browser_only: "browser",
  coexistence: "coexistence",
};

/**
 * The pixel's settings of a shop. The same shop gives the same text, so that what has not changed can be
 * seen by comparing it.
 *
 * @param reach the shop's tag, its public key, and where the app takes the pixel's messages.
 */
export function toPixelFields(
  { appSettings, sending, settings }: Pick<Shop, "appSettings" | "sending" | "settings">,
  reach: Pick<PixelFields, "tagId" | "collectUrl" | "collectKey">,
): PixelFields {
  const { consent, feed, itemIdFormat, valueBasis } = settings;
  return {
    ...reach,
    mode: modeOf(appSettings.mode, sending),
    events: JSON.stringify(eventNames({ appSettings, settings })),
    themeEvents: JSON.stringify(
      Object.fromEntries(
        appSettings.themeEvents.map((name) => [`${THEME_EVENT_PREFIX}${name}`, name]),
      ),
    ),
    itemIdFormat,
    feedCountry: feed.country,
    valueBasis,
    matching: browserMatching(appSettings),
    saleOfDataDenied: consent.saleOfDataDenied,
  };
}

/** Pinterest's tag endpoint knows no test: what is not real must not come from the browser at all. */
function modeOf(mode: TrackingMode, sending: SendingMode): PixelMode {
  if (sending === "real" || mode === "coexistence") return MODES[mode];
  return "server";
}

/**
 * The browser sends an email address and a customer id, or neither.
 *
 * **Decision:** a shop that withholds one of them withholds both there, rather than have the pixel told of each.
 */
function browserMatching({ matching, withheld }: Shop["appSettings"]): PixelFields["matching"] {
  return withheld.includes("em") || withheld.includes("external_id") ? "off" : matching;
}

/** A shop that reports no orders of its online store must not report them from the browser either. */
function eventNames({
  appSettings: { events },
  settings: { channels },
}: Pick<Shop, "appSettings" | "settings">): PixelEventNames {
  const names: Partial<Record<string, PixelEventNames[string]>> = {};
  for (const act of CHOSEN_PIXEL_EVENTS) {
    const name = events[act];
    if (name !== "off") names[act] = name;
  }
  if (channels.web) names["checkout_completed"] = PIXEL_EVENT_NAMES.checkout_completed;
  return names;
}
