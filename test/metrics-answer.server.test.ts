import { expect, describe, test } from "vitest";

import { answerMetrics, mayReadMetrics, startMetricsServer } from "~/metrics-answer.server";

const TOKEN = "figures-for-prometheus";
const LOOPBACK = "127.0.0.1";
const ELSEWHERE = "203.0.113.7";

describe("mayReadMetrics", () => {
  test.each([
    { peer: LOOPBACK, headers: {}, may: true, because: "it is this machine" },
    { peer: "127.8.0.1", headers: {}, may: true, because: "all of 127/8 is this machine" },
    { peer: "::1", headers: {}, may: true, because: "it is this machine" },
    { peer: "::ffff:127.0.0.1", headers: {}, may: true, because: "it is IPv4 on a dual socket" },
    { peer: ELSEWHERE, headers: {}, may: false, because: "it is a stranger" },
    { peer: "127.0.0.1.example", headers: {}, may: false, because: "it is no address" },
    { peer: undefined, headers: {}, may: false, because: "nobody knows who it is" },
    {
      peer: ELSEWHERE,
      headers: { "x-forwarded-for": LOOPBACK },
      may: false,
      because: "a header is only a claim",
    },
    {
      peer: LOOPBACK,
      headers: { "x-forwarded-for": ELSEWHERE },
      may: false,
      because: "a proxy on this machine speaks for a stranger",
    },
    {
      peer: ELSEWHERE,
      headers: { authorization: `Bearer ${TOKEN}` },
      may: true,
      because: "it has the token",
    },
    {
      peer: ELSEWHERE,
      headers: { authorization: `Bearer ${TOKEN}x` },
      may: false,
      because: "the token is another",
    },
    {
      peer: ELSEWHERE,
      headers: { authorization: `Basic ${TOKEN}` },
      may: false,
      because: "it is no bearer token",
    },
  ])("$peer with $headers: $may, because $because", ({ peer, headers, may }) => {
    expect(mayReadMetrics({ headers: new Headers({ ...headers }), peerAddress: peer }, TOKEN)).toBe(
      may,
    );
  });

  test.each(["Bearer ", "Bearer undefined", "Bearer"])(
    "without a token set, %j opens nothing",
    (authorization) => {
      const reader = { headers: new Headers({ authorization }), peerAddress: ELSEWHERE };
      expect(mayReadMetrics(reader, undefined)).toBe(false);
    },
  );
});

describe("answerMetrics", () => {
  test("says to a stranger what to send, and prepares nothing for them", async () => {
    const reader = { headers: new Headers(), peerAddress: ELSEWHERE };
    const answer = await answerMetrics(reader, TOKEN, () => expect.unreachable());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: "not_allowed" } });
  });
});

describe("the worker's own server", () => {
  test("gives the figures to this machine, and nothing else", async () => {
    const server = await startMetricsServer(0, undefined);
    const ask = (path: string, headers = {}) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
    try {
      const answer = await ask("/metrics");
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
      expect(await answer.text()).toContain("pin_relay_job_duration_seconds");
      expect((await ask("/")).status).toBe(404);
      expect((await ask("/metrics", { "x-forwarded-for": "127.0.0.1" })).status).toBe(401);
    } finally {
      await server.stop();
    }
  });

  test("takes the token from behind a proxy", async () => {
    const server = await startMetricsServer(0, TOKEN);
    try {
      const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`, {
        headers: { "x-forwarded-for": ELSEWHERE, authorization: `Bearer ${TOKEN}` },
      });
      expect(answer.status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
