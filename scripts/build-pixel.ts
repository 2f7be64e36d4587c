import path from "node:path";

import { build } from "esbuild";

/** Where the pixel's bundle is put, seen from the project's folder. */
export const PIXEL_BUNDLE = path.join("build", "pinterest-pixel.js");

/** What a shop's page carries for the pixel at most. Shopify's own limit is 128 KiB. */
export const PIXEL_BYTES_MAX = 8_000;

/**
 * Bundles the web pixel as Shopify's command line does when the app is deployed, so that what is measured
 * and tested here is what shoppers get.
 *
 * Source: Shopify CLI 4.8, `bundleExtension`.
 *
 * @returns the bundle's size in bytes.
 */
export async function buildPixel(outfile: string): Promise<number> {
  const root = path.join(import.meta.dirname, "..");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["extensions/pinterest-pixel/src/index.ts"],
    outfile,
    bundle: true,
    target: "es6",
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    loader: { ".esnext": "ts", ".js": "jsx" },
    resolveExtensions: [".tsx", ".ts", ".js", ".json", ".esnext", ".mjs", ".ejs"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
    metafile: true,
  });
  return metafile.outputs[path.relative(root, path.resolve(root, outfile))]?.bytes ?? Number.NaN;
}
