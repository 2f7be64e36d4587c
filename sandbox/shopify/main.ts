import { createLog } from "../log.ts";
import { closeOnSignal, portFromEnv, reportUrl, requiredEnv } from "../process-exit.ts";
import { startShopify } from "./server.ts";

const { SANDBOX_APP_URL: appUrl, SANDBOX_PINTEREST_URL: pinterestUrl } = process.env;

const server = await startShopify({
  port: portFromEnv("SHOPIFY_PORT", 4100),
  apiKey: requiredEnv("SHOPIFY_API_KEY"),
  apiSecret: requiredEnv("SHOPIFY_API_SECRET"),
  toml: requiredEnv("SHOPIFY_APP_TOML"),
  pixel: {
    tomlPath: requiredEnv("SHOPIFY_PIXEL_TOML"),
    bundlePath: requiredEnv("SHOPIFY_PIXEL_BUNDLE"),
  },
  ...(appUrl && { appUrl }),
  ...(pinterestUrl && { pinterestUrl }),
  log: createLog("shopify", process.env.SANDBOX_LOG_FILE),
});
closeOnSignal(server.close);
reportUrl(server.url);
