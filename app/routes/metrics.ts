import type { LoaderFunctionArgs } from "@remix-run/node";

import { recordBacklog } from "~/conversions/backlog.server";
import { env } from "~/env.server";
import { answerMetrics } from "~/metrics-answer.server";

/** The figures of this process and of the outbox, for Prometheus; a database that is gone is one of them. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const reader = { headers: request.headers, peerAddress: context["peerAddress"] };
  return answerMetrics(reader, env.METRICS_TOKEN, () => recordBacklog(new Date()));
}
