import type { GraphQLClient } from "graphql-request";
import { z } from "zod";

import { InvariantError, UpstreamUnavailableError } from "~/errors";
import { parse } from "~/parse";
import { SECOND_MS } from "~/time";

import { lostCall } from "./lost-call.server";

/** Asks a shop's Admin API one question. */
export type Ask = (query: string, variables: Record<string, unknown>) => Promise<Answer>;

/** What Shopify answered. */
export type Answer = {
  data: unknown;
  /** Some fields are `null` because they were refused or failed. */
  isPartial: boolean;
  /** What was refused or failed, in Shopify's codes; `unknown` where it gives none. */
  codes: readonly string[];
};

/** How often one question waits for points; a shop that is still short of them has better things to do. */
const WAITS_MAX = 10;

const answerSchema = z.object({
  data: z.unknown(),
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string().nullish() }).nullish() }))
    .nullish(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number(),
          throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
        })
        .nullish(),
    })
    .nullish(),
});
type WireAnswer = z.infer<typeof answerSchema>;

/**
 * Asks with the shop's rate limit in mind: a question that costs more points than the shop has left is
 * asked again when there are enough. An answer with errors beside its data is an answer.
 *
 * @param client one with the error policy `all`.
 * @param pause resolves after that many milliseconds.
 * @throws {UpstreamUnavailableError} when Shopify gives no data, or no answer in time. It repeats nothing of the answer.
 */
export function askAdmin(client: GraphQLClient, pause: (ms: number) => Promise<void>): Ask {
  return async (query, variables) => {
    for (let waits = 0; ; waits += 1) {
      const answer = await call(client, query, variables);
      const codes = codesOf(answer);
      if (answer.data) return { data: answer.data, isPartial: codes.length > 0, codes };
      if (!codes.includes("THROTTLED")) {
        throw new UpstreamUnavailableError("Shopify gave no data", { codes: codes.join(", ") });
      }
      if (waits === WAITS_MAX) {
        throw new UpstreamUnavailableError("Shopify throttles for too long", { waits });
      }
      await pause(untilAffordableMs(answer));
    }
  };
}

/**
 * Until the points that the question lacks are back.
 *
 * Source: Shopify Admin GraphQL, rate limits, `extensions.cost.throttleStatus`.
 */
function untilAffordableMs({ extensions }: WireAnswer): number {
  if (!extensions?.cost) return SECOND_MS;
  const { requestedQueryCost, throttleStatus } = extensions.cost;
  const { currentlyAvailable, restoreRate } = throttleStatus;
  const lackingSeconds = (requestedQueryCost - currentlyAvailable) / Math.max(1, restoreRate);
  return Math.max(SECOND_MS, Math.ceil(lackingSeconds * SECOND_MS));
}

function codesOf({ errors }: WireAnswer): string[] {
  return (errors ?? []).map(({ extensions }) => extensions?.code ?? "unknown");
}

async function call(
  client: GraphQLClient,
  query: string,
  variables: Record<string, unknown>,
): Promise<WireAnswer> {
  const answer: unknown = await client.rawRequest(query, variables).catch(lostCall);
  const parsed = parse(answerSchema, answer);
  if (parsed.kind === "parsed") return parsed.value;
  throw new InvariantError("Shopify's answer does not fit its schema", {
    fields: parsed.fields.join(", "),
  });
}
