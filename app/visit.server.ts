import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIPv6, type LookupFunction } from "node:net";

import { isPublicAddress } from "./public-address";
import { SECOND_MS } from "./time";

/** What came of a look at an address of the web that somebody else wrote. */
export type Visit =
  | {
      kind: "answered";
      status: number;
      /** How often it led elsewhere before. */
      redirects: number;
      /** Where it led in the end. */
      url: string;
      /** The first bytes of the body. */
      head: Uint8Array;
    }
  /** It is no address of the web, or it leads to one that is not of the open internet. */
  | { kind: "not_allowed" }
  /** No answer in time, none at all, or one that leads in circles. */
  | { kind: "unanswered" };

/** What a visit depends on. Tests allow the loopback by giving a world of their own. */
export type VisitWorld = {
  userAgent: string;
  /** The IP addresses of a name. */
  resolve(hostname: string): Promise<readonly string[]>;
  permits(address: string, port: number): boolean;
};

/** The open internet, on the ports of the web. */
export function openInternet(userAgent: string): VisitWorld {
  return {
    userAgent,
    resolve: async (hostname) => {
      const found = await lookup(hostname, { all: true });
      return found.map(({ address }) => address);
    },
    permits: (address, port) => isPublicAddress(address) && (port === 80 || port === 443),
  };
}

const REDIRECTS_MAX = 5;

const ANSWER_MS_MAX = 10 * SECOND_MS;

/**
 * Looks at an address once, follows where it leads, and reads the first bytes. Each step is judged by the IP
 * address that it is then made to, so that a name cannot be one thing when it is looked at and another when it
 * is called. Sends no cookie and no credentials; never throws for anything that the network does.
 */
export async function visit(address: string, headBytes: number, world: VisitWorld): Promise<Visit> {
  let url = URL.parse(address);
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const step = url ? await takeStep(url, headBytes, world) : ({ kind: "not_allowed" } as const);
    if (step.kind !== "answered") return step;
    const { head, location, status } = step;
    if (location === null) {
      return { kind: "answered", status, redirects, url: url?.href ?? address, head };
    }
    url = URL.parse(location, url?.href);
  }
  return { kind: "unanswered" };
}

type Step =
  | { kind: "answered"; status: number; location: string | null; head: Uint8Array }
  | { kind: "not_allowed" }
  | { kind: "unanswered" };

async function takeStep(url: URL, headBytes: number, world: VisitWorld): Promise<Step> {
  if (url.protocol !== "http:" && url.protocol !== "https:") return { kind: "not_allowed" };
  if (url.username !== "" || url.password !== "") return { kind: "not_allowed" };
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const addresses = await addressesOf(url.hostname, world);
  const [address] = addresses;
  if (address === undefined) return { kind: "unanswered" };
  if (!addresses.every((one) => world.permits(one, port))) return { kind: "not_allowed" };
  return ask(url, address, headBytes, world.userAgent);
}

async function addressesOf(hostname: string, world: VisitWorld): Promise<readonly string[]> {
  try {
    return await world.resolve(hostname.replace(/^\[|\]$/g, ""));
  } catch {
    // A name that nobody knows is no address.
    return [];
  }
}

function ask(url: URL, address: string, headBytes: number, userAgent: string): Promise<Step> {
  return new Promise((resolve) => {
    const client = url.protocol === "https:" ? https : http;
    const request = client.request(url, {
      agent: false,
      lookup: pinned(address),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
      headers: { "user-agent": userAgent, accept: "*/*", "accept-encoding": "identity" },
    });
    request.on("error", () => resolve({ kind: "unanswered" }));
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      const location = status >= 300 && status < 400 ? (response.headers.location ?? null) : null;
      const chunks: Buffer[] = [];
      let bytes = 0;
      const finish = () => {
        const head = Buffer.concat(chunks).subarray(0, headBytes);
        resolve({ kind: "answered", status, location, head });
        request.destroy();
      };
      response.on("error", () => resolve({ kind: "unanswered" }));
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= headBytes) finish();
      });
      response.on("end", finish);
      if (location !== null || headBytes === 0) finish();
    });
    request.end();
  });
}

/** Resolves whatever name to the address that was judged. */
function pinned(address: string): LookupFunction {
  const family = isIPv6(address) ? 6 : 4;
  return (_hostname, { all }, callback) => {
    if (all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}
