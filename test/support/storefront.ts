import pg from "pg";
import type { Browser, BrowserContext, Page, Request } from "playwright-core";

import type { CollectMessage } from "~/conversions/collect-message";
import type { PixelFields } from "~/conversions/pixel-settings";
import { DEFAULT_APP_SETTINGS } from "~/shops/app-settings";
import { DEFAULT_SETTINGS } from "~/shops/settings";

import type { MergedEvent } from "../../sandbox/pinterest/merged";
import { INIT_EVENT } from "../../sandbox/pinterest/tag-names";
import { hitEventId, readTagHit } from "../../sandbox/pinterest/tag-wire";
import type { ShopOrder } from "../../sandbox/shopify/shop";
import type { SandboxProcesses } from "../../sandbox/start";
import { storefrontUrl } from "../../sandbox/storefront/server";
import { PATIENCE_MS, USER_AGENT } from "./browser";
import { connectShop, type ChosenSettings } from "./merchant";
import { control } from "./sandbox-control";
import { eventually, type Stack } from "./stack";

/** A shop of its own at the local Shopify, with an ad account and a tag of its own at the local Pinterest. */
export type PixelShop = { domain: string; url: string; adAccountId: string; tagId: string };

export type PixelShopOptions = {
  chosen?: ChosenSettings;
  /** Pinterest's sales channel runs its own pixel too. */
  hasChannelPixel?: boolean;
  /** Every load of the thank-you page tells of the completed checkout. */
  isCompletedRetold?: boolean;
  /** The webhooks of orders stay at the local Shopify. */
  isWebhookHeld?: boolean;
};

let shops = 0;

/** A shop that has installed the running app and connected it, and whose pixel the app has put in. */
export async function openPixelShop(
  stack: Stack,
  { chosen = {}, hasChannelPixel = false, ...switches }: PixelShopOptions = {},
): Promise<PixelShop> {
  shops += 1;
  const domain = `pixel-${shops}.myshopify.com`;
  const adAccountId = String(549_755_890_000 + shops);
  const tagId = String(2_612_345_690_000 + shops);
  const conversionToken = `pina_SANDBOX_STOREFRONT_${shops}`;
  const { adminUrl, pinterestUrl } = stack.sandbox;
  await control(adminUrl, "POST", "shops", { domain });
  await control(pinterestUrl, "POST", "accounts", { id: adAccountId });
  await control(pinterestUrl, "POST", "tags", { tagId, account: adAccountId });
  const accounts = [adAccountId];
  await control(pinterestUrl, "POST", "tokens", { token: conversionToken, accounts });
  await connectShop(stack, { shop: domain, adAccountId, conversionToken, tagId, chosen });
  const channelTagId = hasChannelPixel ? tagId : null;
  await control(adminUrl, "PUT", "storefront", { shop: domain, channelTagId, ...switches });
  const shop = { domain, url: storefrontUrl(adminUrl, domain), adAccountId, tagId };
  await eventually("the app has put its pixel in, as the merchant chose", async () => {
    const { webPixel } = await shopState(stack.sandbox, shop);
    return (webPixel && isAsChosen(JSON.parse(webPixel.settings), chosen)) || undefined;
  });
  return shop;
}

/** While the settings are saved, a run of the app's may still go by those from before. */
function isAsChosen(
  { matching, mode, itemIdFormat }: PixelFields,
  chosen: ChosenSettings,
): boolean {
  const wanted = { ...DEFAULT_APP_SETTINGS, ...DEFAULT_SETTINGS, ...chosen };
  return (
    wanted.mode.startsWith(mode) &&
    matching === wanted.matching &&
    itemIdFormat === wanted.itemIdFormat
  );
}

type ShopState = { webPixel: { settings: string } | null; orders: Omit<ShopOrder, "body">[] };

/** The shop as the local Shopify knows it. */
export async function shopState(
  { adminUrl }: SandboxProcesses,
  { domain }: PixelShop,
): Promise<ShopState> {
  type State = { shops: (ShopState & { domain: string })[] };
  const { shops: all } = await control<State>(adminUrl, "GET", "state");
  const found = all.find((shop) => shop.domain === domain);
  if (!found) throw new Error("The shop is gone");
  return found;
}

/** The text of the webhook that tells of the shop's one order. */
export async function orderWebhook(sandbox: SandboxProcesses, shop: PixelShop): Promise<string> {
  const id = (await shopState(sandbox, shop)).orders.at(-1)?.id;
  const path = `orders/${id}?shop=${shop.domain}`;
  return (await control<ShopOrder>(sandbox.adminUrl, "GET", path)).body;
}

/** What a browser may have to tell: to Pinterest's tag, or to the app. */
export type Way = "tag" | "app";

/** A shopper's browser, with nothing in it yet, and everything that leaves it for Pinterest or the app. */
export class Shopper {
  readonly context: BrowserContext;
  readonly #collectUrl: string;
  readonly #tagUrl: string;
  readonly #sent: Request[] = [];
  readonly #ended = new Set<Request>();

  static async enter(browser: Browser, { sandbox }: Stack): Promise<Shopper> {
    const viewport = { width: 1280, height: 900 };
    return new Shopper(await browser.newContext({ userAgent: USER_AGENT, viewport }), sandbox);
  }

  private constructor(context: BrowserContext, { pinterestUrl, proxyUrl }: SandboxProcesses) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    this.#collectUrl = `${proxyUrl}/collect`;
    this.#tagUrl = `${pinterestUrl}/v3/`;
    context.on("request", (request) => this.#sent.push(request));
    // Not the end of its body, which the pixel does not read.
    context.on("response", (response) => this.#ended.add(response.request()));
    context.on("requestfailed", (request) => this.#ended.add(request));
  }

  /** Of what left for Pinterest's tag, the parameters of each request. */
  get hits(): URLSearchParams[] {
    return this.#to(this.#tagUrl).map(parametersOf);
  }

  /** What left for the app. */
  get messages(): CollectMessage[] {
    return this.#to(this.#collectUrl).map(messageOf);
  }

  /** Everything that left for another machine than the shop's, decoded, as one text each. */
  get texts(): string[] {
    return this.#sent
      .filter((request) => !new URL(request.url()).hostname.endsWith(".localhost"))
      .map((request) => `${request.url()} ${request.postData() ?? ""}`)
      .map((text) => decodeURIComponent(text.replaceAll("+", " ")));
  }

  /** The acts whose requests were answered or failed, each once. */
  told(way: Way): string[] {
    const isEnded = (request: Request) => this.#ended.has(request);
    const acts =
      way === "tag"
        ? this.#to(this.#tagUrl).filter(isEnded).map(parametersOf).flatMap(hitNames)
        : this.#to(this.#collectUrl).filter(isEnded).map(messageOf).flatMap(actNames);
    return [...new Set(acts)];
  }

  /** Waits until so many acts have gone out in all, each way. */
  async hasTold(acts: Partial<Record<Way, number>>): Promise<void> {
    const { app = 0, tag = 0 } = acts;
    await eventually(
      `the browser has told of ${JSON.stringify(acts)}`,
      async () => (this.told("tag").length >= tag && this.told("app").length >= app) || undefined,
    ).catch((fault: unknown) => {
      const sofar = JSON.stringify({ tag: this.told("tag"), app: this.told("app") });
      throw new Error(`${String(fault)}; so far ${sofar}`);
    });
  }

  /** An ad blocker in this browser. */
  async block(way: Way): Promise<void> {
    const url = way === "tag" ? `${this.#tagUrl}**` : this.#collectUrl;
    await this.context.route(url, (route) => route.abort());
  }

  #to(url: string): Request[] {
    return this.#sent.filter(
      (request) => request.url().startsWith(url) && request.method() !== "OPTIONS",
    );
  }
}

function parametersOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.postData() ?? new URL(request.url()).search);
}

function messageOf(request: Request): CollectMessage {
  return JSON.parse(request.postData() ?? "");
}

function hitNames(parameters: URLSearchParams): string[] {
  const reading = readTagHit(parameters);
  if (reading.kind === "faults") return [`faulty ${reading.faults.join()}`];
  const { hit } = reading;
  return hit.eventName === INIT_EVENT ? [] : [`${hit.eventName} ${hitEventId(hit)}`];
}

function actNames(message: CollectMessage): string[] {
  return message.kind === "act" ? [`${message.name} ${message.eventId}`] : [];
}

/** What Pinterest counts for a shop. */
export async function mergedOf(
  { pinterestUrl }: SandboxProcesses,
  { adAccountId }: PixelShop,
): Promise<MergedEvent[]> {
  const path = `merged?account=${adAccountId}`;
  return (await control<{ events: MergedEvent[] }>(pinterestUrl, "GET", path)).events;
}

/** Looks into the running app's database. */
export class Ledger {
  readonly #client: pg.Client;

  static async open(stack: Stack): Promise<Ledger> {
    const client = new pg.Client({ connectionString: await stack.databaseUrl() });
    await client.connect();
    return new Ledger(client);
  }

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** The lines of the shop's orders, the latest first. */
  async orders({ domain }: PixelShop): Promise<OrderLine[]> {
    const { rows } = await this.#client.query<OrderLine>(
      `SELECT l.state, l.reason, l."receivedAt", l."settledAt", l."browserSeen"
         FROM ledger_lines l JOIN shops s ON s.id = l."shopId"
        WHERE s.domain = $1 ORDER BY l.id DESC`,
      [domain],
    );
    return rows;
  }

  /** The line of the shop's latest order; `undefined` while there is none. */
  async order(shop: PixelShop): Promise<OrderLine | undefined> {
    return (await this.orders(shop))[0];
  }

  /** Waits until every order of the shop is decided, and nothing of the shop is on its way. */
  async isSettled(shop: PixelShop): Promise<void> {
    await eventually("all is settled", async () => {
      const { rows } = await this.#client.query(
        `SELECT 1 FROM outbox o JOIN shops s ON s.id = o."shopId"
          WHERE s.domain = $1 AND o.state IN ('waiting', 'pending') LIMIT 1`,
        [shop.domain],
      );
      return rows.length === 0 || undefined;
    });
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}

export type OrderLine = {
  state: string;
  reason: string | null;
  receivedAt: Date;
  settledAt: Date | null;
  browserSeen: boolean;
};

export async function addToCart(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByText("In the cart.").waitFor();
}

/** Follows a link, and waits until the page and its scripts are there. */
export async function follow(page: Page, link: string | RegExp, path: string): Promise<void> {
  await page.getByRole("link", { name: link }).click();
  await page.waitForURL(`**${path}`);
}

/** From the cart into the checkout. */
export async function checkOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check out" }).click();
  await page.waitForURL("**/checkouts/**");
}

export async function pay(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Pay now" }).click();
  await page.waitForURL("**/thank-you");
}

/** Comes into the store at a collection, and buys a mug. */
export async function buyMug(page: Page, storeUrl: string): Promise<void> {
  await page.goto(`${storeUrl}/collections/kitchen`);
  await follow(page, "Stoneware Mug", "/stoneware-mug");
  await addToCart(page);
  await follow(page, /^Cart/, "/cart");
  await checkOut(page);
  await pay(page);
}
