import { z } from "zod";
import type { EventResult } from "./wire.ts";

/** Where Pinterest's own pages and its live answers differ, the sandbox can give either. */
export const answerFormSchema = z.strictObject({
  /** How "nothing" is written in a per-event message: `""`, `null`, or the key is absent. */
  absent: z.enum(["empty", "null", "omitted"]),
  /**
   * The status when an event failed: 200, or 422. The description names 422 without saying what
   * `details` holds, so the results stand at the top (`422_events`), inside `details`
   * (`422_details`), or nowhere (`422_opaque`).
   */
  failed: z.enum(["200", "422_events", "422_details", "422_opaque"]),
  /** The form of a 400: code 4196 with its one sentence, or code 1 with the first fault named. */
  invalid: z.enum(["4196", "1"]),
});

export type AnswerForm = z.infer<typeof answerFormSchema>;

/** As measured on the live API: `""` for nothing, 200 with failed events. */
export const MEASURED_FORM: AnswerForm = { absent: "empty", failed: "200", invalid: "4196" };

export type Answer = { status: number; body: unknown };

/** The answer to a batch that was taken, in the order of the request. */
export function batchAnswer(
  received: number,
  results: readonly EventResult[],
  form: AnswerForm,
): Answer {
  const body = {
    num_events_received: received,
    num_events_processed: results.filter(({ status }) => status === "processed").length,
    events: results.map((result) => ({
      status: result.status,
      ...message("error_message", result.errorMessage, form),
      ...message("warning_message", result.warningMessage, form),
    })),
  };
  const failed = results.some(({ status }) => status === "failed");
  if (!failed || form.failed === "200") return { status: 200, body };
  const error = { code: 1, message: "Not all events were successfully processed." };
  if (form.failed === "422_events")
    return { status: 422, body: { ...error, details: {}, ...body } };
  return { status: 422, body: { ...error, details: form.failed === "422_details" ? body : {} } };
}

function message(key: string, text: string | null, { absent }: AnswerForm) {
  if (text !== null) return { [key]: text };
  if (absent === "omitted") return {};
  return { [key]: absent === "empty" ? "" : null };
}

/** The refusals of a whole request, with the API's own codes and sentences. */
export const REFUSALS = {
  unauthorized: refusal(401, 2, "Authentication failed."),
  forbidden: refusal(403, 29, "You are not permitted to access that resource."),
  unknownAccount: refusal(404, 2, "AdAccount not found."),
  rateLimited: refusal(
    429,
    8,
    "This request exceeded a rate limit. This can happen if the client exceeds one of the published rate limits within a short time window.",
  ),
  serverError: refusal(500, 1, "Something went wrong on our end."),
  rampedDown: refusal(
    503,
    4197,
    "The endpoint has been ramped down and is currently not accepting any traffic.",
  ),
} as const;

/** A 400 for the whole request; `fault` names the place, never a value. */
export function invalidRequest(fault: string, form: AnswerForm): Answer {
  return form.invalid === "4196"
    ? refusal(400, 4196, "The request was invalid.")
    : refusal(400, 1, `Invalid request: ${fault}`);
}

export function refusal(status: number, code: number, text: string): Answer {
  return { status, body: { code, message: text } };
}
