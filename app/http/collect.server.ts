import type { IncomingMessage, RequestListener } from "node:http";

import { clientAddress } from "~/client-address.server";
import type { Sender } from "~/conversions/collect";
import {
  COLLECT_KIB_MAX,
  takeCollected,
  type CollectAnswer,
} from "~/conversions/collect-request.server";
import { log } from "~/log.server";
import { countCollected } from "~/metrics.server";
import { refusal } from "~/refusal";
import { storable } from "~/storable";
import { SECOND_MS } from "~/time";

import { pathOf, sendResponse, toBodyRequest } from "./socket.server";

/** Every page may send here, because a shop's pages have hosts that we do not know. */
const ALLOW_ORIGIN = { "access-control-allow-origin": "*" };

/** The answer to a browser that asks first. The pixel's own messages are such that it need not ask. */
const PREFLIGHT = {
  ...ALLOW_ORIGIN,
  "access-control-allow-methods": "POST",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "86400",
};

/** Browsers name themselves in fewer characters. */
const USER_AGENT_LENGTH_MAX = 1_024;

/**
 * Answers the pixel's messages at the socket, and leaves every other request to `others`: 204 once what
 * the message says is committed.
 */
export function collectBefore(others: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    if (pathOf(incoming) !== "/collect") return others(incoming, outgoing);
    void answer(incoming).then((response) => {
      // The answer of nearly all messages goes out without a detour over the web's own objects.
      if (response === TAKEN) outgoing.writeHead(204, ALLOW_ORIGIN).end();
      else void sendResponse(response, outgoing);
    });
  };
}

/** 204, without a body. */
const TAKEN = "taken";

async function answer(incoming: IncomingMessage): Promise<Response | typeof TAKEN> {
  if (incoming.method === "OPTIONS") return new Response(null, { status: 204, headers: PREFLIGHT });
  if (incoming.method !== "POST") {
    const headers = { ...ALLOW_ORIGIN, allow: "POST, OPTIONS" };
    return refusal(405, "method_not_allowed", "Send messages by POST.", headers);
  }
  try {
    return toResponse(await takeCollected(toBodyRequest(incoming), senderOf(incoming), new Date()));
  } catch (err) {
    countCollected("unavailable");
    log.error({ err }, "could not record a message of a pixel");
    const headers = { ...ALLOW_ORIGIN, "retry-after": "5" };
    return refusal(503, "unavailable", "The message was not recorded.", headers);
  }
}

function senderOf(incoming: IncomingMessage): Sender {
  const userAgent = incoming.headers["user-agent"]?.slice(0, USER_AGENT_LENGTH_MAX);
  return {
    clientIp: clientAddress(incoming),
    userAgent: userAgent === undefined ? null : storable(userAgent),
  };
}

function toResponse(given: CollectAnswer): Response | typeof TAKEN {
  switch (given.kind) {
    case "recorded":
    case "already_recorded":
    case "erased":
    case "skipped":
    case "noted":
    case "bot":
      return TAKEN;
    case "no_shop":
      return refused(404, "unknown_key", "Send the key of an installed shop.");
    case "too_large":
      return refused(413, "too_large", `Send at most ${COLLECT_KIB_MAX} KiB.`);
    case "not_json":
      return refused(400, "not_json", "Send a JSON body in UTF-8.");
    case "not_a_message":
      return refused(400, "not_a_message", `These do not fit: ${given.fields.join(", ")}.`);
    case "exhausted": {
      const seconds = String(Math.ceil(given.retryAfterMs / SECOND_MS));
      const headers = { ...ALLOW_ORIGIN, "retry-after": seconds };
      return refusal(429, "too_many_requests", `Wait ${seconds} seconds.`, headers);
    }
  }
}

function refused(status: 400 | 404 | 413, code: string, message: string): Response {
  return refusal(status, code, message, ALLOW_ORIGIN);
}
