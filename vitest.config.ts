import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

import { ClosingLine } from "./test/support/closing-line";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", new ClosingLine()],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/setup.ts"],
    // Tests measure no speed; a busy machine may take its time.
    testTimeout: 300_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    env: {
      TZ: "UTC",
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      SHOPIFY_API_KEY: "test-key",
      SHOPIFY_API_SECRET: "test-secret",
      SHOPIFY_APP_URL: "http://127.0.0.1:4199",
      SCOPES: "read_products,read_orders,write_pixels,read_customer_events",
      // The app as the local Pinterest knows it.
      PINTEREST_APP_ID: "1480000",
      PINTEREST_APP_SECRET: "SANDBOX_NOT_A_REAL_SECRET",
      // 32 zero bytes.
      ENCRYPTION_KEYS: "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    },
  },
});
