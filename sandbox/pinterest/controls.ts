import { z } from "zod";
import { type Route, controlBody, sendJson } from "../loopback-server.ts";
import { type AnswerForm, answerFormSchema } from "./answer.ts";
import type { Desk } from "./events-create.ts";
import type { FailureSwitches } from "./failures.ts";
import { type Failure, type TagFailure, failureSchema, tagFailureSchema } from "./failures.ts";
import { mergedEvents } from "./merged.ts";
import type { TagDesk } from "./tag-endpoint.ts";

const accountIdSchema = z.string().regex(/^\d{1,18}$/);

/** The control API of events: what came, who may send, what is to fail. */
export function controlRoutes(
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
export function last(url: URL): number {
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
