import { afterEach, beforeEach } from "vitest";

import type { AnswerForm } from "../../sandbox/pinterest/answer";
import type { Failure } from "../../sandbox/pinterest/failures";
import type { ReceivedCall, ReceivedEvent } from "../../sandbox/pinterest/received";
import { assertValidEventsBody } from "./pinterest-schema";
import { control } from "./sandbox-control";

/** What a test asks of its worker's local Pinterest. */
export type LocalPinterest = {
  events(): Promise<ReceivedEvent[]>;
  calls(): Promise<ReceivedCall[]>;
  fail(failure: Failure): Promise<void>;
  mend(): Promise<void>;
  revoke(token: string): Promise<void>;
  allow(token: string, accounts: readonly string[]): Promise<void>;
  form(form: Partial<AnswerForm>): Promise<void>;
  /** Forgets what came so far. */
  reset(): Promise<void>;
};

/**
 * Puts the local Pinterest into its first state before each test. After each test, every body that
 * left is held against Pinterest's published description, whatever the test was about.
 */
export function useLocalPinterest(): LocalPinterest {
  beforeEach(() => local("POST", "reset"));
  afterEach(async () => {
    for (const { rawBody, status } of await listCalls()) {
      // A connection that broke before the body was read has none to look at.
      if (status === "broken" && rawBody === "") continue;
      assertValidEventsBody(JSON.parse(rawBody));
    }
  });
  return {
    events: async () => (await local<{ events: ReceivedEvent[] }>("GET", "events")).events,
    calls: listCalls,
    fail: (failure) => local("POST", "failures", failure),
    mend: () => local("DELETE", "failures"),
    revoke: (token) => local("DELETE", `tokens/${token}`),
    allow: (token, accounts) => local("POST", "tokens", { token, accounts }),
    form: (form) => local("PUT", "answer-form", form),
    reset: () => local("POST", "reset"),
  };
}

async function listCalls(): Promise<ReceivedCall[]> {
  return (await local<{ calls: ReceivedCall[] }>("GET", "calls")).calls;
}

function local<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const { origin } = new URL(process.env["PINTEREST_API_URL"] ?? "");
  return control(origin, method, path, body);
}
