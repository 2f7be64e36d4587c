import { GraphQLClient } from "graphql-request";
import { describe, expect, test } from "vitest";

import { askAdmin } from "~/shopify/ask-admin.server";

const PERSONAL = "ada.lovelace@example.com";

describe("askAdmin", () => {
  test("takes an answer with errors beside its data for an answer in part", async () => {
    const errors = [{ message: PERSONAL, extensions: { code: "ACCESS_DENIED" } }];
    const { ask } = asking({ data: { order: { customer: null } }, errors });
    expect(await ask()).toEqual({
      data: { order: { customer: null } },
      isPartial: true,
      codes: ["ACCESS_DENIED"],
    });
  });

  test.each([
    { requested: 500, available: 100, restoreRate: 50, ms: 8_000 },
    { requested: 52, available: 0, restoreRate: 100, ms: 1_000 },
    { requested: 201, available: 0, restoreRate: 100, ms: 2_010 },
    { requested: 10, available: 0, restoreRate: 0, ms: 10_000 },
  ])(
    "waits $ms ms where $requested points are asked of $available, which grow by $restoreRate",
    async ({ requested, available, restoreRate, ms }) => {
      const { ask, pauses } = asking(throttled(requested, available, restoreRate), { data: {} });
      expect(await ask()).toEqual({ data: {}, isPartial: false, codes: [] });
      expect(pauses).toEqual([ms]);
    },
  );

  test("waits a second where Shopify tells no cost", async () => {
    const errors = [{ message: "Throttled", extensions: { code: "THROTTLED" } }];
    const { ask, pauses } = asking({ errors }, { data: {} });
    await ask();
    expect(pauses).toEqual([1_000]);
  });

  test("gives up on a shop that stays throttled", async () => {
    const { ask, pauses } = asking(throttled(500, 0, 50));
    await expect(ask()).rejects.toThrow("Shopify throttles for too long");
    expect(pauses).toHaveLength(10);
  });

  test("names the codes of an answer without data, and none of its words", async () => {
    const { ask } = asking({
      data: null,
      errors: [{ message: PERSONAL, extensions: { code: "ACCESS_DENIED" } }, { message: PERSONAL }],
    });
    await expect(ask()).rejects.toMatchObject({
      message: "Shopify gave no data",
      remedy: "retry",
      context: { codes: "ACCESS_DENIED, unknown" },
    });
  });

  test("repeats nothing of an answer that is no success", async () => {
    const { ask } = asking(new Response(JSON.stringify({ errors: PERSONAL }), { status: 502 }));
    const fault = await ask().catch((err: unknown) => err);
    expect(fault).toMatchObject({ message: "Shopify refused a call", context: { status: 502 } });
    expect(String(fault)).not.toContain("lovelace");
    expect(fault).not.toHaveProperty("cause");
  });

  test.each([
    ["keeps silent", new DOMException("The operation timed out", "TimeoutError")],
    ["cannot be reached", new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })],
    ["breaks off", new TypeError("terminated", { cause: new Error("other side closed") })],
  ])("tells that a Shopify that %s is to be asked later", async (_, fault) => {
    await expect(asking(fault).ask()).rejects.toMatchObject({
      name: "UpstreamUnavailableError",
      message: "Shopify gave no answer",
      remedy: "retry",
      cause: fault,
    });
  });

  test("tells that a page in place of an answer is no answer, and quotes nothing of it", async () => {
    const headers = { "content-type": "application/json" };
    const { ask } = asking(new Response(`<p>${PERSONAL}</p>`, { headers }));
    const fault = await ask().catch((err: unknown) => err);
    expect(fault).toMatchObject({ remedy: "retry", message: "Shopify's answer is not JSON" });
    expect(fault).not.toHaveProperty("cause");
  });

  test("leaves a fault that is not Shopify's as it is", async () => {
    const fault = new TypeError("is not a function");
    await expect(asking(fault).ask()).rejects.toBe(fault);
  });

  test("says which fields of an answer have another form", async () => {
    const { ask } = asking({ data: {}, extensions: { cost: "much" } });
    await expect(ask()).rejects.toMatchObject({ context: { fields: "extensions.cost" } });
  });
});

/** A question whose answers or faults are these, the last one for ever, and the pauses between them. */
function asking(...answers: (Response | object)[]) {
  let calls = 0;
  const client = new GraphQLClient("https://demo.myshopify.com/graphql.json", {
    errorPolicy: "all",
    fetch: async () => {
      const answer = answers[Math.min(calls, answers.length - 1)];
      calls += 1;
      if (answer instanceof Error) throw answer;
      const headers = { "content-type": "application/json" };
      return answer instanceof Response
        ? answer
        : new Response(JSON.stringify(answer), { headers });
    },
  });
  const pauses: number[] = [];
  const ask = askAdmin(client, async (ms) => {
    pauses.push(ms);
  });
  return { ask: () => ask("query Shop { shop { id } }", {}), pauses };
}

function throttled(requestedQueryCost: number, currentlyAvailable: number, restoreRate: number) {
  const throttleStatus = { maximumAvailable: 1_000, currentlyAvailable, restoreRate };
  return {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
    extensions: { cost: { requestedQueryCost, actualQueryCost: null, throttleStatus } },
  };
}
