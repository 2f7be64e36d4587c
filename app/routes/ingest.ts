import type { ActionFunctionArgs } from "@remix-run/node";

import {
  countsOf,
  INGEST_EVENTS_MAX,
  INGEST_MIB_MAX,
  takeIngestRequest,
  type IngestAnswer,
} from "~/conversions/ingest-request.server";
import type { TakenElement } from "~/conversions/take-ingested.server";
import { actSkipMessage, ingestMessage } from "~/messages/ingest-message";
import { refusal } from "~/refusal";

/** Events of a merchant's own servers -> outbox. Answered 202 once what is taken is committed. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") {
    return refusal(405, "method_not_allowed", "Send events by POST.", { allow: "POST" });
  }
  const answer = await takeIngestRequest(request, new Date());
  return answer.kind === "taken" ? taken(answer.elements) : refused(answer);
}

/** Nothing can be read here. */
export function loader() {
  return refusal(405, "method_not_allowed", "Send events by POST.", { allow: "POST" });
}

function taken(elements: readonly TakenElement[]): Response {
  const events = elements.map((element) => {
    switch (element.outcome) {
      case "accepted":
      case "already_reported":
        return element;
      case "skipped": {
        const { eventId, outcome, reason } = element;
        return { outcome, eventId, error: { code: reason, message: actSkipMessage(reason) } };
      }
      case "refused": {
        const { outcome, refusal: why } = element;
        return { outcome, error: { code: why.code, message: ingestMessage(why) } };
      }
    }
  });
  return Response.json({ counts: countsOf(elements), events }, { status: 202 });
}

function refused(answer: Exclude<IngestAnswer, { kind: "taken" }>): Response {
  switch (answer.kind) {
    case "unauthorized":
      return refusal(401, "unauthorized", "Send a valid secret: Authorization: Bearer <secret>.", {
        "www-authenticate": "Bearer",
      });
    case "too_large":
      return refusal(413, "too_large", `Send at most ${INGEST_MIB_MAX} MiB.`);
    case "too_many":
      return refusal(413, "too_many", `Send at most ${INGEST_EVENTS_MAX} events at a time.`);
    case "not_json":
      return refusal(400, "not_json", "Send a JSON body in UTF-8.");
    case "not_a_body": {
      const fields = answer.fields.join(", ");
      return refusal(400, "not_a_body", `Send { "events": [ … ] }. These do not fit: ${fields}.`);
    }
    case "exhausted": {
      const seconds = Math.ceil(answer.retryAfterMs / 1_000);
      return refusal(429, "too_many_requests", `Wait ${seconds} seconds and send the same again.`, {
        "retry-after": String(seconds),
      });
    }
  }
}
