import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { z } from "zod";
import { type Log, type LogFields, silent } from "./log.ts";

/** One request on its way through a handler. */
export type Exchange = {
  method: string;
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
};

export type Handler = (exchange: Exchange) => Promise<void> | void;

/** A running server; `close` also ends the connections that are still open. */
export type RunningServer = { url: string; port: number; close: () => Promise<void> };

export type ServeOptions = { name: string; port: number; handle: Handler; log?: Log | undefined };

/** The only host the sandbox listens on: nothing of it is meant for another machine. */
export const LOOPBACK = "127.0.0.1";

const LOOPBACK_NAMES = new Set([LOOPBACK, "localhost", "[::1]"]);

/**
 * Starts a server on 127.0.0.1; port 0 takes any free one. A request whose `Host` is not a loopback
 * name gets 403, so that no page on the internet reaches the sandbox through a name of its own.
 * A handler that throws gets 500, and the log gets the error's name.
 */
export async function serve({
  name,
  port,
  handle,
  log = silent,
}: ServeOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const startedAt = performance.now();
    const url = URL.parse(request.url ?? "/", `http://${request.headers.host ?? LOOPBACK}`);
    if (!url) return refuse(response, 400, "bad_request", "The address cannot be read.");
    const method = request.method ?? "GET";
    response.on("close", () => {
      if (url.pathname === "/healthz" || isPoll(method, url)) return;
      const durationMs = Math.round(performance.now() - startedAt);
      log("request", { method, path: loggedPath(url), status: response.statusCode, durationMs });
    });
    if (!isLoopbackName(url.hostname)) {
      return refuse(response, 403, "foreign_host", "The sandbox answers on loopback names only.");
    }
    if (url.pathname.startsWith("/sandbox/") && isForeign(request.headers.origin)) {
      return refuse(response, 403, "foreign_origin", "No other site's page may work the controls.");
    }
    Promise.resolve(handle({ method, url, request, response })).catch((error: unknown) => {
      log("handler failed", placeOf(error));
      if (response.headersSent) response.destroy();
      else refuse(response, 500, "sandbox_fault", `The ${name} of the sandbox failed.`);
    });
  });
  // Whoever calls closes an idle connection, so that none breaks under a request already on its way.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const listening = portOf(server.address());
  return {
    port: listening,
    url: `http://${LOOPBACK}:${listening}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

/** The error's kind and line; its message might quote a body. */
function placeOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: "unknown" };
  const frame = /^\s+at .*$/m.exec(error.stack ?? "")?.[0].trim() ?? null;
  return { error: error.name, at: frame };
}

/** Browsers find every name below `localhost` on their own machine. Source: RFC 6761, section 6.3. */
function isLoopbackName(hostname: string): boolean {
  return LOOPBACK_NAMES.has(hostname) || hostname.endsWith(".localhost");
}

function isForeign(origin: string | undefined): boolean {
  return origin !== undefined && !LOOPBACK_NAMES.has(URL.parse(origin)?.hostname ?? "");
}

/** The admin page asks every second; those questions would bury everything else in the log. */
function isPoll(method: string, url: URL): boolean {
  return method === "GET" && url.pathname.startsWith("/sandbox/");
}

/** A path of the control API may name a token. */
function loggedPath(url: URL): string {
  return url.pathname.replace(/^(\/sandbox\/.*(?:tokens|deliveries))\/.*$/, "$1/:id");
}

/** The text of a request, unless it is longer than the server takes. */
export type ReadBody = { kind: "read"; text: string } | { kind: "too_large" };

export async function readBody(request: IncomingMessage, bytesMax: number): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    // The rest is read and dropped, so that the caller sees the answer and no broken connection.
    if (bytes <= bytesMax) chunks.push(buffer);
  }
  if (bytes > bytesMax) return { kind: "too_large" };
  return { kind: "read", text: Buffer.concat(chunks).toString("utf8") };
}

/** JSON text as an unknown value; `undefined` when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export type AnswerHeaders = Readonly<Record<string, string>>;

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: AnswerHeaders = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(value));
}

/** The control APIs' own form of a refusal. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  sendJson(response, status, { error: { code, message } });
}

/** `application/json; charset=utf-8` and `application/json` alike. */
export function isJson(request: IncomingMessage): boolean {
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  return type.trim().toLowerCase() === "application/json";
}

export type Params = Readonly<Record<string, string>>;

export type Route = {
  method: string;
  /** Segments beginning with `:` are parameters; a last `*` takes the rest. */
  path: string;
  handle: (exchange: Exchange, params: Params) => Promise<void> | void;
};

/** Calls the first route that fits; `false` when none does. */
export async function dispatch(routes: readonly Route[], exchange: Exchange): Promise<boolean> {
  for (const route of routes) {
    const params = route.method === exchange.method ? match(route.path, exchange.url) : undefined;
    if (params) {
      await route.handle(exchange, params);
      return true;
    }
  }
  return false;
}

function match(pattern: string, { pathname }: URL): Params | undefined {
  const wanted = pattern.split("/");
  const given = pathname.split("/");
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    if (segment === "*") return { ...params, rest: given.slice(index).join("/") };
    const value = given[index];
    if (value === undefined) return undefined;
    if (segment.startsWith(":")) params[segment.slice(1)] = decodeURIComponent(value);
    else if (segment !== value) return undefined;
  }
  return wanted.length === given.length ? params : undefined;
}

const CONTROL_BYTES_MAX = 4 * 1024 * 1024;

/**
 * The body of a control call, checked; an empty body counts as `{}`. `undefined` when it was refused,
 * in which case the 400 with the names of the wrong fields has been sent.
 */
export async function controlBody<Value>(
  { request, response }: Exchange,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  const body = await readBody(request, CONTROL_BYTES_MAX);
  if (body.kind === "too_large") {
    refuse(response, 413, "too_large", `A control call takes ${CONTROL_BYTES_MAX} bytes.`);
    return undefined;
  }
  const result = schema.safeParse(body.text === "" ? {} : parseJson(body.text));
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join(".") || "(body)");
  refuse(response, 400, "invalid_control", `These fields do not fit: ${fields.join(", ")}.`);
  return undefined;
}
