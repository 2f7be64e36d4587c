import type { Log } from "../log.ts";
import { type Route, type RunningServer, dispatch, sendJson, serve } from "../loopback-server.ts";
import { AccessBook } from "./access.ts";
import { accountControlRoutes } from "./account-controls.ts";
import { accountHandlers } from "./accounts.ts";
import { type ApiDesk, type ApiHandler, answerOperation } from "./api.ts";
import { type RegisteredApp, authorizeRoutes } from "./authorize.ts";
import { controlRoutes } from "./controls.ts";
import {
  DEMO_AD_ACCOUNT_ID,
  DEMO_TAG_ID,
  FOREIGN_AD_ACCOUNT_ID,
  type User,
  demoUsers,
} from "./directory.ts";
import { type AnswerForm, MEASURED_FORM, refusal } from "./answer.ts";
import { type Desk, answerEventsCreate } from "./events-create.ts";
import { eventPageRoutes } from "./event-page.ts";
import { FailureSwitches, type TagFailure } from "./failures.ts";
import { Feeds, feedHandlers } from "./feeds.ts";
import { Grants } from "./grants.ts";
import { ItemBatches, itemHandlers } from "./item-batches.ts";
import { readOperations } from "./operations.ts";
import { qualityHandlers } from "./quality.ts";
import { RateWindow } from "./rate-window.ts";
import { Received } from "./received.ts";
import { createSchemaCheck } from "./schema.ts";
import { type TagDesk, tagRoutes } from "./tag-endpoint.ts";

export { DEMO_AD_ACCOUNT_ID, DEMO_TAG_ID, FOREIGN_AD_ACCOUNT_ID };

/** The app as the local Pinterest knows it; plainly no real secret. */
export const DEMO_APP: RegisteredApp = { id: "1480000", secret: "SANDBOX_NOT_A_REAL_SECRET" };
/** Plainly no real token: it only has Pinterest's prefix. */
export const DEMO_TOKEN = "pina_SANDBOX_NOT_A_REAL_TOKEN_0001";

export type PinterestOptions = {
  port: number;
  log?: Log | undefined;
  /** Milliseconds since 1970; a test passes its own clock. */
  now?: () => number;
  /** Calls per ad account and minute before 429. */
  callsPerMinuteMax?: number;
  /** Calls of accounts and catalogs per user, method and minute before 429. */
  apiCallsPerMinuteMax?: number;
  /** Pinterest publishes no limit in bytes; this one is above what a full batch needs. */
  bodyBytesMax?: number;
};

export type RunningPinterest = RunningServer & {
  /** What product code takes as the API's base address. */
  apiUrl: string;
};

/** Catalog operations: 100 calls a minute and user, reading and writing apart. */
const API_CALLS_PER_MINUTE_MAX = 100;

/**
 * Starts a local Pinterest: `events/create` and the operations of accounts and catalogs under `/v5`, the
 * sign-in page under `/oauth/`, the tag's `/v3/` and `/user/`, a page of what came at `/`, the control API
 * under `/sandbox`.
 */
export async function startPinterest(options: PinterestOptions): Promise<RunningPinterest> {
  const { port, log, now = Date.now } = options;
  const callsPerMinuteMax = options.callsPerMinuteMax ?? 120_000;
  let form: AnswerForm = MEASURED_FORM;
  const desk: Desk & TagDesk = {
    access: demoAccess(),
    failures: new FailureSwitches(),
    tagFailures: new FailureSwitches<TagFailure>(),
    received: new Received(),
    checkSchema: createSchemaCheck(),
    calls: new RateWindow(callsPerMinuteMax, 60_000),
    testCalls: new RateWindow(10, 1000),
    callsPerMinuteMax,
    bodyBytesMax: options.bodyBytesMax ?? 8 * 1024 * 1024,
    form: () => form,
    now,
  };
  let users: User[] = demoUsers();
  const grants = new Grants();
  const feeds = new Feeds(now, log);
  const batches = new ItemBatches(feeds, now);
  const apiDesk: ApiDesk = {
    app: DEMO_APP,
    access: () => desk.access,
    users: () => users,
    grants,
    failures: desk.failures,
    records: [],
    calls: new RateWindow(options.apiCallsPerMinuteMax ?? API_CALLS_PER_MINUTE_MAX, 60_000),
    now,
  };
  const routes: Route[] = [
    ...operationRoutes(apiDesk, {
      ...accountHandlers(apiDesk),
      ...feedHandlers(feeds),
      ...itemHandlers(batches),
      ...qualityHandlers(desk.received, now),
    }),
    ...authorizeRoutes({ app: DEMO_APP, users: () => users, grants, now }),
    ...accountControlRoutes(apiDesk, feeds),
    {
      method: "POST",
      path: "/v5/ad_accounts/:adAccountId/events",
      handle: (exchange, { adAccountId = "" }) => answerEventsCreate(desk, exchange, adAccountId),
    },
    ...tagRoutes(desk),
    ...eventPageRoutes(),
    { method: "GET", path: "/healthz", handle: ({ response }) => sendJson(response, 200, {}) },
    ...controlRoutes(desk, (next) => (form = { ...form, ...next })),
    {
      method: "POST",
      path: "/sandbox/reset",
      handle: ({ response }) => {
        form = MEASURED_FORM;
        desk.access = demoAccess();
        desk.failures.clear();
        desk.tagFailures.clear();
        desk.received.reset();
        desk.calls.reset();
        desk.testCalls.reset();
        users = demoUsers();
        grants.reset();
        feeds.reset();
        batches.reset();
        apiDesk.records.length = 0;
        apiDesk.calls.reset();
        sendJson(response, 200, {});
      },
    },
  ];
  const server = await serve({
    name: "Pinterest",
    port,
    log,
    handle: async (exchange) => {
      if (await dispatch(routes, exchange)) return;
      const { status, body } = refusal(404, 404, "Not found.");
      sendJson(exchange.response, status, body);
    },
  });
  log?.("listening", { url: server.url });
  return { ...server, apiUrl: `${server.url}/v5` };
}

function demoAccess(): AccessBook {
  const access = new AccessBook();
  for (const account of demoUsers().flatMap(({ adAccounts }) => adAccounts)) {
    access.addAccount(account.id);
  }
  access.addAccount(DEMO_AD_ACCOUNT_ID);
  access.addAccount(FOREIGN_AD_ACCOUNT_ID);
  access.addTag(DEMO_TAG_ID, DEMO_AD_ACCOUNT_ID);
  access.addToken(DEMO_TOKEN, [DEMO_AD_ACCOUNT_ID]);
  return access;
}

/** The operations of the description, each with what answers it. */
function operationRoutes(desk: ApiDesk, handlers: Readonly<Record<string, ApiHandler>>): Route[] {
  return readOperations().map((operation) => {
    const handler = handlers[operation.operationId];
    if (!handler) throw new Error(`Nothing answers ${operation.operationId}.`);
    return {
      method: operation.method,
      path: `/v5${operation.path.replace(/\{(\w+)\}/g, ":$1")}`,
      handle: (exchange, params) => answerOperation(desk, operation, handler, exchange, params),
    };
  });
}
