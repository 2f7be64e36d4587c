import type { IncomingMessage, ServerResponse } from "node:http";

import type { BodyRequest } from "~/read-body.server";

// What the handlers have in common that answer at the socket, before Express and Remix.

/** The path that a request asks for, without its query. */
export function pathOf({ url = "" }: IncomingMessage): string {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

/** What is read of a request. */
export function toBodyRequest(incoming: IncomingMessage): BodyRequest {
  return {
    headers: { get: (name) => incoming.headers[name]?.toString() ?? null },
    body: incoming,
  };
}

/** Writes an answer out. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(response.body === null ? undefined : await response.text());
}
