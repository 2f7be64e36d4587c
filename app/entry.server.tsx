import { PassThrough } from "node:stream";

import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

import { log } from "~/log.server";
import { addDocumentResponseHeaders } from "~/shopify.server";

/** A page that takes longer is cut off. */
const RENDER_MS_MAX = 5_000;

/** Renders a page, with the headers that let Shopify's admin, and nobody else, frame it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  headers.set("content-type", "text/html; charset=utf-8");
  const waitForAll = isbot(request.headers.get("user-agent") ?? "");

  return new Promise((resolve, reject) => {
    const answer = (): void => {
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      page.pipe(body);
    };
    const page = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      ...(waitForAll ? { onAllReady: answer } : { onShellReady: answer }),
      onShellError: reject,
      onError: (err) => log.error({ err }, "could not render a page"),
    });
    setTimeout(() => page.abort(), RENDER_MS_MAX).unref();
  });
}

/** What a loader or an action did not catch. Remix answers 500; the log says where it came from. */
export function handleError(err: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  log.error({ err, path: new URL(request.url).pathname }, "a route failed");
}
