import type { ExtensionApi } from "@shopify/web-pixels-extension";

import { emailForm } from "~/conversions/email";
import type { Sha256 } from "~/conversions/event-id";

import { findClickId, readId } from "./click-id";
import { withoutContact } from "./personal";
import { at, codeAt, digitsAt, textAt } from "./unknown-value";

/**
 * Who acted, so far as the page's cookies, the checkout and the shop's settings let it be known. What is
 * not known is `undefined`. Nothing of it is personal data that can be read, but for Shopify's name of
 * the browser, which leaves for our own server only.
 */
export type Sighting = {
  /** Pinterest's own three ids of a click or a browser. */
  clickId: string | undefined;
  derivedClickId: string | undefined;
  unauthId: string | undefined;
  clientId: string | undefined;
  /** Hashes; only where the shop turned matching in the browser on. */
  emailSha256: string | undefined;
  customerIdSha256: string | undefined;
  clientIdSha256: string | undefined;
  /** Of the checkout's billing, else its shipping address; both or only the country. */
  country: string | undefined;
  region: string | undefined;
};

export async function findSighting(
  event: unknown,
  { browser, init }: ExtensionApi,
  hasMatching: boolean,
  now: number,
  sha256: Sha256,
): Promise<Sighting> {
  const email = textAt(event, "data.checkout.email") ?? textAt(init, "data.customer.email") ?? "";
  const customerId =
    digitsAt(init, "data.customer.id") ?? digitsAt(event, "data.checkout.order.customer.id");
  const clientId = textAt(event, "clientId");
  const hashed = async (text: string | undefined) =>
    hasMatching && text ? sha256(text) : undefined;

  const [clickId, derivedClickId, unauthId, emailSha256, customerIdSha256, clientIdSha256] =
    await Promise.all([
      findClickId(browser, hrefsOf(event, init), now),
      readId(browser, "_derived_epik"),
      readId(browser, "_pin_unauth"),
      hashed(emailForm(email.normalize("NFC"))),
      hashed(customerId),
      hashed(clientId),
    ]);
  const ids = { clickId, derivedClickId, unauthId, clientId };
  return { ...ids, emailSha256, customerIdSha256, clientIdSha256, ...placeOf(event) };
}

/** The addresses of these sources' pages, as they stand in the address bar. */
export function hrefsOf(...sources: readonly unknown[]): string[] {
  return sources
    .map((source) => at(source, "context.document.location.href"))
    .filter((href) => typeof href === "string");
}

function placeOf(event: unknown): Pick<Sighting, "country" | "region"> {
  for (const kind of ["billingAddress", "shippingAddress"]) {
    const country = codeAt(event, `data.checkout.${kind}.countryCode`);
    const region = withoutContact(textAt(event, `data.checkout.${kind}.provinceCode`));
    if (country) return { country, region: region?.toUpperCase() };
  }
  return { country: undefined, region: undefined };
}
