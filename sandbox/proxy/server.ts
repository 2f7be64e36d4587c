import { type IncomingHttpHeaders, type IncomingMessage, request as httpRequest } from "node:http";
import type { Log } from "../log.ts";
import { type Exchange, type RunningServer, refuse, sendJson, serve } from "../loopback-server.ts";
import {
  StreamReplacer,
  allowFraming,
  redirectTarget,
  replaceAll,
  replacements,
} from "./rewrite.ts";

export type ProxyOptions = {
  port: number;
  /** The app's web process. */
  upstreamUrl: string;
  /** The admin page's origin: it may frame the app, and serves the stand-in for App Bridge. */
  adminOrigin: string;
  /** The local Pinterest, for whoever is sent there to sign in. */
  pinterestUrl: string;
  log?: Log | undefined;
};

/** What stands in for the sites around the app. */
type Neighbours = Pick<ProxyOptions, "adminOrigin" | "pinterestUrl">;

/** Says of the proxy itself that it is up; every other address is the app's. */
const HEALTH_PATH = "/__sandbox/healthz";

/** These concern one connection, not the message (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Starts the reverse proxy through which a browser and the webhooks reach the app. */
export function startProxy({ port, upstreamUrl, log, ...neighbours }: ProxyOptions) {
  const upstream = new URL(upstreamUrl);
  const handle = (exchange: Exchange) =>
    exchange.url.pathname === HEALTH_PATH
      ? sendJson(exchange.response, 200, {})
      : forward(exchange, upstream, neighbours);
  const started: Promise<RunningServer> = serve({ name: "proxy", port, log, handle });
  return started;
}

function forward(exchange: Exchange, upstream: URL, neighbours: Neighbours): Promise<void> {
  const { request, response, method } = exchange;
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      {
        host: upstream.hostname,
        port: upstream.port,
        path: request.url,
        method,
        headers: upstreamHeaders(request),
      },
      (answer) => {
        passBack(answer, exchange, neighbours);
        response.on("close", resolve);
      },
    );
    outgoing.on("error", () => {
      if (response.headersSent || response.destroyed) response.destroy();
      else refuse(response, 502, "no_app", "The app's web process does not answer.");
      resolve();
    });
    // A browser that went away ends the call to the app too: server-sent events would stay open.
    response.on("close", () => outgoing.destroy());
    request.pipe(outgoing);
  });
}

/** `Host` stays the browser's: the app compares it with `Origin`. */
function upstreamHeaders({ headers, socket }: IncomingMessage): IncomingHttpHeaders {
  const forwardedFor = [headers["x-forwarded-for"], socket.remoteAddress]
    .filter(Boolean)
    .join(", ");
  return {
    ...withoutHopByHop(headers),
    // A compressed page could not be rewritten; everything else comes as it does from the app.
    ...(headers.accept?.includes("text/html") ? { "accept-encoding": "identity" } : {}),
    "x-forwarded-for": forwardedFor,
    "x-forwarded-host": headers.host ?? "",
    "x-forwarded-proto": "http",
  };
}

function passBack(answer: IncomingMessage, { response }: Exchange, neighbours: Neighbours): void {
  const { adminOrigin } = neighbours;
  const changes = replacements(adminOrigin);
  const headers = withoutHopByHop(answer.headers);
  const policy = headers["content-security-policy"];
  if (typeof policy === "string") {
    headers["content-security-policy"] = allowFraming(policy, adminOrigin);
  }
  if (typeof headers.link === "string") headers.link = replaceAll(headers.link, changes);
  if (headers.location) headers.location = redirectTarget(headers.location, neighbours);
  const isText = (headers["content-encoding"] ?? "identity") === "identity";
  const isPage = isText && (headers["content-type"] ?? "").startsWith("text/html");
  if (isPage) delete headers["content-length"];
  response.writeHead(answer.statusCode ?? 502, headers);
  response.flushHeaders();
  answer.on("error", () => response.destroy());
  if (!isPage) {
    answer.pipe(response);
    return;
  }
  const replacer = new StreamReplacer(changes);
  answer.on("data", (chunk: Buffer) => response.write(replacer.push(chunk)));
  answer.on("end", () => response.end(replacer.end()));
}

function withoutHopByHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.includes(name)),
  );
}
