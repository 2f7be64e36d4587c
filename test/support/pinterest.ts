import { afterEach, beforeEach, expect } from "vitest";

import type { AnswerForm } from "../../sandbox/pinterest/answer";
import type { ApiCallRecord } from "../../sandbox/pinterest/api";
import type { Failure } from "../../sandbox/pinterest/failures";
import type { ReceivedCall, ReceivedEvent } from "../../sandbox/pinterest/received";
import { assertValidApiCall } from "./pinterest-operations";
import { assertValidEventsBody } from "./pinterest-schema";
import { control } from "./sandbox-control";

/** Who signs in, and what is allowed. */
export type SignInChoice = {
  username: string;
  decision: "allow" | "deny";
  /** Without it, everything that is asked for. */
  scopes: readonly string[];
};

/** What a test asks of its worker's local Pinterest. */
export type LocalPinterest = {
  events(): Promise<ReceivedEvent[]>;
  calls(): Promise<ReceivedCall[]>;
  fail(failure: Failure): Promise<void>;
  mend(): Promise<void>;
  revoke(token: string): Promise<void>;
  allow(token: string, accounts: readonly string[]): Promise<void>;
  form(form: Partial<AnswerForm>): Promise<void>;
  /** Every call of an operation other than `events/create`. */
  apiCalls(operationId?: string): Promise<ApiCallRecord[]>;
  control<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /**
   * Signs in at the page that an authorization's address leads to, as a browser does there.
   *
   * @returns where Pinterest sends the browser back to.
   */
  signIn(authorizationUrl: string, choice: Partial<SignInChoice>): Promise<URL>;
  /** Forgets what came so far. */
  reset(): Promise<void>;
};

/**
 * Puts the local Pinterest into its first state before each test. After each test, every call that left is
 * held against Pinterest's published description, whatever the test was about.
 */
export function useLocalPinterest(): LocalPinterest {
  beforeEach(() => local("POST", "reset"));
  afterEach(async () => {
    for (const { rawBody, status } of await listCalls()) {
      // A connection that broke before the body was read has none to look at.
      if (status === "broken" && rawBody === "") continue;
      assertValidEventsBody(JSON.parse(rawBody));
    }
    for (const call of await listApiCalls()) assertValidApiCall(call);
  });
  return {
    events: async () => (await local<{ events: ReceivedEvent[] }>("GET", "events")).events,
    calls: listCalls,
    fail: (failure) => local("POST", "failures", failure),
    mend: () => local("DELETE", "failures"),
    revoke: (token) => local("DELETE", `tokens/${token}`),
    allow: (token, accounts) => local("POST", "tokens", { token, accounts }),
    apiCalls: async (operationId) =>
      (await listApiCalls()).filter((call) => !operationId || call.operationId === operationId),
    control: local,
    signIn,
    form: (form) => local("PUT", "answer-form", form),
    reset: () => local("POST", "reset"),
  };
}

async function listCalls(): Promise<ReceivedCall[]> {
  return (await local<{ calls: ReceivedCall[] }>("GET", "calls")).calls;
}

async function listApiCalls(): Promise<ApiCallRecord[]> {
  return (await local<{ calls: ApiCallRecord[] }>("GET", "api-calls")).calls;
}

async function signIn(
  authorizationUrl: string,
  { username = "demo_store", decision = "allow", scopes }: Partial<SignInChoice>,
): Promise<URL> {
  const asked = new URL(authorizationUrl);
  expect(`${asked.origin}${asked.pathname}`).toBe("https://www.pinterest.com/oauth/");
  const { origin } = new URL(process.env["PINTEREST_API_URL"] ?? "");
  const page = `${origin}/oauth/${asked.search}`;
  expect((await fetch(page)).status).toBe(200);
  const { users } = await local<{ users: { id: string; username: string }[] }>("GET", "users");
  const user = users.find((one) => one.username === username)?.id ?? "";
  const form = new URLSearchParams({ user, decision });
  for (const scope of scopes ?? asked.searchParams.get("scope")?.split(",") ?? []) {
    form.append("scope", scope);
  }
  const answer = await fetch(page, { method: "POST", body: form, redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "");
}

function local<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const { origin } = new URL(process.env["PINTEREST_API_URL"] ?? "");
  return control(origin, method, path, body);
}
