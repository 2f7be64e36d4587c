import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

import { build } from "esbuild";

import { buildPixel, PIXEL_BUNDLE } from "./build-pixel";

// Bundles the supervisor, the worker with its threads, and the web pixel. The web process is bundled by
// Vite, because its entry is the server build of the routes; what Vite made for browsers is compressed here,
// once, so that no answer does it again.

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

await Promise.all([
  buildPixel(PIXEL_BUNDLE),
  compressAssets(path.join(root, "build", "client", "assets")),
]);

async function compressAssets(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(names.map((name) => compressAsset(path.join(folder, name))));
}

async function compressAsset(file: string): Promise<void> {
  const content = await readFile(file);
  await Promise.all([
    writeFile(`${file}.br`, await promisify(brotliCompress)(content)),
    writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 })),
  ]);
}
