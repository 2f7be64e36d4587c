import type { Browser } from "@shopify/web-pixels-extension";

import { orNothing, orUndefined } from "./nothing";
import { at } from "./unknown-value";

/** How long Pinterest's own tag keeps a click id. Source: the tag's script. */
const KEPT_MS = 365 * 24 * 60 * 60 * 1000;

const COOKIE = "_epik";
const STORED = "_epik_ls";

/** A click id is base64 text. What is something else is not written into a cookie. */
const CLICK_ID = /^[\w+/=.~-]{1,500}$/;

/**
 * Pinterest's click id: of the landing page's address, else of the tag's cookie, else of the tag's local
 * storage. What is found is kept where the tag keeps it, so that it outlives the landing page.
 *
 * @param hrefs the addresses that may have it, the present one first.
 */
export async function findClickId(
  browser: Browser,
  hrefs: readonly string[],
  now: number,
): Promise<string | undefined> {
  const landed = hrefs.map(landedClickId).find((clickId) => clickId !== undefined);
  const cookie = landed ?? (await readId(browser, COOKIE));
  // A cookie is kept already. What comes from the address or from the storage is kept anew.
  if (cookie && !landed) return cookie;
  const clickId =
    landed ?? storedClickId(await orNothing(() => browser.localStorage.getItem(STORED)), now);
  const host = hrefs.map(hostOf).find((name) => name !== undefined);
  if (clickId) await keep(browser, clickId, host, now);
  return clickId;
}

/** An id that Pinterest keeps in a cookie; `undefined` where it is not set or cannot be read. */
export async function readId(browser: Browser, name: string): Promise<string | undefined> {
  return valid(await orNothing(() => browser.cookie.get(name)));
}

/** As Pinterest's tag writes it: a year, for the whole site. Source: the tag's script. */
async function keep(
  browser: Browser,
  clickId: string,
  host: string | undefined,
  now: number,
): Promise<void> {
  const expires = now + KEPT_MS;
  const until = new Date(expires).toUTCString();
  const domain = host ? ` domain=${host.replace(/^www\./, "")};` : "";
  const stored = JSON.stringify({ value: clickId, expires });
  await Promise.all([
    orNothing(() => browser.cookie.set(`${COOKIE}=${clickId}; expires=${until}; path=/;${domain}`)),
    orNothing(() => browser.localStorage.setItem(STORED, stored)),
  ]);
}

function landedClickId(href: string): string | undefined {
  // A plus sign that was not encoded arrives as a space; base64 has none.
  return valid(
    orUndefined(() => new URL(href))
      ?.searchParams.get("epik")
      ?.replace(/ /g, "+"),
  );
}

function storedClickId(text: unknown, now: number): string | undefined {
  const stored: unknown =
    typeof text === "string" ? orUndefined(() => JSON.parse(text)) : undefined;
  const expires = at(stored, "expires");
  const isOver = typeof expires === "number" && expires < now;
  return isOver ? undefined : valid(at(stored, "value"));
}

function valid(text: unknown): string | undefined {
  return typeof text === "string" && CLICK_ID.test(text) ? text : undefined;
}

function hostOf(href: string): string | undefined {
  return orUndefined(() => new URL(href))?.hostname;
}
