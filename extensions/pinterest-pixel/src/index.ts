import { register } from "@shopify/web-pixels-extension";

import { orNothing } from "./nothing";
import { startPixel } from "./pixel";

// The only file of the pixel that knows the world. Shopify's `register` may call back at once, so what
// it needs are functions, which are there from the first line on.

register((api) => {
  const world = { fetch: request, now: () => Date.now(), sha256 };
  void orNothing(() => startPixel(api, world));
});

/** The browser's own `fetch` insists on being nobody's method. */
function request(url: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  return fetch(url, init);
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
