import { z } from "zod";
import type { Log } from "../log.ts";
import {
  type Route,
  type RunningServer,
  controlBody,
  dispatch,
  sendJson,
  serve,
} from "../loopback-server.ts";
import { AccessBook } from "./access.ts";
import { accountHandlers } from "./accounts.ts";
import { type ApiDesk, type ApiHandler, answerOperation } from "./api.ts";
import { type RegisteredApp, authorizeRoutes } from "./authorize.ts";
import {
  DEMO_AD_ACCOUNT_ID,
  DEMO_TAG_ID,
  FOREIGN_AD_ACCOUNT_ID,
  type User,
  demoUsers,
} from "./directory.ts";
import { type AnswerForm, MEASURED_FORM, answerFormSchema, refusal } from "./answer.ts";
import { type Desk, answerEventsCreate } from "./events-create.ts";
import { eventPageRoutes } from "./event-page.ts";
import {
  type Failure,
  FailureSwitches,
  type TagFailure,
  failureSchema,
  tagFailureSchema,
} from "./failures.ts";
import { mergedEvents } from "./merged.ts";
import { Feeds, feedHandlers } from "./feeds.ts";
import { Grants } from "./grants.ts";
import { ItemBatches, itemHandlers } from "./item-batches.ts";
import { readOperations } from "./operations.ts";
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

function accountControlRoutes(desk: ApiDesk, feeds: Feeds): Route[] {
  const userSchema = z.strictObject({ username: z.string() });
  const found = (username: string) => desk.users().find((user) => user.username === username);
  return [
    {
      method: "GET",
      path: "/sandbox/api-calls",
      handle: ({ response, url }) =>
        sendJson(response, 200, { calls: desk.records.slice(-last(url)) }),
    },
    {
      method: "GET",
      path: "/sandbox/users",
      handle: ({ response }) => sendJson(response, 200, { users: desk.users() }),
    },
    {
      method: "PUT",
      path: "/sandbox/users",
      handle: async (exchange) => {
        const schema = userSchema.extend({
          merchant: z.enum(["approved", "under_review", "disapproved"]).optional(),
          websites: z.array(z.strictObject({ website: z.string(), status: z.string() })).optional(),
        });
        const body = await controlBody(exchange, schema);
        if (!body) return;
        const user = found(body.username);
        if (user && body.merchant) user.merchant = body.merchant;
        if (user && body.websites) user.websites = body.websites;
        sendJson(exchange.response, user ? 200 : 404, { users: desk.users() });
      },
    },
    {
      method: "POST",
      path: "/sandbox/grants/revoke",
      handle: async (exchange) => {
        const body = await controlBody(exchange, userSchema);
        if (!body) return;
        desk.grants.revoke(found(body.username)?.id ?? "");
        sendJson(exchange.response, 200, {});
      },
    },
    {
      method: "POST",
      path: "/sandbox/grants/expire",
      handle: async (exchange) => {
        const schema = z.strictObject({ kind: z.enum(["access", "refresh"]) });
        const body = await controlBody(exchange, schema);
        if (!body) return;
        desk.grants.expire(body.kind);
        sendJson(exchange.response, 200, {});
      },
    },
    {
      method: "GET",
      path: "/sandbox/feeds",
      handle: ({ response }) =>
        sendJson(response, 200, {
          feeds: [...feeds.feeds.values()].map(({ credentials, ...feed }) => ({
            ...feed,
            hasCredentials: Boolean(credentials),
          })),
          processings: feeds.processings,
          items: Object.fromEntries(
            [...feeds.items].map(([key, items]) => [key, Object.fromEntries(items)]),
          ),
        }),
    },
    {
      method: "POST",
      path: "/sandbox/feeds/:id/fetch",
      handle: async (exchange, { id = "" }) => {
        const body = await controlBody(exchange, z.strictObject({ text: z.string().optional() }));
        const feed = feeds.feeds.get(id);
        if (!body) return;
        if (!feed) return sendJson(exchange.response, 404, {});
        sendJson(exchange.response, 200, await feeds.process(feed, body.text));
      },
    },
  ];
}

const accountIdSchema = z.string().regex(/^\d{1,18}$/);

function controlRoutes(
  desk: Desk & TagDesk,
  setForm: (form: Partial<AnswerForm>) => AnswerForm,
): Route[] {
  const wanted = (url: URL) => url.searchParams.get("account");
  return [
    {
      method: "GET",
      path: "/sandbox/events",
      handle: ({ response, url }) => {
        const account = wanted(url);
        const events = desk.received.events.filter((event) =>
          account ? event.adAccountId === account : true,
        );
        const failed = events.filter(({ result }) => result.status === "failed").length;
        const deduplicated = events.filter((event) => event.deduplicated).length;
        sendJson(response, 200, {
          counts: { received: events.length, failed, deduplicated },
          events: events.slice(-last(url)),
        });
      },
    },
    {
      method: "GET",
      path: "/sandbox/calls",
      handle: ({ response, url }) => {
        const account = wanted(url);
        const calls = desk.received.calls.filter((call) =>
          account ? call.adAccountId === account : true,
        );
        sendJson(response, 200, { calls: calls.slice(-last(url)) });
      },
    },
    {
      method: "GET",
      path: "/sandbox/hits",
      handle: ({ response, url }) => {
        const account = wanted(url);
        const hits = desk.received.hits.filter((hit) =>
          account ? hit.adAccountId === account : true,
        );
        sendJson(response, 200, { hits: hits.slice(-last(url)) });
      },
    },
    {
      method: "GET",
      path: "/sandbox/merged",
      handle: ({ response, url }) => {
        const account = wanted(url);
        const merged = mergedEvents(desk.received).filter((event) =>
          account ? event.adAccountId === account : true,
        );
        const both = merged.filter(({ browser, server }) => browser && server).length;
        const counts = { counted: merged.length, reportedByBoth: both };
        sendJson(response, 200, { counts, events: merged.slice(-last(url)) });
      },
    },
    {
      method: "GET",
      path: "/sandbox/access",
      handle: ({ response }) => sendJson(response, 200, desk.access.list()),
    },
    {
      method: "POST",
      path: "/sandbox/accounts",
      handle: async (exchange) => {
        const body = await controlBody(exchange, z.strictObject({ id: accountIdSchema }));
        if (!body) return;
        desk.access.addAccount(body.id);
        sendJson(exchange.response, 200, desk.access.list());
      },
    },
    {
      method: "DELETE",
      path: "/sandbox/accounts/:id",
      handle: ({ response }, { id = "" }) => {
        desk.access.removeAccount(id);
        sendJson(response, 200, desk.access.list());
      },
    },
    {
      method: "POST",
      path: "/sandbox/tokens",
      handle: async (exchange) => {
        const schema = z.strictObject({
          token: z.string().min(1),
          accounts: z.array(accountIdSchema),
        });
        const body = await controlBody(exchange, schema);
        if (!body) return;
        desk.access.addToken(body.token, body.accounts);
        sendJson(exchange.response, 200, desk.access.list());
      },
    },
    {
      method: "POST",
      path: "/sandbox/tags",
      handle: async (exchange) => {
        const tagId = z.string().regex(/^\d{6,20}$/);
        const body = await controlBody(
          exchange,
          z.strictObject({ tagId, account: accountIdSchema }),
        );
        if (!body) return;
        desk.access.addTag(body.tagId, body.account);
        sendJson(exchange.response, 200, desk.access.list());
      },
    },
    {
      method: "DELETE",
      path: "/sandbox/tokens/:token",
      handle: ({ response }, { token = "" }) => {
        desk.access.revokeToken(token);
        sendJson(response, 200, desk.access.list());
      },
    },
    {
      method: "PUT",
      path: "/sandbox/roles",
      handle: async (exchange) => {
        const schema = z.strictObject({
          token: z.string(),
          account: accountIdSchema,
          allowed: z.boolean(),
        });
        const body = await controlBody(exchange, schema);
        if (!body) return;
        desk.access.setRole(body.token, body.account, body.allowed);
        sendJson(exchange.response, 200, desk.access.list());
      },
    },
    ...failureRoutes("/sandbox/failures", failureSchema, desk.failures),
    ...failureRoutes("/sandbox/tag-failures", tagFailureSchema, desk.tagFailures),
    {
      method: "PUT",
      path: "/sandbox/answer-form",
      handle: async (exchange) => {
        const form = await controlBody(exchange, answerFormSchema.partial());
        if (form) sendJson(exchange.response, 200, setForm(defined(form)));
      },
    },
  ];
}

/** Lists, switches on and clears failures of one kind. */
function failureRoutes<AnyFailure extends Failure | TagFailure>(
  path: string,
  schema: z.ZodType<AnyFailure>,
  switches: FailureSwitches<AnyFailure>,
): Route[] {
  return [
    {
      method: "GET",
      path,
      handle: ({ response }) => sendJson(response, 200, { failures: switches.list() }),
    },
    {
      method: "POST",
      path,
      handle: async (exchange) => {
        const failure = await controlBody(exchange, schema);
        if (!failure) return;
        switches.add(failure);
        sendJson(exchange.response, 200, { failures: switches.list() });
      },
    },
    {
      method: "DELETE",
      path,
      handle: ({ response }) => {
        switches.clear();
        sendJson(response, 200, { failures: [] });
      },
    },
  ];
}

/** `?last=200` asks for the latest 200; without it, for all. */
function last(url: URL): number {
  const wanted = Number(url.searchParams.get("last"));
  return Number.isInteger(wanted) && wanted > 0 ? wanted : Number.MAX_SAFE_INTEGER;
}

/** Leaves out the keys that were not given, so that they do not overwrite what stands. */
function defined(form: { [Key in keyof AnswerForm]?: AnswerForm[Key] | undefined }) {
  return {
    ...(form.absent && { absent: form.absent }),
    ...(form.failed && { failed: form.failed }),
    ...(form.invalid && { invalid: form.invalid }),
  };
}
