import type { ExtensionApi } from "@shopify/web-pixels-extension";

import type { CollectedConsent, CollectMessage } from "~/conversions/collect-message";
import { emailForm } from "~/conversions/email";
import { initiateCheckoutEventId, tokenEventId, type Sha256 } from "~/conversions/event-id";
import type { EventName } from "~/conversions/event-name";
import type { PixelFields } from "~/conversions/pixel-settings";

import { actContent, type ActContent } from "./act";
import { findClickId, readId } from "./click-id";
import { pageUrl, toJson } from "./personal";
import { send } from "./quiet";
import { tagSender } from "./tag";
import { at, codeAt, digitsAt, hrefOf, textAt } from "./unknown-value";

/** What a pure file cannot do by itself. */
export type World = readonly [
  fetch: typeof fetch,
  /** Milliseconds since 1970. */
  now: () => number,
  sha256: Sha256,
];

/** Reports one event of Shopify's, or of the theme's, with the data it carries. */
export type Report = (
  act: string,
  name: EventName,
  event: unknown,
  data: unknown,
) => Promise<unknown>;

/**
 * Reports acts on the ways that the settings name, each at once. An act of which Shopify tells the page
 * a second time has been reported, and is not again.
 *
 * @param consentNow the shopper's choice at the moment of asking.
 */
export function reporter(
  { browser, init }: ExtensionApi,
  [fetch, now, sha256]: World,
  fields: PixelFields,
  consentNow: () => CollectedConsent,
): Report {
  const { collectKey: key, mode } = fields;
  const sendToTag = tagSender(fetch, fields.tagId, now);
  const reported = new Set<string>();

  const post = (message: CollectMessage) => send(fetch, fields.collectUrl, toJson(message), "omit");

  /** Only where the shop turned matching in the browser on. An empty text has no hash. */
  const matched = (text: string | undefined) =>
    text && fields.matching === "on" ? sha256(text) : "";

  return (act, name, event, data) =>
    eventIdOf(act, event, data, mode, sha256).then((eventId) => {
      if (!eventId || reported.has(name + eventId)) return undefined;
      reported.add(name + eventId);

      const href = hrefOf(event);
      const clientId = textAt(event, "clientId");
      const email = textAt(data, "checkout.email") || textAt(init, "data.customer.email");
      const address = at(data, "checkout.billingAddress") || at(data, "checkout.shippingAddress");
      const country = codeAt(address, "countryCode");
      const region = textAt(address, "provinceCode");
      const content = actContent(data, fields);
      const loc = pageUrl(href);
      const size = at(event, "context.window.screen");

      return Promise.all([
        findClickId(browser, href, now()),
        readId(browser, "_derived_epik"),
        readId(browser, "_pin_unauth"),
        matched(emailForm(email.normalize("NFC"))),
        matched(digitsAt(init, "data.customer.id") || clientId),
        region && sha256(region.toLowerCase()),
        country && sha256(country.toLowerCase()),
      ]).then(([epik, derivedEpik, pinUnauth, em, externalId, st, hashedCountry]) => {
        // The shopper may have declined while the cookies were read.
        const consent = consentNow();
        if (!consent.marketing) return;

        if (mode !== "browser") {
          const sentAt = new Date(now()).toISOString();
          // The order itself is the server's, which has it from the shop.
          const { custom, lineItems }: Partial<ActContent> = name === "checkout" ? {} : content;
          void post({
            kind: "act",
            key,
            eventId,
            name,
            shopifyEventId: textAt(event, "id"),
            occurredAt: textAt(event, "timestamp") || sentAt,
            sentAt,
            pageUrl: loc,
            consent,
            clickId: epik,
            clientId,
            emailSha256: em,
            externalIdSha256: externalId,
            country,
            region,
            custom,
            lineItems,
          });
        }

        const isLimited = !consent.saleOfData;
        if (mode !== "both" && mode !== "browser") return;
        if (isLimited && fields.saleOfDataDenied === "skip") return;
        const partner = {
          epik,
          derived_epik: derivedEpik,
          pin_unauth: pinUnauth,
          em,
          external_id: externalId,
          // Source: Pinterest developer documentation, "Limited data processing".
          opt_out_type: isLimited ? "LDP" : "",
          st: isLimited ? st : "",
          country: isLimited ? hashedCountry : "",
        };
        const automatic = {
          loc,
          ref: pageUrl(at(event, "context.document.referrer")),
          if: false,
          sh: Number(at(size, "height")) || "",
          sw: Number(at(size, "width")) || "",
        };
        void sendToTag(name, eventId, content, [partner, automatic]).then((browserSent) => {
          if (mode === "both") void post({ kind: "result", key, eventId, name, browserSent });
        });
      });
    });
}

/**
 * The id that the server uses too. A completed checkout without its token has none that the server could
 * know, so it is left to the server.
 */
function eventIdOf(
  act: string,
  event: unknown,
  data: unknown,
  mode: string,
  sha256: Sha256,
): Promise<string> {
  const token = textAt(data, "checkout.token");
  const isCompleted = act === "checkout_completed";
  if (token && isCompleted) return tokenEventId(token, sha256);
  if (token && act === "checkout_started" && mode !== "coexistence") {
    return initiateCheckoutEventId(token, sha256);
  }
  return Promise.resolve(isCompleted ? "" : textAt(event, "id"));
}
