import { answerReadiness } from "~/conversions/readiness.server";

/** Whether the process can take orders: 200, or 503 with what is missing. */
export function loader() {
  return answerReadiness(new Date());
}
