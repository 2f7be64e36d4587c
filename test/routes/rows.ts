import { action as ingest } from "~/routes/ingest";

import { registerAndFollow } from "~/catalog/registration.server";
import type { LocalPinterest } from "#test/support/pinterest";
import { connectAccount } from "#test/support/account";
import { TEST_NOW } from "#test/support/clock";
import { collect, collectedAct } from "#test/support/collect";
import type { Tenant, TenantIds } from "#test/support/tenant";

// What each file of app/routes/ and app/http/ takes that could name another shop's rows. A new file needs a
// row, and so does a new form or parameter: see `every-route.test.ts`, which sends every probe of this table as a
// stranger.

/** An answer, as far as it can reveal anything. */
export type Answer = { status: number; text: string };

/**
 * A request that names rows by their ids. A field that is no id stands there as its text.
 *
 * `named` are the ids of whoever's rows are asked for, `own` those of the shop that asks.
 */
export type Probe = {
  /** What the test is called by. */
  name: string;
  /** Stands in the answer to a stranger, and in that to nobody's ids. */
  refused: string;
  /** Of a page's own address: `$id` and its like. */
  params?: (named: TenantIds, own: TenantIds) => Record<string, string>;
  query?: (named: TenantIds, own: TenantIds) => Record<string, string>;
  /** Posted to the action; without it the loader is asked. */
  form?: (named: TenantIds, own: TenantIds) => Record<string, string>;
  /** What the owner needs beside what every tenant has. */
  prepare?: (owner: Tenant, pinterest: LocalPinterest) => Promise<void>;
  /** In place of a merchant's request: one that a shop's servers or its pixel send. */
  send?: (asker: Tenant, named: TenantIds) => Promise<Answer>;
};

export type Row =
  /** No request to it names a row: `because` says what tells it whose rows it is about. */
  | { names: "nothing"; because: string; search?: string; status?: 302 | 404 }
  | { names: "rows"; probes: readonly Probe[]; places?: readonly Place[] };

/** A place in a list is no id: whoever names it gets their own rows behind it. */
export type Place = { parameter: string; of: (ids: TenantIds) => string };

const SESSION = "everything it shows is of the shop of the session token";
const NO_SHOP = "it knows no shop";

/** Every file of `app/routes/`, by its name without the ending. */
export const ROUTES: Readonly<Record<string, Row>> = {
  _index: { names: "nothing", because: NO_SHOP },
  app: { names: "nothing", because: SESSION },
  "app.$": { names: "nothing", because: "there is nothing at its addresses", status: 404 },
  "app._index": { names: "nothing", because: SESSION },
  "app.catalog": {
    names: "rows",
    probes: [
      {
        name: "show a feed",
        query: ({ feedId }) => ({ feed: feedId }),
        refused: "404 ",
      },
      {
        name: "cancel a reading",
        form: ({ syncId }) => ({ intent: "cancel", syncId }),
        refused: '404 {"kind":"sync_over"',
      },
      {
        name: "publish what waits",
        form: ({ feedId, gatedVersionId: versionId }) => ({ intent: "publish", feedId, versionId }),
        refused: "404 ",
      },
      {
        name: "publish another shop's version in one's own feed",
        form: ({ gatedVersionId: versionId }, { feedId }) => ({
          ...{ intent: "publish", feedId, versionId },
        }),
        refused: '404 {"kind":"not_waiting"',
      },
      {
        name: "publish again",
        form: ({ feedId, versionId }) => ({ intent: "roll_back", feedId, versionId }),
        refused: "404 ",
      },
      {
        name: "publish another shop's earlier version in one's own feed",
        form: ({ versionId }, { feedId }) => ({ intent: "roll_back", feedId, versionId }),
        refused: '404 {"kind":"not_kept"',
      },
      {
        name: "compare versions",
        form: ({ feedId, versionId }) => ({ intent: "compare", feedId, versionId }),
        refused: "404 ",
      },
      {
        name: "compare with another shop's version",
        form: ({ versionId }, { feedId }) => ({ intent: "compare", feedId, versionId }),
        refused: '404 {"kind":"not_kept"',
      },
      {
        name: "register a feed",
        form: ({ feedId }) => ({ intent: "register", feedId }),
        refused: "404 ",
        prepare: ({ shopId }, pinterest) => connectAccount(pinterest, shopId, TEST_NOW),
      },
      {
        name: "remove a feed at Pinterest",
        form: ({ feedId }) => ({ intent: "unregister", feedId }),
        refused: "404 ",
        prepare: registerFeed,
      },
      {
        name: "protect a feed",
        form: ({ feedId }) => ({ intent: "protect", feedId }),
        refused: "404 ",
      },
      {
        name: "lay a feed open",
        form: ({ feedId }) => ({ intent: "unprotect", feedId }),
        refused: "404 ",
      },
      {
        name: "change a feed's format",
        form: ({ feedId }) => ({ intent: "format", feedId, format: "csv" }),
        refused: "404 ",
      },
    ],
  },
  "app.catalog_.issues": {
    names: "rows",
    probes: [
      {
        name: "the issues of a feed",
        query: ({ feedId, issueCode: code }) => ({ feed: feedId, code }),
        refused: "404 ",
      },
    ],
  },
  "app.catalog_.items": { names: "nothing", because: SESSION },
  "app.catalog_.markets": {
    names: "nothing",
    because: "markets are named by country and language, and looked up at the session's shop",
  },
  "app.catalog_.published": {
    names: "rows",
    probes: [
      {
        name: "the items of a feed",
        query: ({ feedId }) => ({ feed: feedId }),
        refused: "404 ",
      },
    ],
  },
  "app.conversions": {
    names: "rows",
    probes: [
      {
        name: "send chosen dead letters again",
        form: ({ eventId }) => ({
          intent: "redrive_selected",
          events: JSON.stringify([{ eventId, eventName: "checkout" }]),
        }),
        refused: '404 {"kind":"redriven"',
      },
      {
        name: "delete a view",
        form: ({ viewId: id }) => ({ intent: "delete_view", id }),
        refused: '404 {"kind":"view_deleted"',
      },
      {
        name: "look for an event",
        query: ({ eventId: event }) => ({ event }),
        refused: '"events":[]',
      },
      {
        name: "look for an order",
        query: ({ orderId: order }) => ({ order }),
        refused: '"events":[]',
      },
    ],
    places: [
      { parameter: "older", of: ({ ledgerPlace }) => ledgerPlace },
      { parameter: "newer", of: ({ ledgerPlace }) => ledgerPlace },
    ],
  },
  "app.conversions_.events.$id": {
    names: "rows",
    probes: [
      {
        name: "an event's page",
        params: ({ rowId: id }) => ({ id }),
        refused: "404 ",
      },
      {
        name: "send a dead letter again",
        form: ({ eventId }) => ({ intent: "redrive_one", eventId, eventName: "checkout" }),
        refused: '404 {"kind":"redriven"',
      },
    ],
  },
  "app.conversions_.explain": {
    names: "rows",
    probes: [
      {
        name: "ask for an order",
        query: ({ orderId: q }) => ({ q }),
        refused: '"found":[]',
      },
      {
        name: "ask for an event",
        query: ({ eventId: q }) => ({ q }),
        refused: '"found":[]',
      },
    ],
  },
  "app.conversions_.export": {
    names: "rows",
    probes: [
      {
        name: "the file of an event",
        query: ({ eventId: event }) => ({ event }),
        refused: "event_name,event_id",
      },
    ],
  },
  "app.conversions_.orders.$orderId": {
    names: "rows",
    probes: [
      {
        name: "an order's page",
        params: ({ orderId }) => ({ orderId }),
        refused: "404 ",
      },
    ],
  },
  "app.conversions_.past-orders": {
    names: "rows",
    probes: [
      {
        name: "send what a check found",
        form: ({ checkId }) => ({ intent: "send", checkId }),
        refused: '404 {"kind":"not_checked"',
      },
      {
        name: "cancel a run",
        form: ({ runId }) => ({ intent: "cancel", runId }),
        refused: '404 {"kind":"already_over"',
      },
    ],
  },
  "app.data-requests.$id": {
    names: "rows",
    probes: [
      {
        name: "a data request's file",
        params: ({ dataRequestId: id }) => ({ id }),
        refused: "404 ",
      },
    ],
  },
  "app.decisions": {
    names: "nothing",
    because: "days are no rows, and the orders of those days are the session's shop's",
    search: "first=2026-01-01&last=2030-12-31",
  },
  "app.diagnostics": { names: "nothing", because: SESSION },
  "app.diagnostics_.bundle": { names: "nothing", because: SESSION },
  "app.diagnostics_.live": {
    names: "nothing",
    because: "an instant is no row, and the events since then are the session's shop's",
  },
  "app.server-events": {
    names: "nothing",
    because: "it leads on to a page of the settings",
    status: 302,
  },
  "app.settings": { names: "nothing", because: "it is a list of pages" },
  "app.settings_.alerts": {
    names: "nothing",
    because: "a shop has one of each, and a form names no row",
  },
  "app.settings_.connection": {
    names: "nothing",
    because: "a shop has one of each, and the numbers of ad accounts and tags are Pinterest's",
  },
  "app.settings_.file": {
    names: "nothing",
    because: "the file holds the session's shop's settings, and nothing that is bound to a shop",
  },
  "app.settings_.matching": {
    names: "nothing",
    because: "a shop has one of each, and a form names no row",
  },
  "app.settings_.privacy": {
    names: "nothing",
    because: "a shop has one of each, and a form names no row",
  },
  "app.settings_.server-events": {
    names: "rows",
    probes: [
      {
        name: "revoke a secret",
        form: ({ secretId: id }) => ({ intent: "revoke", id }),
        refused: '404 {"kind":"revoked"',
      },
    ],
  },
  "app.settings_.tracking": {
    names: "nothing",
    because: "a shop has one of each, and a form names no row",
  },
  "app.settings_.transfer": {
    names: "nothing",
    because: "a file has no ids, and one with an id is refused by the name of it",
  },
  "auth.$": { names: "nothing", because: "Shopify's library signs in there, and it shows nothing" },
  "auth.login": { names: "nothing", because: NO_SHOP },
  healthz: { names: "nothing", because: NO_SHOP },
  ingest: {
    names: "rows",
    probes: [
      {
        name: "report under an event id that another shop has used",
        send: sendIngested,
        refused: "accepted",
      },
    ],
  },
  metrics: { names: "nothing", because: "no figure names a shop" },
  "pinterest.callback": {
    names: "nothing",
    because: "a state that is used once, in the browser that set out, says whose account it is",
  },
  "pinterest.start": {
    names: "nothing",
    because: "a ticket that is used once, made in the admin, says whose account it is",
  },
  readyz: { names: "nothing", because: NO_SHOP },
};

/** Every file of `app/http/`, by its name without the ending. */
export const SOCKETS: Readonly<Record<string, Row>> = {
  "collect.server": {
    names: "rows",
    probes: [
      {
        name: "report an act under an event id that another shop has used",
        send: sendCollected,
        refused: "recorded",
      },
    ],
  },
  "feeds.server": {
    names: "nothing",
    because: "who knows an address that cannot be guessed may read the feed, as Pinterest does",
  },
  "socket.server": { names: "nothing", because: "it answers nothing by itself" },
  "webhooks.server": { names: "nothing", because: "Shopify alone can sign, and names the shop" },
};

const OF_SESSION = "there is one of it in the session's shop";
const PINTERESTS = "the numbers are Pinterest's, and its own token decides what they reach";

/** Forms that no probe sends, by their intent, each with why it can name no row of another shop. */
export const OTHER_INTENTS: Readonly<Record<string, string>> = {
  apply: "a file has no ids, and one with an id is refused",
  check: "it names days",
  choose_ad_account: PINTERESTS,
  confirm_account: OF_SESSION,
  connect_account: OF_SESSION,
  create: "it makes a row",
  discard_account: OF_SESSION,
  disconnect: OF_SESSION,
  dismiss_guide: OF_SESSION,
  item_checks: OF_SESSION,
  list_choices: PINTERESTS,
  look: "the storefront is that of the session's shop",
  preview: "the draft is in the form, and the products are of the session's shop",
  redrive_filter: "it names a filter, and the events of the session's shop are sent",
  remove_account: OF_SESSION,
  review_consent: OF_SESSION,
  rotate_key: OF_SESSION,
  save: OF_SESSION,
  save_alerts: OF_SESSION,
  save_connection: OF_SESSION,
  save_matching: OF_SESSION,
  save_privacy: OF_SESSION,
  save_tracking: OF_SESSION,
  save_view: "it makes a row, or changes the one of its name in the session's shop",
  show_guide: OF_SESSION,
  switch: OF_SESSION,
  sync: OF_SESSION,
  test: OF_SESSION,
  test_event: "it makes an event of its own",
};

/** Parameters of addresses that no probe and no place has, each with why it can name no row of another shop. */
export const OTHER_PARAMETERS: Readonly<Record<string, string>> = {
  channel: "a word for who reported an event",
  after: "a place in the issues or the items of a feed that is looked up at the session's shop",
  code: "a code of an issue, or Pinterest's word for who signed in",
  epik: "a click id of Pinterest's",
  error: "Pinterest's word for why nobody signed in",
  first: "a day",
  last: "a day",
  locale: "a language",
  name: "a name of events",
  period: "a span of time",
  reason: "a reason of ours",
  search: "how an item of a feed begins that is looked up at the session's shop",
  shop: "the front page leads into the app with it, where a session is asked for",
  state: "a state of events, or the secret of a way to Pinterest and back",
  ticket: "a secret that is used once",
  words: "words of an answer, looked for among the session's shop's events",
};

async function registerFeed({ ids, shopId }: Tenant, pinterest: LocalPinterest): Promise<void> {
  await connectAccount(pinterest, shopId, TEST_NOW);
  await registerAndFollow({ shopId, feedId: ids.feedId }, TEST_NOW, true);
}

async function sendIngested(asker: Tenant, { eventId }: TenantIds): Promise<Answer> {
  const user = { em: "shopper@example.com" };
  const order = { currency: "USD", value: "1.00" };
  const events = [{ name: "checkout", eventId, user, order, consent: { marketing: true } }];
  const request = new Request("http://app/ingest", {
    method: "POST",
    headers: { authorization: `Bearer ${asker.ingestSecret}`, "content-type": "application/json" },
    body: JSON.stringify({ events }),
  });
  const response = await ingest({ request, params: {}, context: {} });
  return { status: response.status, text: await response.text() };
}

async function sendCollected(asker: Tenant, { eventId }: TenantIds): Promise<Answer> {
  const { kind } = await collect(collectedAct(asker.collectKey, { eventId, name: "checkout" }));
  return { status: 204, text: kind };
}
