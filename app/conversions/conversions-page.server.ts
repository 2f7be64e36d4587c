import type { ShopId } from "~/ids";
import { findConnection } from "~/shops/connection.server";

import { cancelBackfill, findBackfills, requestCheck, requestSend } from "./backfill-run.server";
import type {
  ConversionsAnswer,
  ConversionsForm,
  ConversionsPage,
  ConversionsQuery,
} from "./conversions-page";
import { countDeadLetters, listDeadLetters } from "./dead-letters.server";
import { listLedger } from "./ledger.server";
import type { DeadLetterFilter, RedriveSelection } from "./redrive";
import { redrive } from "./redrive.server";

/** How many dead letters stand on a page. */
const PAGE_LETTERS = 10;

/** What the page of conversions shows of a shop. */
export async function findConversions(
  shopId: ShopId,
  query: ConversionsQuery,
  now: Date,
): Promise<ConversionsPage> {
  const filter = filterOf(query.reason);
  const page = { filter, after: query.lettersAfter, limit: PAGE_LETTERS };
  const [connection, backfills, ledger, { letters, next }, count] = await Promise.all([
    findConnection(shopId),
    findBackfills(shopId, now),
    listLedger(shopId, query.ledger),
    listDeadLetters(shopId, page),
    countDeadLetters(shopId, filter),
  ]);
  return {
    connectionState: connection.state,
    backfills,
    ledger,
    letters: { shown: letters, next, count },
    query,
    today: now.toISOString().slice(0, 10),
  };
}

/** Does what a button of the page asks for. Pressed twice, nothing is sent twice. */
export async function answerConversionsForm(
  shopId: ShopId,
  form: ConversionsForm,
  now: Date,
): Promise<ConversionsAnswer> {
  switch (form.intent) {
    case "check":
      return requestCheck(shopId, form.days, now);
    case "send":
      return requestSend(shopId, form.checkId, now);
    case "cancel":
      return { kind: await cancelBackfill({ shopId, runId: form.runId }, now) };
    case "redrive_one":
    case "redrive_all":
      return { kind: "redriven", result: await redrive(shopId, selectionOf(form), now) };
  }
}

function selectionOf(
  form: Extract<ConversionsForm, { intent: "redrive_one" | "redrive_all" }>,
): RedriveSelection {
  if (form.intent === "redrive_one") {
    const { eventId, eventName } = form;
    return { kind: "one", eventId, eventName };
  }
  if (form.reason === "") return { kind: "all" };
  return { kind: "filter", filter: filterOf(form.reason) };
}

function filterOf(reason: string): DeadLetterFilter {
  return reason === "" ? {} : { reason };
}
