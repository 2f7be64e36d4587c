import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

import type { CollectMessage } from "~/conversions/collect-message";
import type { PixelFields } from "~/conversions/pixel-settings";

import { buildPixel } from "../../scripts/build-pixel";

const TAG = "https://ct.pinterest.com/v3/";
export const COLLECT_URL = "https://app.example.com/collect";

/** What Pinterest's tag says of itself; anything else in a request is a fault of ours. */
const PARAMETERS = {
  query: ["event", "tid", "ed", "pd", "ad", "cb"],
  ed: [
    ...["event_id", "value", "order_quantity", "currency", "order_id", "search_query"],
    "line_items",
  ],
  line: [
    ...["product_id", "product_name", "product_category", "product_brand", "product_price"],
    "product_quantity",
  ],
  pd: [
    ...["epik", "derived_epik", "pin_unauth", "em", "external_id", "opt_out_type", "st"],
    "country",
  ],
  ad: ["loc", "ref", "if", "sh", "sw"],
};

type Json = Record<string, unknown>;
export type TagHit = {
  event: string;
  credentials: string;
  method: string;
  ed: Json;
  pd: Json;
  ad: Json;
};

const FIELDS: PixelFields = {
  tagId: "2612345678901",
  collectUrl: COLLECT_URL,
  collectKey: "key-of-the-shop",
  mode: "both",
  events: JSON.stringify({
    page_viewed: "page_visit",
    product_viewed: "page_visit",
    collection_viewed: "view_category",
    search_submitted: "search",
    product_added_to_cart: "add_to_cart",
    checkout_started: "initiate_checkout",
    payment_info_submitted: "add_payment_info",
    checkout_completed: "checkout",
  }),
  themeEvents: JSON.stringify({ "pinterest:lead": "lead", "pinterest:signup": "signup" }),
  itemIdFormat: "variant_id",
  feedCountry: "US",
  valueBasis: "subtotal",
  matching: "off",
  saleOfDataDenied: "ldp",
};

export const ALLOWED = {
  analyticsProcessingAllowed: true,
  marketingAllowed: true,
  preferencesProcessingAllowed: true,
  saleOfDataAllowed: true,
};

type Options = {
  fields?: Partial<PixelFields>;
  privacy?: unknown;
  cookies?: Record<string, string>;
  stored?: Record<string, string>;
  customer?: unknown;
  /** Whether Pinterest answers a request well; a throw stands for a blocker. */
  pinterest?: (credentials: string) => boolean;
  isCollectBlocked?: boolean;
  isBrowserBroken?: boolean;
};

let source: string | undefined;

/** Builds the bundle once per file. */
export async function builtPixel(): Promise<number> {
  const outfile = path.join("build", `test-pixel-${process.pid}.js`);
  const bytes = await buildPixel(outfile);
  const file = path.join(import.meta.dirname, "../..", outfile);
  source = readFileSync(file, "utf8");
  rmSync(file);
  return bytes;
}

/** One page with the built pixel on it, and everything that left it. */
export class PixelPage {
  readonly hits: TagHit[] = [];
  readonly messages: CollectMessage[] = [];
  readonly urls: string[] = [];
  /** What the runtime would not have let out, or Pinterest does not document. The pixel never learns of it. */
  readonly faults: string[] = [];
  readonly cookies: Record<string, string>;
  readonly stored: Record<string, string>;
  readonly cookiesSet: string[] = [];
  readonly #subscribers = new Map<string, ((event: unknown) => unknown)[]>();
  readonly #options: Options;

  constructor(options: Options = {}, landing = "https://www.demo.example/") {
    this.#options = options;
    this.cookies = { ...options.cookies };
    this.stored = { ...options.stored };
    const subscribe = (name: string, callback: (event: unknown) => unknown) => {
      this.#subscribers.set(name, [...(this.#subscribers.get(name) ?? []), callback]);
      return () => true;
    };
    const api = {
      settings: { ...FIELDS, ...options.fields },
      analytics: { subscribe },
      customerPrivacy: { subscribe },
      browser: this.#browser(),
      init: {
        context: contextOf(landing),
        data: { customer: options.customer ?? null, shop: {} },
        customerPrivacy: options.privacy ?? ALLOWED,
      },
    };
    const context = vm.createContext({
      shopify: { extend: (_: string, run: (given: unknown) => void) => run(api) },
      fetch: (url: unknown, init: RequestInit) => this.#fetch(url, init),
      crypto: { subtle: { digest } },
      ...{ URL, URLSearchParams, TextEncoder },
    });
    vm.runInContext(source ?? "", context);
  }

  /** The names that the pixel listens to. */
  get subjects(): string[] {
    return [...this.#subscribers.keys()];
  }

  /** Publishes one event, and waits until nothing more leaves. */
  async publish(name: string, event: object): Promise<void> {
    const type = name.includes(":") ? "all_custom_events" : name;
    for (const told of this.#subscribers.get(type) ?? []) told({ name, ...event });
    await settled();
  }

  async choose(customerPrivacy: unknown): Promise<void> {
    for (const told of this.#subscribers.get("visitorConsentCollected") ?? []) {
      told({ customerPrivacy });
    }
    await settled();
  }

  #browser() {
    const broken = () => Promise.reject(new TypeError("broken"));
    if (this.#options.isBrowserBroken) {
      return {
        cookie: { get: broken, set: broken },
        localStorage: { getItem: broken, setItem: broken },
      };
    }
    return {
      cookie: {
        get: async (name: string) => this.cookies[name] ?? "",
        set: async (text: string) => {
          this.cookiesSet.push(text);
          return "";
        },
      },
      localStorage: {
        getItem: async (key: string) => this.stored[key] ?? null,
        setItem: async (key: string, value: string) => void (this.stored[key] = value),
      },
    };
  }

  async #fetch(url: unknown, init: RequestInit): Promise<{ ok: boolean }> {
    const text = String(url);
    this.urls.push(text);
    if (init.keepalive !== true) this.faults.push("A page that is left stops this request");
    if (text === COLLECT_URL) {
      if (init.headers || init.method !== "POST" || typeof init.body !== "string") {
        this.faults.push("The browser would ask about this request first");
      }
      this.messages.push(JSON.parse(String(init.body)));
      if (this.#options.isCollectBlocked) throw new TypeError("blocked");
      return { ok: true };
    }
    this.hits.push(readHit(text, init, this.faults));
    const answers = this.#options.pinterest ?? (() => true);
    return { ok: answers(String(init.credentials)) };
  }
}

function readHit(url: string, init: RequestInit, faults: string[]): TagHit {
  if (!url.startsWith(TAG)) faults.push(`A stranger's address: ${url}`);
  const only = (names: readonly string[], documented: readonly string[]) =>
    faults.push(...names.filter((name) => !documented.includes(name)));
  const params =
    init.method === "POST" ? new URLSearchParams(String(init.body)) : new URL(url).searchParams;
  only([...params.keys()], PARAMETERS.query);
  const part = (name: "ed" | "pd" | "ad"): Json => {
    const value: Json = JSON.parse(params.get(name) ?? "{}");
    only(Object.keys(value), PARAMETERS[name]);
    return value;
  };
  const ed = part("ed");
  for (const line of Array.isArray(ed["line_items"]) ? ed["line_items"] : []) {
    only(Object.keys(line), PARAMETERS.line);
  }
  const { method = "", credentials = "" } = init;
  return {
    event: params.get("event") ?? "",
    credentials,
    method,
    ed,
    pd: part("pd"),
    ad: part("ad"),
  };
}

export function contextOf(href: string, referrer = "") {
  const { pathname, search } = new URL(href);
  return {
    document: { location: { href, pathname, search }, referrer },
    navigator: { language: "en-US" },
    window: { screen: { height: 900, width: 1440 } },
  };
}

/** The browser's own, but on this thread, so that a test knows when all is done. */
async function digest(_: string, bytes: Uint8Array): Promise<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(bytes).digest()).buffer;
}

/** Nothing in the stand-in leaves the microtasks, which are over before the loop's next turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
