import { z } from "zod";
import type { Route } from "../loopback-server.ts";
import type { ForShop } from "./for-shop.ts";
import { newPixelId } from "./web-pixel.ts";

const consentPoliciesSchema = z.strictObject({
  shop: z.string().optional(),
  policies: z
    .array(
      z.strictObject({
        countryCode: z.string(),
        regionCode: z.string().nullable().default(null),
        consentRequired: z.boolean().default(false),
        dataSaleOptOutRequired: z.boolean().default(false),
      }),
    )
    .nullable(),
});

const optedOutSchema = z.strictObject({
  shop: z.string().optional(),
  customers: z.array(z.string()),
});

const pixelSchema = z.strictObject({
  shop: z.string().optional(),
  settings: z.record(z.string(), z.string()).nullable(),
});

const refusalSchema = z.strictObject({
  shop: z.string().optional(),
  code: z.string().nullable(),
});

const storefrontSchema = z.strictObject({
  shop: z.string().optional(),
  channelTagId: z.string().nullable().optional(),
  isCompletedRetold: z.boolean().optional(),
  isWebhookHeld: z.boolean().optional(),
});

/** What concerns a shop's pixels, and what its shoppers allow them. */
export function pixelControls(forShop: ForShop): Route[] {
  return [
    forShop("PUT", "/sandbox/consent-policies", consentPoliciesSchema, (shop, { policies }) => {
      shop.consentPolicies = policies;
    }),
    forShop("PUT", "/sandbox/opted-out-of-sale", optedOutSchema, (shop, { customers }) => {
      shop.optedOutOfSale = customers;
    }),
    forShop("PUT", "/sandbox/pixel-refusal", refusalSchema, (shop, { code }) => {
      shop.pixelRefusal = code;
    }),
    forShop("PUT", "/sandbox/pixel", pixelSchema, (shop, { settings }) => {
      shop.webPixel = settings && { id: newPixelId(), settings: JSON.stringify(settings) };
    }),
    forShop("PUT", "/sandbox/storefront", storefrontSchema, (shop, wanted) => {
      if (wanted.channelTagId !== undefined) shop.channelTagId = wanted.channelTagId;
      shop.isCompletedRetold = wanted.isCompletedRetold ?? shop.isCompletedRetold;
      shop.isWebhookHeld = wanted.isWebhookHeld ?? shop.isWebhookHeld;
    }),
  ];
}
