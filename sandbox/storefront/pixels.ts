import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { parseJson } from "../loopback-server.ts";
import type { Shop } from "../shopify/shop.ts";
import { readTables } from "../shopify/subscriptions.ts";
import type { CustomerPrivacy } from "./shopper.ts";

/** The app's pixel as it was deployed: what it declares, and the bundle that runs. */
export type DeployedPixel = { tomlPath: string; bundlePath: string };

/** One pixel of a page: which script runs with which settings, and what must be allowed first. */
export type PagePixel = {
  name: string;
  script: string;
  settings: Readonly<Record<string, string>>;
  requires: (keyof CustomerPrivacy)[];
};

export const APP_PIXEL_SCRIPT = "/wpm/app-pixel.js";
export const CHANNEL_PIXEL_SCRIPT = "/wpm/channel-pixel.js";

const settingsSchema = z.record(z.string(), z.string());

/** The pixels of a shop's pages: the app's if the app has created it, and the sales channel's. */
export function pagePixels(shop: Shop, deployed: DeployedPixel | null): PagePixel[] {
  const pixels: PagePixel[] = [];
  if (shop.installed && shop.webPixel && deployed && existsSync(deployed.bundlePath)) {
    pixels.push({
      name: "app",
      script: APP_PIXEL_SCRIPT,
      settings: settingsSchema.parse(parseJson(shop.webPixel.settings)),
      requires: requiredPurposes(readFileSync(deployed.tomlPath, "utf8")),
    });
  }
  if (shop.channelTagId) {
    pixels.push({
      name: "channel",
      script: CHANNEL_PIXEL_SCRIPT,
      settings: { tagID: shop.channelTagId },
      requires: ["marketingAllowed", "analyticsProcessingAllowed", "saleOfDataAllowed"],
    });
  }
  return pixels;
}

/**
 * What a pixel declares as required; it is loaded only where all of it is allowed. Of the sale of data,
 * `enabled` asks for a permission, `disabled` and `ldu` (limited data use) do not.
 *
 * Source: Shopify web pixels, `customer_privacy`; for `ldu`, our reading.
 */
export function requiredPurposes(toml: string): (keyof CustomerPrivacy)[] {
  const [declared] = readTables(toml).filter(({ section }) => section === "customer_privacy");
  const is = (key: string, value: string) => declared?.values.get(key) === value;
  return [
    ...(is("analytics", "true") ? (["analyticsProcessingAllowed"] as const) : []),
    ...(is("marketing", "true") ? (["marketingAllowed"] as const) : []),
    ...(is("preferences", "true") ? (["preferencesProcessingAllowed"] as const) : []),
    ...(is("sale_of_data", "enabled") ? (["saleOfDataAllowed"] as const) : []),
  ];
}
