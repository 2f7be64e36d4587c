import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

/**
 * Makes our own web process the entry of the server build, so that routes and process share one copy
 * of every module: one database pool, one queue.
 */
const webEntry: Plugin = {
  name: "web-entry",
  config: (_config, { command, isSsrBuild }) =>
    command === "build" && isSsrBuild
      ? { build: { rollupOptions: { input: "app/web.server.ts" } } }
      : undefined,
};

/** Pages load few files rather than many: what is small is put together with what is loaded beside it. */
const largerChunks: Plugin = {
  name: "larger-chunks",
  config: (_config, { command, isSsrBuild }) =>
    command === "build" && !isSsrBuild
      ? { build: { rollupOptions: { output: { experimentalMinChunkSize: 15_000 } } } }
      : undefined,
};

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ["**/.*"],
      serverBuildFile: "web.js",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        // Off: see docs/decisions.
        v3_singleFetch: false,
      },
    }),
    webEntry,
    largerChunks,
    tsconfigPaths(),
  ],
  build: { assetsInlineLimit: 0, target: "es2022" },
});
