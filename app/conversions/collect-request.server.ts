import { isbot } from "isbot";

import { addressKey } from "~/client-address.server";
import { countCollected } from "~/metrics.server";
import { parse } from "~/parse";
import { quotas } from "~/quota.server";
import { Recall } from "~/recall";
import { readBody, toJson, type BodyRequest } from "~/read-body.server";

import type { Sender } from "./collect";
import { collectSchema } from "./collect-schema";
import { implausibleFields } from "./plausible";
import type { RecordedMessage } from "./collected.server";
import { recordCollected } from "./record-collected.server";

/** The most KiB of a message: what a browser still sends of a page that is being left. */
export const COLLECT_KIB_MAX = 64;

/**
 * Of one address in a minute. A shopper's browser sends a few for each page; hundreds of shoppers behind
 * one address, as in an office, still have room.
 */
export const ADDRESS_MESSAGES_PER_MINUTE_MAX = 1_200;

/** What a message to `/collect` came to. */
export type CollectAnswer =
  | RecordedMessage
  /** Programs that read pages, and say so, are no shoppers: nothing is kept. */
  | { kind: "bot" }
  | { kind: "too_large" }
  | { kind: "not_json" }
  /** The sender; `fields` do not fit. */
  | { kind: "not_a_message"; fields: readonly string[] };

/** Takes a message of the pixel, as far as it can be true and the limits allow. Each answer is counted. */
export async function takeCollected(
  request: BodyRequest,
  sender: Sender,
  now: Date,
): Promise<CollectAnswer> {
  const answer = await take(request, sender, now);
  countCollected(answer.kind);
  return answer;
}

async function take(request: BodyRequest, sender: Sender, now: Date): Promise<CollectAnswer> {
  const counted = `collect:address:${addressKey(sender.clientIp ?? "")}`;
  const quota = quotas.take(counted, 1, ADDRESS_MESSAGES_PER_MINUTE_MAX, now);
  if (quota.kind === "exhausted") return quota;

  const bytes = await readBody(request, COLLECT_KIB_MAX * 1_024);
  if (bytes === null) return { kind: "too_large" };
  if (isProgram(sender.userAgent ?? "")) return { kind: "bot" };
  const json = toJson(bytes);
  if (json === undefined) return { kind: "not_json" };
  const parsed = parse(collectSchema, json);
  if (parsed.kind === "unreadable") return { kind: "not_a_message", fields: parsed.fields };
  const message = parsed.value;
  const fields = message.kind === "act" ? implausibleFields(message) : [];
  if (fields.length > 0) return { kind: "not_a_message", fields };
  return recordCollected({ message, sender, now });
}

/** Browsers have few names, and each is compared with some hundred patterns. */
const programs = new Recall<boolean>(2_000);

function isProgram(userAgent: string): boolean {
  return programs.of(userAgent, () => isbot(userAgent));
}
