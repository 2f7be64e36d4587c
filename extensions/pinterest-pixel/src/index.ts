import { register } from "@shopify/web-pixels-extension";

import { startPixel } from "./pixel";
import { orNothing } from "./quiet";

// The only file of the pixel that knows the world. Shopify's `register` may call back at once, so what
// it needs of this file is a function, which is there from the first line on.

register((api) => {
  void orNothing(() => startPixel(api, [fetch, Date.now, sha256]));
});

function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return crypto.subtle
    .digest("SHA-256", bytes)
    .then((digest) =>
      Array.from(new Uint8Array(digest), (byte) => (byte + 256).toString(16).slice(1)).join(""),
    );
}
