import type { ShopId } from "~/ids";
import { findConnection } from "~/shops/connection.server";
import type { Shop } from "~/shops/shop";

import { cancelBackfill, findBackfills, requestCheck, requestSend } from "./backfill-run.server";
import type {
  ConversionsAnswer,
  ConversionsForm,
  ConversionsPage,
  ConversionsQuery,
  PastOrdersPage,
} from "./conversions-page";
import { eventQuery, parseEventFilter } from "./event-filter";
import { PAGE_EVENTS } from "./event-list";
import { listEvents } from "./event-list.server";
import { redriveListed } from "./redrive-listed.server";
import { redrive } from "./redrive.server";
import { deleteView, listViews, saveView } from "./saved-views.server";

/** What the list of conversions shows of a shop. */
export async function findConversions(
  shopId: ShopId,
  query: ConversionsQuery,
  now: Date,
): Promise<ConversionsPage> {
  const [page, views] = await Promise.all([
    listEvents(shopId, { ...query, limit: PAGE_EVENTS }),
    listViews(shopId),
  ]);
  return {
    page,
    filter: query.filter,
    query: eventQuery(query.filter),
    views,
    today: now.toISOString().slice(0, 10),
  };
}

/** What the page of past orders shows of a shop. */
export async function findPastOrders(shop: Shop, now: Date): Promise<PastOrdersPage> {
  const [connection, backfills] = await Promise.all([
    findConnection(shop.id),
    findBackfills(shop.id, now),
  ]);
  return { connectionState: connection.state, sending: shop.sending, backfills };
}

/** Does what a button of the pages asks for. Pressed twice, nothing is sent twice. */
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
    case "redrive_one": {
      const { eventId, eventName } = form;
      const result = await redrive(shopId, { kind: "one", eventId, eventName }, now);
      return { kind: "redriven", result };
    }
    case "redrive_selected": {
      const result = await redrive(shopId, { kind: "several", events: form.events }, now);
      return { kind: "redriven", result };
    }
    case "redrive_filter": {
      const filter = parseEventFilter(new URLSearchParams(form.query));
      return { kind: "redriven", result: await redriveListed(shopId, filter, now) };
    }
    case "save_view":
      return saveView(shopId, form, now);
    case "delete_view":
      return { kind: "view_deleted", isGone: !(await deleteView(shopId, form.id)) };
  }
}
