import { DEMO_AD_ACCOUNT_ID, DEMO_TOKEN } from "../../sandbox/pinterest/server";
import { USER_AGENT } from "./browser";
import { control } from "./sandbox-control";
import type { Stack } from "./stack";

/** Installs the app and saves its settings as the pages do, without a browser. */
export async function connectShop(stack: Stack): Promise<void> {
  const { adminUrl } = stack.sandbox;
  await control(adminUrl, "POST", "install", {});
  const { idToken } = await control<{ idToken: string }>(adminUrl, "POST", "id-token", {});
  const headers = { authorization: `Bearer ${idToken}`, "user-agent": USER_AGENT };
  // The first request exchanges the id token and records the installation.
  await expectOk(await fetch(`${stack.appUrl}/app?_data=routes%2Fapp`, { headers }));
  await expectOk(
    await fetch(`${stack.appUrl}/app/settings?_data=routes%2Fapp.settings`, {
      method: "POST",
      headers,
      body: settingsForm(),
    }),
  );
}

/** Places an order of an American shopper; its webhook was answered when this returns. */
export async function placeOrder(stack: Stack, seed: string): Promise<void> {
  await control(stack.sandbox.adminUrl, "POST", "orders", { seed, country: "US" });
}

function settingsForm(): URLSearchParams {
  return new URLSearchParams({
    intent: "save",
    tagId: "2612345678901",
    adAccountId: DEMO_AD_ACCOUNT_ID,
    conversionToken: DEMO_TOKEN,
    orderTrigger: "create",
    valueBasis: "subtotal",
    itemIdFormat: "variant_id",
    "channels[]": "web",
    unknownWhereRequired: "skip",
    unknownElsewhere: "send",
    saleOfDataDenied: "ldp",
  });
}

async function expectOk(response: Response): Promise<void> {
  if (!response.ok) throw new Error(`The app answered ${response.status}: ${response.url}`);
}
