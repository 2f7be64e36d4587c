import { readFileSync } from "node:fs";
import type { Route } from "../loopback-server.ts";

const FILES: Readonly<Record<string, { file: string; type: string }>> = {
  "/": { file: "index.html", type: "text/html" },
  "/admin.css": { file: "admin.css", type: "text/css" },
  "/admin.js": { file: "admin.js", type: "text/javascript" },
  "/app-bridge.js": { file: "app-bridge.js", type: "text/javascript" },
};

/**
 * The admin page and the stand-in for App Bridge, read anew at each request. The stand-in is loaded
 * from inside the app's frame, hence the open CORS header.
 */
export function adminPageRoutes(): Route[] {
  const files = Object.entries(FILES).map(([path, { file, type }]): Route => ({
    method: "GET",
    path,
    handle: ({ response }) => {
      response.writeHead(200, {
        "content-type": `${type}; charset=utf-8`,
        "cache-control": "no-store",
        "access-control-allow-origin": "*",
      });
      response.end(readFileSync(new URL(file, import.meta.url)));
    },
  }));
  const font: Route = {
    method: "GET",
    path: "/blocked-fonts/*",
    handle: ({ response }) => {
      response.writeHead(200, {
        "content-type": "text/css; charset=utf-8",
        "access-control-allow-origin": "*",
      });
      response.end();
    },
  };
  return [...files, font];
}
