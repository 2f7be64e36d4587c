import type { ServerResponse } from "node:http";
import { z } from "zod";
import { type Exchange, type Route, readBody } from "../loopback-server.ts";
import type { User } from "./directory.ts";
import type { Grants } from "./grants.ts";

/** The app as it is registered at the local Pinterest. */
export type RegisteredApp = { id: string; secret: string };

export type AuthorizeDesk = {
  app: RegisteredApp;
  users: () => readonly User[];
  grants: Grants;
  now: () => number;
};

/** Registered are this machine's addresses: the demo and every test have another port. */
const REDIRECT_URI = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/pinterest\/callback$/;

const SCOPE = /^[a-z_]+:(?:read|write)(?:_secret)?$/;

const requestSchema = z.object({
  client_id: z.string(),
  redirect_uri: z.string().regex(REDIRECT_URI),
  response_type: z.literal("code"),
  scope: z.string().transform((text, context) => {
    const scopes = text.split(",");
    if (scopes.every((scope) => SCOPE.test(scope))) return scopes;
    context.addIssue({ code: "custom", message: "scopes are separated by commas" });
    return z.NEVER;
  }),
  state: z.string().min(1),
});

const FORM_BYTES_MAX = 64 * 1024;

/** `GET /oauth/` asks a user, `POST /oauth/` takes the answer and leads back to the app. */
export function authorizeRoutes(desk: AuthorizeDesk): Route[] {
  return [
    { method: "GET", path: "/oauth/", handle: (exchange) => ask(desk, exchange) },
    { method: "POST", path: "/oauth/", handle: (exchange) => answer(desk, exchange) },
  ];
}

function ask(desk: AuthorizeDesk, { response, url }: Exchange): void {
  const request = requestSchema.safeParse(Object.fromEntries(url.searchParams));
  if (!request.success || request.data.client_id !== desk.app.id) {
    const faults = request.success
      ? ["client_id"]
      : request.error.issues.map(({ path }) => path[0]);
    return sendPage(
      response,
      400,
      `<h1>This request is not one of a registered app</h1>
      <p>These do not fit: ${escape(faults.join(", "))}.</p>`,
    );
  }
  const users = desk
    .users()
    .map(
      ({ id, username }, index) =>
        `<label><input type="radio" name="user" value="${id}"${index === 0 ? " checked" : ""}> @${escape(username)}</label>`,
    );
  const scopes = request.data.scope.map(
    (scope) =>
      `<label><input type="checkbox" name="scope" value="${scope}" checked> ${scope}</label>`,
  );
  sendPage(
    response,
    200,
    `<h1>Local Pinterest</h1>
    <p>The app asks to use a Pinterest account. Nothing here leaves this machine.</p>
    <form method="post" action="/oauth/?${escape(url.searchParams.toString())}">
      <fieldset><legend>Sign in as</legend>${users.join("")}</fieldset>
      <fieldset><legend>The app may</legend>${scopes.join("")}</fieldset>
      <button name="decision" value="allow">Give access</button>
      <button name="decision" value="deny">Cancel</button>
    </form>`,
  );
}

async function answer(desk: AuthorizeDesk, { request, response, url }: Exchange): Promise<void> {
  const asked = requestSchema.safeParse(Object.fromEntries(url.searchParams));
  const body = await readBody(request, FORM_BYTES_MAX);
  const form = new URLSearchParams(body.kind === "read" ? body.text : "");
  const user = desk.users().find(({ id }) => id === form.get("user"));
  if (!asked.success || asked.data.client_id !== desk.app.id) {
    return sendPage(response, 400, "<h1>This request is not one of a registered app</h1>");
  }
  const { redirect_uri: redirectUri, state } = asked.data;
  const back = new URL(redirectUri);
  back.searchParams.set("state", state);
  if (form.get("decision") !== "allow" || !user) {
    back.searchParams.set("error", "access_denied");
  } else {
    const scopes = form.getAll("scope").filter((scope) => asked.data.scope.includes(scope));
    const permission = { userId: user.id, scopes };
    back.searchParams.set("code", desk.grants.makeCode(permission, redirectUri, desk.now()));
  }
  response.writeHead(302, { location: back.href, "cache-control": "no-store" });
  response.end();
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}
label{display:block;padding:.25rem 0}fieldset{margin:1rem 0}button{font:inherit;padding:.5rem 1rem;margin-right:.5rem}`;

function sendPage(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(
    `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width,initial-scale=1"><title>Local Pinterest</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${body}</body></html>\n`,
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
