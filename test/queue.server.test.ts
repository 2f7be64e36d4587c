import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { db } from "~/db.server";
import { InvariantError } from "~/errors";
import { log } from "~/log.server";
import { enqueue, startQueue, stopQueue, type AnyJob, type JobDefinition } from "~/queue.server";

declare module "~/queue.server" {
  interface JobPayloads {
    "test-job": { id: string; email?: string };
    "timed-job": { id: string };
    "wake-up": { id: string };
  }
}

const PERSONAL = "ada.lovelace@example.com";

const ran: string[] = [];
let handle: (id: string) => Promise<void> = async () => {};

const testJob: JobDefinition<"test-job"> = {
  name: "test-job",
  schema: z.object({ id: z.string().max(20), email: z.string().max(5).exactOptional() }),
  key: ({ id }) => id,
  concurrency: 1,
  retryLimit: 0,
  handler: async ({ id }) => {
    ran.push(id);
    await handle(id);
  },
};

const WAKE_UPS_SIDE_BY_SIDE = 3;

const wakeUp: JobDefinition<"wake-up"> = {
  ...testJob,
  name: "wake-up",
  schema: z.object({ id: z.string().max(20) }),
  concurrency: WAKE_UPS_SIDE_BY_SIDE,
  isWakeUp: true,
};

/** The last minute of a leap day: no run of the tests meets it. */
const LEAP_DAY = { cron: "59 23 29 2 *", payload: { id: "leap" } };

function timedJob(schedule: readonly { cron: string; payload: { id: string } }[]): AnyJob {
  return {
    name: "timed-job",
    schema: z.object({ id: z.string() }),
    key: ({ id }) => id,
    concurrency: 1,
    retryLimit: 0,
    schedule,
    handler: async ({ id }) => {
      ran.push(id);
    },
  };
}

type Job = { state: string; singleton_key: string; output: unknown; start_after: Date };

beforeEach(async () => {
  ran.length = 0;
  handle = async () => {};
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name IN ('test-job', 'wake-up')`.catch(
    () => undefined,
  );
});

describe("enqueue", () => {
  beforeAll(() => startQueue([testJob], "producer"));
  afterAll(() => stopQueue(1_000));

  test("keeps the job if and only if the caller's rows are kept", async () => {
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "kept" }));
    const lost = db.$transaction(async (tx) => {
      await enqueue(tx, "test-job", { id: "lost" });
      throw new InvariantError("something after it failed");
    });
    await expect(lost).rejects.toThrow("something after it failed");
    expect((await jobs()).map((job) => job.singleton_key)).toEqual(["kept"]);
  });

  test("shows the job to nobody before the caller has committed", async () => {
    await db.$transaction(async (tx) => {
      await enqueue(tx, "test-job", { id: "open" });
      expect(await jobs()).toEqual([]);
    });
    expect(await jobs()).toHaveLength(1);
  });

  test("lets jobs of one key wait once", async () => {
    for (let time = 0; time < 3; time += 1) {
      await db.$transaction((tx) => enqueue(tx, "test-job", { id: "same" }));
    }
    await Promise.all(
      ["same", "same", "other"].map((id) =>
        db.$transaction((tx) => enqueue(tx, "test-job", { id })),
      ),
    );
    expect((await jobs()).map((job) => job.singleton_key).toSorted()).toEqual(["other", "same"]);
  });

  test("lets the next one wait while the first one runs", async () => {
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "same" }));
    await db.$executeRaw`UPDATE pgboss.job SET state = 'active' WHERE name = 'test-job'`;
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "same" }));
    expect((await jobs()).map(({ state }) => state).toSorted()).toEqual(["active", "created"]);
  });

  test("keeps a job back until its instant", async () => {
    // 2033-05-18T03:33:20Z
    const at = new Date(2_000_000_000_000);
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "later" }, at));
    expect(await jobs()).toMatchObject([{ start_after: at }]);
  });
});

describe("a worker", () => {
  beforeAll(() => startQueue([testJob], "worker"));
  afterAll(() => stopQueue(1_000));
  afterEach(() => vi.restoreAllMocks());

  test("runs what was enqueued", async () => {
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "first" }));
    expect(await settled("first")).toMatchObject({ state: "completed" });
    expect(ran).toEqual(["first"]);
  });

  test("fails a payload that does not fit, and repeats nothing of it", async () => {
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "bad", email: PERSONAL }));
    const job = await settled("bad");
    expect(job.state).toBe("failed");
    expect(ran).toEqual([]);
    expect(JSON.stringify(job.output)).toContain("A job carries what its schema refuses");
    expect(JSON.stringify(job.output)).not.toContain("lovelace");
  });

  test("fails with a handler that throws, and keeps nobody's words but ours", async () => {
    const logged = vi.spyOn(log, "error");
    handle = async () => {
      throw new TypeError(`Cannot reach ${PERSONAL}`);
    };
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "throws" }));
    const job = await settled("throws");
    expect(job.state).toBe("failed");
    expect(JSON.stringify(job.output)).toContain("The job failed; its fault is in the log");
    expect(JSON.stringify(job.output)).not.toContain("lovelace");
    expect(logged).toHaveBeenCalledWith(
      { err: expect.objectContaining({ name: "TypeError" }), job: "test-job", id: "throws" },
      "job failed",
    );
  });

  test("goes on after a failed job", async () => {
    handle = async (id) => {
      if (id === "throws") throw new TypeError("no");
    };
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "throws" }));
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "next" }));
    expect(await settled("next")).toMatchObject({ state: "completed" });
  });

  test("takes the next job as soon as it is done with one", async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `one-of-many-${index}`);
    handle = async (id) => {
      if (id.endsWith("3")) throw new TypeError("no");
    };
    await db.$transaction(async (tx) => {
      for (const id of ids) await enqueue(tx, "test-job", { id });
    });
    // Nobody tells it of the others, and by itself it would look for them half a minute later.
    await vi.waitUntil(() => ids.every((id) => ran.includes(id)), 10_000);
  });

  test("finishes what runs before it stops", async () => {
    const release = Promise.withResolvers<void>();
    handle = () => release.promise;
    await db.$transaction((tx) => enqueue(tx, "test-job", { id: "slow" }));
    await vi.waitUntil(() => ran.includes("slow"));
    const stopped = stopQueue(5_000);
    release.resolve();
    await stopped;
    expect(await jobs()).toMatchObject([{ singleton_key: "slow", state: "completed" }]);
  });
});

describe("wake-ups", () => {
  beforeEach(() => startQueue([wakeUp], "worker"));
  afterEach(() => stopQueue(1_000));

  test("are all heard, however many come at once", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `lane-${index}`);
    await db.$transaction(async (tx) => {
      for (const id of ids) await enqueue(tx, "wake-up", { id });
    });
    await vi.waitUntil(() => ran.length === ids.length, { timeout: 60_000 });
    expect(ran.toSorted()).toEqual(ids.toSorted());
  });

  test("that hang leave the other places to those that do not", async () => {
    const hung = Promise.withResolvers<void>();
    handle = (id) => (id.startsWith("hangs") ? hung.promise : Promise.resolve());
    const ids = ["hangs-1", "hangs-2", "goes-1", "goes-2", "goes-3", "goes-4"];
    await db.$transaction(async (tx) => {
      for (const id of ids) await enqueue(tx, "wake-up", { id });
    });
    await vi.waitUntil(() => ran.length === ids.length, { timeout: 60_000 });
    hung.resolve();
  });

  test("run no more side by side than they may", async () => {
    const hung = Promise.withResolvers<void>();
    handle = () => hung.promise;
    await db.$transaction(async (tx) => {
      for (const id of ["1", "2", "3", "4", "5"]) await enqueue(tx, "wake-up", { id });
    });
    await vi.waitUntil(() => ran.length >= WAKE_UPS_SIDE_BY_SIDE, { timeout: 60_000 });
    expect(ran).toHaveLength(WAKE_UPS_SIDE_BY_SIDE);
    hung.resolve();
    await vi.waitUntil(() => ran.length === 5, { timeout: 60_000 });
  });

  test("for later come when their time has come", async () => {
    const soon = new Date(Date.now() + 1_000);
    await db.$transaction((tx) => enqueue(tx, "wake-up", { id: "later" }, soon));
    await vi.waitUntil(() => ran.includes("later"), { timeout: 60_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
  });

  test("that fail are logged, and the others go on", async () => {
    const logged = vi.spyOn(log, "error");
    handle = async (id) => {
      if (id === "throws") throw new TypeError("no");
    };
    await db.$transaction((tx) => enqueue(tx, "wake-up", { id: "throws" }));
    await db.$transaction((tx) => enqueue(tx, "wake-up", { id: "next" }));
    await vi.waitUntil(() => ran.includes("next"), { timeout: 60_000 });
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ job: "wake-up" }), "job failed");
    logged.mockRestore();
  });

  test("that run are waited for when the worker stops", async () => {
    const release = Promise.withResolvers<void>();
    let isDone = false;
    handle = () => release.promise.then(() => void (isDone = true));
    await db.$transaction((tx) => enqueue(tx, "wake-up", { id: "slow" }));
    await vi.waitUntil(() => ran.includes("slow"), { timeout: 60_000 });
    const stopped = stopQueue(5_000);
    release.resolve();
    await stopped;
    expect(isDone).toBe(true);
  });
});

describe("a schedule", () => {
  afterEach(() => stopQueue(1_000));

  test("stands in UTC, and once however often a worker starts", async () => {
    for (let start = 0; start < 2; start += 1) {
      await startQueue([timedJob([LEAP_DAY])], "worker");
      await stopQueue(1_000);
    }
    expect(await schedules()).toEqual([
      { key: "leap", cron: LEAP_DAY.cron, timezone: "UTC", data: { id: "leap" } },
    ]);
  });

  test("that the definition dropped is gone", async () => {
    await startQueue([timedJob([LEAP_DAY])], "worker");
    await stopQueue(1_000);
    await startQueue([timedJob([])], "worker");
    expect(await schedules()).toEqual([]);
  });

  test("enqueues what is due", async () => {
    const everyMinute = timedJob([{ cron: "* * * * *", payload: { id: "minute" } }]);
    await startQueue([everyMinute], "worker");
    await stopQueue(1_000);
    // As if no worker had looked for a while, so that the next one looks at once.
    await db.$executeRaw`UPDATE pgboss.version SET cron_on = NULL`;
    await startQueue([everyMinute], "worker");
    await vi.waitUntil(() => ran.includes("minute"), { timeout: 50_000, interval: 50 });
  });
});

test("without a started queue, nothing is enqueued and the caller's rows are undone", async () => {
  const lost = db.$transaction((tx) => enqueue(tx, "test-job", { id: "lost" }));
  await expect(lost).rejects.toThrow(InvariantError);
});

function jobs(): Promise<Job[]> {
  return db.$queryRaw<Job[]>`
    SELECT state::text, singleton_key, output, start_after FROM pgboss.job
     WHERE name = 'test-job' ORDER BY created_on`;
}

function schedules(): Promise<unknown[]> {
  return db.$queryRaw`
    SELECT key, cron, timezone, data FROM pgboss.schedule WHERE name = 'timed-job'`;
}

async function settled(key: string): Promise<Job> {
  return vi.waitUntil(
    async () =>
      (await jobs()).find(
        ({ singleton_key, state }) =>
          singleton_key === key && (state === "completed" || state === "failed"),
      ),
    { timeout: 60_000, interval: 50 },
  );
}
