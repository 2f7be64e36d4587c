import { DEFAULT_APP_SETTINGS, IDENTIFIERS, type AppSettings } from "~/shops/app-settings";
import { CHOSEN_PIXEL_EVENTS } from "~/shops/pixel-events";
import { DEFAULT_SETTINGS, type ShopSettings } from "~/shops/settings";
import { eventField } from "~/shops/settings-form";

import { DEMO_AD_ACCOUNT_ID, DEMO_TAG_ID, DEMO_TOKEN } from "../../sandbox/pinterest/server";
import { DEMO_SHOP } from "../../sandbox/shopify/desk";
import { USER_AGENT } from "./browser";
import { control } from "./sandbox-control";
import type { Stack } from "./stack";

/** A shop at the local Shopify, and what its merchant types into the settings. */
export type Merchant = {
  shop: string;
  adAccountId: string;
  conversionToken: string;
  tagId?: string;
  /** What the merchant chose otherwise than a shop starts with. */
  chosen?: ChosenSettings;
};

export type ChosenSettings = Partial<
  Pick<AppSettings, "graceSeconds" | "matching" | "mode" | "presumedDenied"> &
    Pick<ShopSettings, "itemIdFormat">
>;

const DEMO_MERCHANT: Merchant = {
  shop: DEMO_SHOP,
  adAccountId: DEMO_AD_ACCOUNT_ID,
  conversionToken: DEMO_TOKEN,
};

type Reached = Pick<Stack, "appUrl" | "sandbox">;

/** Installs the app and saves its settings as the pages do, without a browser. */
export async function connectShop(stack: Reached, merchant = DEMO_MERCHANT): Promise<void> {
  await installApp(stack, merchant.shop);
  await saveSettings(stack, merchant);
}

/** Installs the app at a shop, which has filled in nothing yet. */
export async function installApp(stack: Reached, shop: string): Promise<void> {
  await control(stack.sandbox.adminUrl, "POST", "install", { shop });
  // The first request exchanges the id token and records the installation.
  const home = `${stack.appUrl}/app?_data=routes%2Fapp`;
  await expectOk(await fetch(home, { headers: await merchantHeaders(stack, shop) }));
}

/** Saves the pages of the settings of a shop that has the app installed. */
export async function saveSettings(stack: Reached, merchant: Merchant): Promise<void> {
  for (const [page, body] of Object.entries(settingsForms(merchant))) {
    await expectSaved(
      await fetch(pageUrl(stack, page), {
        method: "POST",
        headers: await merchantHeaders(stack, merchant.shop),
        body,
      }),
    );
  }
}

function pageUrl({ appUrl }: Reached, page: string): string {
  return `${appUrl}/app/settings/${page}?_data=routes%2Fapp.settings_.${page}`;
}

/**
 * Connects a shop's Pinterest account as a merchant does, and confirms it: out to the local Pinterest, whose
 * first user gives access, and back.
 */
export async function connectAccount(stack: Reached, shop = DEMO_MERCHANT.shop): Promise<void> {
  const opened = await postAccountForm<{ path: string }>(stack, shop, {
    intent: "connect_account",
  });
  const { pinterestUrl, proxyUrl } = stack.sandbox;
  // The proxy leads to the local Pinterest what would go to the real one.
  const start = await redirected(await fetch(`${proxyUrl}${opened.path}`, NOT_FOLLOWED));
  const { users } = await control<{ users: { id: string }[] }>(pinterestUrl, "GET", "users");
  const access = new URLSearchParams({ decision: "allow", user: users[0]?.id ?? "" });
  const asked = new URL(start.location).searchParams.get("scope") ?? "";
  for (const scope of asked.split(",")) access.append("scope", scope);
  const back = await redirected(
    await fetch(start.location, { ...NOT_FOLLOWED, method: "POST", body: access }),
  );
  await redirected(
    await fetch(back.location, { ...NOT_FOLLOWED, headers: { cookie: start.cookie } }),
  );
  await postAccountForm(stack, shop, { intent: "confirm_account" });
  const chosen = { adAccountId: DEMO_AD_ACCOUNT_ID, tagId: DEMO_TAG_ID };
  await postAccountForm(stack, shop, { intent: "choose_ad_account", ...chosen });
}

const NOT_FOLLOWED = { redirect: "manual" } as const;

async function postAccountForm<Answer>(
  stack: Reached,
  shop: string,
  form: Record<string, string>,
): Promise<Answer> {
  const response = await fetch(pageUrl(stack, "connection"), {
    method: "POST",
    headers: await merchantHeaders(stack, shop),
    body: new URLSearchParams(form),
  });
  await expectOk(response);
  return response.json();
}

/** Where an answer leads, and the cookie that it sets. */
async function redirected(response: Response): Promise<{ location: string; cookie: string }> {
  const location = response.headers.get("location");
  if (location === null) throw new Error(`${response.url} answered ${response.status}`);
  await response.body?.cancel();
  return { location, cookie: (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
}

/** The headers with which a shop's merchant asks the app, from inside Shopify's admin. */
export async function merchantHeaders({ sandbox }: Pick<Stack, "sandbox">, shop: string) {
  const { idToken } = await control<{ idToken: string }>(sandbox.adminUrl, "POST", "id-token", {
    shop,
  });
  return { authorization: `Bearer ${idToken}`, "user-agent": USER_AGENT };
}

/** Places an order of an American shopper; its webhook was answered when this returns. */
export async function placeOrder(stack: Stack, seed: string): Promise<void> {
  await control(stack.sandbox.adminUrl, "POST", "orders", { seed, country: "US" });
}

/** The form of each page; what decides on an order is saved before there is a connection to report it by. */
function settingsForms(merchant: Merchant): Record<string, URLSearchParams> {
  const { adAccountId, chosen, conversionToken, tagId = DEMO_TAG_ID } = merchant;
  const start = { ...DEFAULT_APP_SETTINGS, itemIdFormat: DEFAULT_SETTINGS.itemIdFormat };
  const { events, graceSeconds, itemIdFormat, matching, mode, presumedDenied, ...others } = {
    ...start,
    ...chosen,
  };
  const { retention, themeEvents } = others;
  const tracking = new URLSearchParams({
    intent: "save_tracking",
    orderTrigger: "create",
    valueBasis: "subtotal",
    "channels[]": "web",
    mode,
  });
  for (const act of CHOSEN_PIXEL_EVENTS) tracking.set(eventField(act), events[act]);
  for (const name of themeEvents) tracking.append("themeEvents[]", name);
  const matched = new URLSearchParams({ intent: "save_matching", itemIdFormat, matching });
  for (const identifier of IDENTIFIERS) matched.append("identifiers[]", identifier);
  return {
    tracking,
    matching: matched,
    privacy: new URLSearchParams({
      intent: "save_privacy",
      unknownWhereRequired: "skip",
      unknownElsewhere: "send",
      saleOfDataDenied: "ldp",
      presumedDenied,
      graceSeconds: String(graceSeconds),
      eventDays: String(retention.eventDays),
      deadLetterDays: String(retention.deadLetterDays),
      snapshotDays: String(retention.snapshotDays),
    }),
    connection: new URLSearchParams({
      intent: "save_connection",
      tagId,
      adAccountId,
      conversionToken,
    }),
  };
}

async function expectSaved(response: Response): Promise<void> {
  await expectOk(response);
  const answer: { kind: string } = await response.json();
  if (answer.kind !== "saved") throw new Error(`The settings were not saved: ${answer.kind}`);
}

async function expectOk(response: Response): Promise<void> {
  if (!response.ok) throw new Error(`The app answered ${response.status}: ${response.url}`);
}
