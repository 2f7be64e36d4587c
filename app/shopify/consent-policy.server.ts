import { gql } from "graphql-request";
import { z } from "zod";

import { InvariantError, UpstreamUnavailableError } from "~/errors";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { parse } from "~/parse";
import { recordConsentPolicy } from "~/shops/shop.server";

import { adminClient } from "./admin.server";
import { toConsentPolicy } from "./consent-policy";
import { lostCall } from "./lost-call.server";

/** A question of its own: where it is refused, it is the whole answer that is missing. */
export const CONSENT_POLICY_QUERY = gql`
  query ShopConsentPolicy {
    consentPolicy {
      countryCode
      regionCode
      consentRequired
      dataSaleOptOutRequired
    }
  }
`;

/** Source: Shopify Admin GraphQL 2026-10, `ConsentPolicy`; every field of ours may be null. */
const answerSchema = z.object({
  data: z
    .object({
      consentPolicy: z.array(
        z.object({
          countryCode: z.string().nullable(),
          regionCode: z.string().nullable(),
          consentRequired: z.boolean().nullable(),
          dataSaleOptOutRequired: z.boolean().nullable(),
        }),
      ),
    })
    .nullish(),
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string().nullish() }).nullish() }))
    .nullish(),
});

/**
 * Reads and keeps where the shop's own policy asks for consent or an opt-out. A shop that may not be
 * asked keeps what it had: with nothing, the laws that we know of stand alone.
 *
 * @throws {UpstreamUnavailableError} where Shopify gives no answer that stands for longer than a moment.
 */
export async function readConsentPolicy(shopId: ShopId, shopDomain: string): Promise<void> {
  const client = await adminClient(shopDomain, "all");
  if (!client) return;
  const answer = parse(answerSchema, await client.rawRequest(CONSENT_POLICY_QUERY).catch(lostCall));
  if (answer.kind === "unreadable") {
    throw new InvariantError("Shopify's answer does not fit its schema", {
      fields: answer.fields.join(", "),
    });
  }
  const { data, errors } = answer.value;
  if (data) {
    await recordConsentPolicy(shopId, toConsentPolicy(data.consentPolicy));
    return;
  }
  const codes = (errors ?? []).map(({ extensions }) => extensions?.code ?? "unknown");
  if (!codes.includes("ACCESS_DENIED")) {
    throw new UpstreamUnavailableError("Shopify gave no data", { codes: codes.join(", ") });
  }
  log.info({ shopId }, "the shop's consent policy may not be read");
}
