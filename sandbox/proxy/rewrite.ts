/** What the proxy changes in a page, each a text of plain ASCII. */
export type Replacement = { from: string; to: string };

/** Where App Bridge comes from in the app's pages. */
const APP_BRIDGE_URL = "https://cdn.shopify.com/shopifycloud/app-bridge.js";
/** The start of the address of the font's style sheet; a version follows. */
const FONT_URL = "https://cdn.shopify.com/static/fonts/inter";

/** The two addresses that would make a page wait for the network, and what stands in for them. */
export function replacements(adminOrigin: string): readonly Replacement[] {
  return [
    { from: APP_BRIDGE_URL, to: `${adminOrigin}/app-bridge.js` },
    { from: FONT_URL, to: `${adminOrigin}/blocked-fonts/inter` },
  ];
}

export function replaceAll(text: string, changes: readonly Replacement[]): string {
  return changes.reduce((changed, { from, to }) => changed.replaceAll(from, to), text);
}

/** Where a Pinterest user signs in. */
const PINTEREST_SIGN_IN_URL = "https://www.pinterest.com/oauth/";

/** A page of the app in a shop's admin; the path is the app's own. */
const ADMIN_PAGE = /^https:\/\/[a-z0-9-]+\.myshopify\.com\/admin\/apps\/[^/]+(\/.*)$/;

/** Leads a redirect out of the app to what stands in for its target, and every other one where it says. */
export function redirectTarget(
  location: string,
  { adminOrigin, pinterestUrl }: { adminOrigin: string; pinterestUrl: string },
): string {
  if (location.startsWith(PINTEREST_SIGN_IN_URL)) {
    return `${pinterestUrl}/oauth/${location.slice(PINTEREST_SIGN_IN_URL.length)}`;
  }
  const appPath = ADMIN_PAGE.exec(location)?.[1];
  if (appPath === undefined) return location;
  return `${adminOrigin}/?open=${encodeURIComponent(appPath)}`;
}

/** Adds the admin page to the sites that may frame the app; other directives stay as they are. */
export function allowFraming(policy: string, adminOrigin: string): string {
  return policy
    .split(";")
    .map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      if (name?.toLowerCase() !== "frame-ancestors") return directive;
      const kept = sources.filter((source) => source !== "'none'");
      return ` ${["frame-ancestors", ...kept, adminOrigin].join(" ")}`;
    })
    .join(";")
    .trim();
}

/**
 * Replaces texts in a stream of bytes, also where one is cut by the border of two chunks. What could
 * still become a match is held back until the next chunk, and nothing else waits.
 */
export class StreamReplacer {
  readonly #changes: readonly Replacement[];
  #held = "";

  constructor(changes: readonly Replacement[]) {
    this.#changes = changes;
  }

  /** The bytes that are settled by now. */
  push(chunk: Uint8Array): Buffer {
    // One character per byte: no character of UTF-8 is torn apart, and the texts are ASCII.
    const text = replaceAll(this.#held + Buffer.from(chunk).toString("latin1"), this.#changes);
    const keep = this.#openEnd(text);
    this.#held = text.slice(text.length - keep);
    return Buffer.from(text.slice(0, text.length - keep), "latin1");
  }

  /** What was held back. */
  end(): Buffer {
    return Buffer.from(this.#held, "latin1");
  }

  /** The length of the longest end of `text` that is the beginning of a text to be replaced. */
  #openEnd(text: string): number {
    let longest = 0;
    for (const { from } of this.#changes) {
      for (let length = Math.min(from.length - 1, text.length); length > longest; length -= 1) {
        if (text.endsWith(from.slice(0, length))) longest = length;
      }
    }
    return longest;
  }
}
