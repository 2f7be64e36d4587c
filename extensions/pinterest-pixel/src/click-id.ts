import type { Browser } from "@shopify/web-pixels-extension";

import { orNothing } from "./quiet";
import { at } from "./unknown-value";

/** A year, as long as Pinterest's own tag keeps a click id. Source: the tag's script. */
const KEPT_MS = 31_536_000_000;

/** Pinterest's ids are base64 text. What is something else is neither sent nor written into a cookie. */
const ID = /^[\w+/=.~-]{1,500}$/;

/**
 * Pinterest's click id: of the page's address, else of the tag's cookie, else of the tag's local storage.
 * One that is not in the cookie yet is kept where the tag keeps it, so that it outlives the landing page.
 */
export function findClickId(browser: Browser, href: string, now: number): Promise<string> {
  const query = new URLSearchParams(href.replace(/^[^?]*\??|#.*/g, ""));
  // A plus sign that was not encoded arrives as a space.
  const landed = valid((query.get("epik") || "").replace(/ /g, "+"));
  const stored = () =>
    orNothing(() => browser.localStorage.getItem("_epik_ls").then((text) => JSON.parse(`${text}`)));

  return readId(browser, "_epik").then((cookie) => {
    if (cookie && (!landed || cookie === landed)) return cookie;
    return stored().then((found) => {
      const isFresh = Number(at(found, "expires")) > now;
      const clickId = landed || (isFresh ? valid(at(found, "value")) : "");
      if (clickId) keep(browser, clickId, href, now + KEPT_MS);
      return clickId;
    });
  });
}

/** An id that Pinterest keeps in a cookie; empty where it is not set or cannot be read. */
export function readId(browser: Browser, name: string): Promise<string> {
  return orNothing(() => browser.cookie.get(name)).then(valid);
}

/** As Pinterest's tag writes it: a year, for the whole site. Source: the tag's script. */
function keep(browser: Browser, clickId: string, href: string, expires: number): void {
  const until = new Date(expires).toUTCString();
  const domain = /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(href);
  const cookie = `_epik=${clickId}; expires=${until}; path=/;${domain ? ` domain=${domain[1]};` : ""}`;
  void orNothing(() => browser.cookie.set(cookie));
  const stored = JSON.stringify({ value: clickId, expires });
  void orNothing(() => browser.localStorage.setItem("_epik_ls", stored));
}

function valid(text: unknown): string {
  return typeof text === "string" && ID.test(text) ? text : "";
}
