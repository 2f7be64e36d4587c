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
import { RateWindow } from "./rate-window.ts";
import { Received } from "./received.ts";
import { createSchemaCheck } from "./schema.ts";
import { type TagDesk, tagRoutes } from "./tag-endpoint.ts";

/** The account and the token that stand in the book at the start. */
export const DEMO_AD_ACCOUNT_ID = "549755885175";
/** An account that exists and that the demo token may not use: 403. */
export const FOREIGN_AD_ACCOUNT_ID = "549755885176";
/** The tag of that account. */
export const DEMO_TAG_ID = "2612345678901";
/** Plainly no real token: it only has Pinterest's prefix. */
export const DEMO_TOKEN = "pina_SANDBOX_NOT_A_REAL_TOKEN_0001";

export type PinterestOptions = {
  port: number;
  log?: Log | undefined;
  /** Milliseconds since 1970; a test passes its own clock. */
  now?: () => number;
  /** Calls per ad account and minute before 429. */
  callsPerMinuteMax?: number;
  /** Pinterest publishes no limit in bytes; this one is above what a full batch needs. */
  bodyBytesMax?: number;
};

export type RunningPinterest = RunningServer & {
  /** What product code takes as the API's base address. */
  apiUrl: string;
};

/**
 * Starts a local Pinterest: the API's `events/create` under `/v5`, the tag's `/v3/` and `/user/`, a page
 * of what came at `/`, the control API under `/sandbox`.
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
  const routes: Route[] = [
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
  access.addAccount(DEMO_AD_ACCOUNT_ID);
  access.addAccount(FOREIGN_AD_ACCOUNT_ID);
  access.addTag(DEMO_TAG_ID, DEMO_AD_ACCOUNT_ID);
  access.addToken(DEMO_TOKEN, [DEMO_AD_ACCOUNT_ID]);
  return access;
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
