import type { ExtensionApi } from "@shopify/web-pixels-extension";

import type { CollectedConsent, CollectMessage } from "~/conversions/collect-message";
import { checkoutEventId, initiateCheckoutEventId, type Sha256 } from "~/conversions/event-id";
import type { PixelMode, PixelSettings } from "~/conversions/pixel-settings";

import type { Act } from "./act";
import { collectedAct } from "./collected-act";
import { orNothing } from "./nothing";
import { findSighting } from "./sighting";
import { eventFields, initFields } from "./tag";
import { tagContext } from "./tag-context";
import { tagSender } from "./tag-sender";
import { textAt } from "./unknown-value";
import type { World } from "./world";

/**
 * Reports acts on the ways that the settings name, each at once. An act of which Shopify tells the page
 * a second time has been reported, and is not again.
 *
 * @param consentNow the shopper's choice at the moment of asking.
 */
export function reporter(
  api: ExtensionApi,
  world: World,
  settings: PixelSettings,
  consentNow: () => CollectedConsent,
): (act: Act) => Promise<void> {
  const { collectKey: key, hasMatching, mode, tagId } = settings;
  const { fetch, now, sha256 } = world;
  const sendToTag = tagSender(fetch);
  const reported = new Set<string>();

  return async (act) => {
    const { event, name } = act;
    const eventId = await eventIdOf(act, mode, sha256);
    const once = `${name} ${eventId}`;
    if (!eventId || reported.has(once)) return;
    reported.add(once);
    const sighting = await findSighting(event, api, hasMatching, now(), sha256);

    // The shopper may have declined while the cookies were read.
    const consent = consentNow();
    if (!consent.marketing) return;
    if (mode !== "browser") {
      void post(collectedAct(act, eventId, sighting, consent, key, now()));
    }
    if (mode !== "both" && mode !== "browser") return;
    if (!consent.saleOfData && settings.isSilentAfterOptOut) return;
    const context = await tagContext(event, sighting, !consent.saleOfData, tagId, now(), sha256);
    const fields = eventFields(name, eventId, act.content, context);
    const browserSent = await sendToTag(fields, initFields(context));
    if (mode === "both") void post({ kind: "result", key, eventId, name, browserSent });
  };

  /** As plain text without headers of ours, which no browser asks about beforehand. */
  function post(message: CollectMessage): Promise<unknown> {
    const body = JSON.stringify(message);
    return orNothing(() =>
      fetch(settings.collectUrl, { method: "POST", body, keepalive: true, credentials: "omit" }),
    );
  }
}

/**
 * The id that the server uses too. A completed checkout without its token has none that the server could
 * know, so it is left to the server.
 */
async function eventIdOf(
  { event, platformName }: Act,
  mode: PixelMode,
  sha256: Sha256,
): Promise<string | undefined> {
  const checkoutToken = textAt(event, "data.checkout.token");
  if (platformName === "checkout_completed") {
    return checkoutToken && checkoutEventId({ checkoutToken }, sha256);
  }
  if (platformName === "checkout_started" && checkoutToken && mode !== "coexistence") {
    return initiateCheckoutEventId(checkoutToken, sha256);
  }
  return textAt(event, "id");
}
