import { readFileSync } from "node:fs";
import type { Route } from "../loopback-server.ts";

const FILES = [
  { path: "/", file: "event-page.html", type: "text/html" },
  { path: "/event-page.css", file: "event-page.css", type: "text/css" },
  { path: "/event-page.js", file: "event-page.js", type: "text/javascript" },
] as const;

/** The page that shows what browser and server reported, side by side. */
export function eventPageRoutes(): Route[] {
  return FILES.map(({ path, file, type }) => ({
    method: "GET",
    path,
    handle: ({ response }) => {
      response.writeHead(200, {
        "content-type": `${type}; charset=utf-8`,
        "cache-control": "no-store",
      });
      response.end(readFileSync(new URL(file, import.meta.url)));
    },
  }));
}
