import { z } from "zod";
import { type Route, controlBody, sendJson } from "../loopback-server.ts";
import type { ApiDesk } from "./api.ts";
import { last } from "./controls.ts";
import type { Feeds } from "./feeds.ts";

/** The control API of accounts and catalogs: who is there, what was asked, what came of the feeds. */
export function accountControlRoutes(desk: ApiDesk, feeds: Feeds): Route[] {
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
