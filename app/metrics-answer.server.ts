import { createHash, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

import { log } from "./log.server";
import { renderMetrics } from "./metrics.server";
import { refusal } from "./refusal";

/** Who asks for the figures. */
export type MetricsReader = {
  headers: { get(name: string): string | null };
  /** The other end of the socket itself, whatever a header claims. */
  peerAddress: unknown;
};

/** What a proxy adds. One on this machine is a loopback peer that speaks for a stranger. */
const PROXY_HEADERS = ["forwarded", "via", "x-forwarded-for", "x-real-ip"];

/**
 * Whether somebody may read the figures: with the bearer token, or from this very machine and not
 * through a proxy.
 */
export function mayReadMetrics(
  { headers, peerAddress }: MetricsReader,
  token: string | undefined,
): boolean {
  const given = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (given !== undefined && token !== undefined && isSame(given, token)) return true;
  return isLoopback(peerAddress) && PROXY_HEADERS.every((name) => headers.get(name) === null);
}

/** Answers `/metrics`: the figures as text, or 401. */
export async function answerMetrics(
  reader: MetricsReader,
  token: string | undefined,
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<Response> {
  if (!mayReadMetrics(reader, token)) {
    return refusal(
      401,
      "not_allowed",
      "Send METRICS_TOKEN as a bearer token, or ask from the app's own machine.",
      { "www-authenticate": "Bearer" },
    );
  }
  await prepare();
  const { text, contentType } = await renderMetrics();
  return new Response(text, { headers: { "content-type": contentType } });
}

/**
 * Serves `/metrics` of a process that has no HTTP of its own. It listens on this machine alone, unless
 * there is a token that keeps strangers out.
 */
export async function startMetricsServer(
  port: number,
  token: string | undefined,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { authorization, ...others } = request.headers;
    const headers = new Headers(authorization === undefined ? {} : { authorization });
    for (const name of PROXY_HEADERS) if (others[name] !== undefined) headers.set(name, "given");
    answerFigures(request.url ?? "/", { headers, peerAddress: request.socket.remoteAddress }, token)
      .then(async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(await answer.text());
      })
      .catch((err: unknown) => {
        log.warn({ err }, "could not answer /metrics");
        response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, token === undefined ? "127.0.0.1" : undefined, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerFigures(
  url: string,
  reader: MetricsReader,
  token: string | undefined,
): Promise<Response> {
  if (url === "/metrics") return answerMetrics(reader, token);
  return Promise.resolve(refusal(404, "not_found", "There is /metrics here and nothing else."));
}

function isLoopback(address: unknown): boolean {
  return (
    typeof address === "string" &&
    (address === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address))
  );
}

/** Equal texts have equal digests, and digests of one length can be compared in constant time. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}
