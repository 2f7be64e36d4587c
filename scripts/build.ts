import path from "node:path";

import { build } from "esbuild";

import { buildPixel, PIXEL_BUNDLE } from "./build-pixel";

// Bundles the supervisor, the worker with its threads, and the web pixel. The web process is bundled by Vite, because its entry is the
// server build of the routes.

const root = path.join(import.meta.dirname, "..");

await build({
  absWorkingDir: root,
  entryPoints: {
    start: "app/start.server.ts",
    worker: "app/worker.server.ts",
    "range-thread": "app/shopify/range-thread.server.ts",
  },
  outdir: "build",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});

await buildPixel(PIXEL_BUNDLE);
