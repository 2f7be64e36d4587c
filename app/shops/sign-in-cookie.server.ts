import { createCookie } from "@remix-run/node";

import { env } from "~/env.server";

/** As long as the state that it goes with. */
const SECONDS_MAX = 10 * 60;

/**
 * Marks the browser that set out to Pinterest. `lax`, because the way back is a navigation from Pinterest's
 * site; no script and no other path of the app sees it.
 */
const cookie = createCookie("pin_relay_sign_in", {
  path: "/pinterest",
  httpOnly: true,
  sameSite: "lax",
  // On this machine there is no https, and no wire either.
  secure: env.SHOPIFY_APP_URL.startsWith("https:"),
  maxAge: SECONDS_MAX,
});

/** The header that gives the browser its mark. */
export function markBrowser(mark: string): Promise<string> {
  return cookie.serialize(mark);
}

/** The header that takes it away. */
export function unmarkBrowser(): Promise<string> {
  return cookie.serialize("", { maxAge: 0 });
}

/** The mark of the browser that asks; `null` where it has none of ours. */
export async function readMark(request: Request): Promise<string | null> {
  const mark: unknown = await cookie.parse(request.headers.get("cookie"));
  return typeof mark === "string" && mark !== "" ? mark : null;
}
