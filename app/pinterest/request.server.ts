import { env } from "~/env.server";

import type { Delay } from "./outcome";
import { rateLimitOf, type RateLimit } from "./rate-limit";

/** What came of one request to Pinterest's API, before anybody asks what it means. */
export type HttpAnswer =
  | {
      kind: "answered";
      status: number;
      rateLimit: RateLimit;
      /** Pinterest's own name for the request; `null` where it gave none. */
      requestId: string | null;
      /** The JSON of the answer; `undefined` where it has none. */
      body: unknown;
      durationMs: number;
    }
  /** Pinterest may have done what was asked all the same. */
  | {
      kind: "unanswered";
      delay: Extract<Delay, "timeout" | "network">;
      err: unknown;
      durationMs: number;
    };

/**
 * Sends one request to Pinterest's API and reads the whole answer; never throws for anything that the
 * network does. A redirect is not followed: it would take the token elsewhere.
 *
 * @param path with the slash before it and everything in it encoded.
 * @param msMax for the whole call, answer read.
 */
export async function ask(path: string, init: RequestInit, msMax: number): Promise<HttpAnswer> {
  const startedAt = performance.now();
  try {
    const response = await fetch(`${env.PINTEREST_API_URL}${path}`, {
      ...init,
      redirect: "error",
      signal: AbortSignal.timeout(msMax),
    });
    const rateLimit = rateLimitOf(response.headers);
    const requestId = requestIdOf(response.headers);
    const body = await bodyOf(response);
    const durationMs = performance.now() - startedAt;
    return { kind: "answered", status: response.status, rateLimit, requestId, body, durationMs };
  } catch (err) {
    const isTimeout = err instanceof Error && err.name === "TimeoutError";
    const durationMs = performance.now() - startedAt;
    return { kind: "unanswered", delay: isTimeout ? "timeout" : "network", err, durationMs };
  }
}

/**
 * Source: none; Pinterest's answers carry `x-pinterest-rid`, which its description does not name and its
 * support asks for. **Decision:** what does not look like a name is none.
 */
function requestIdOf(headers: Headers): string | null {
  return /^[\w-]{1,64}$/.exec(headers.get("x-pinterest-rid") ?? "")?.[0] ?? null;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
