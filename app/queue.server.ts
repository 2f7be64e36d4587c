import { setTimeout as pause } from "node:timers/promises";

import { fromPrisma, PgBoss } from "pg-boss";
import type { z } from "zod";

import { requireDatabaseUrl, type SqlTransaction, type Transaction } from "./db.server";
import { InvariantError, UpstreamUnavailableError } from "./errors";
import { log } from "./log.server";
import { observeJob } from "./metrics.server";
import { parse } from "./parse";
import { by } from "./sort";

/**
 * What each job carries, by the job's name. Every file in jobs/ adds its own line, so a lower room can
 * enqueue a job by name while no import points upwards. Job data holds ids only, never personal data.
 */
export interface JobPayloads {}

export type JobName = keyof JobPayloads & string;

/** A job's whole contract. */
export type JobDefinition<Name extends JobName> = {
  name: Name;
  schema: z.ZodType<JobPayloads[Name]>;
  /** Jobs of one name and key wait at most once; a second one while the first still waits is dropped. */
  key(payload: JobPayloads[Name]): string;
  /** How many run side by side in one worker process. */
  concurrency: number;
  /**
   * The job only says that there may be something to do, and what that is stands in rows of our own. It
   * is done as soon as it is heard: the handler runs beside the queue, and nothing of it is repeated.
   */
  isWakeUp?: true;
  /** How often a failed run is repeated by the queue, with growing pauses. */
  retryLimit: number;
  /** For a run that may take longer than five minutes. */
  expireSeconds?: number;
  /**
   * When it is enqueued by itself, as cron expressions in UTC. However many workers there are, each time
   * comes once; times that no worker saw are made up for by one job.
   */
  schedule?: readonly { cron: string; payload: JobPayloads[Name] }[];
  handler(payload: JobPayloads[Name]): Promise<void>;
};

/** A definition whose payload type is no longer of interest. */
export type AnyJob = { [Name in JobName]: JobDefinition<Name> }[JobName];

/** Without NOTIFY, a queue is asked as often as this; with it, every 30 seconds, for one that got lost. */
const POLLING_SECONDS = 1;

/** How many wake-ups are taken at once. As long as there are as many as that, more are asked for at once. */
const WAKE_UPS_PER_FETCH = 16;

/** A job that runs longer is taken for dead and run again. No handler comes near it that does not say so. */
const EXPIRE_SECONDS = 300;

/** What is done has left its result in our own tables. */
const DELETE_AFTER_SECONDS = 3_600;

let boss: PgBoss | undefined;

/** Handlers of wake-ups that run. They never reject. */
const inHand = new Set<Promise<void>>();

const keys = new Map<string, (payload: never) => string>();

/**
 * Connects to the job queue, in the same database, and makes sure that every queue exists.
 *
 * @param mode `producer` only enqueues; `worker` also runs what is due, until {@link stopQueue}.
 */
export async function startQueue(
  definitions: readonly AnyJob[],
  mode: "producer" | "worker",
): Promise<void> {
  const isWorker = mode === "worker";
  const started = new PgBoss({
    connectionString: requireDatabaseUrl(),
    application_name: `pin-relay-${mode}`,
    max: isWorker ? 6 : 2,
    supervise: isWorker,
    schedule: isWorker,
    useListenNotify: isWorker,
    registerInstance: false,
  });
  started.on("error", (err) => log.warn({ err }, "job queue lost its database connection"));
  await started.start();
  for (const definition of definitions) await createQueue(started, definition);
  boss = started;
  if (!isWorker) return;
  for (const definition of definitions) {
    await work(started, definition);
    await schedule(started, definition);
  }
}

/** Takes no new jobs, waits for those that run, at most `waitMs`, and disconnects. */
export async function stopQueue(waitMs: number): Promise<void> {
  const deadline = performance.now() + waitMs;
  // What runs may enqueue, so it is waited for while the queue is still there.
  await Promise.race([Promise.all(inHand), pause(waitMs, undefined, { ref: false })]);
  await boss?.stop({ graceful: true, timeout: Math.max(0, deadline - performance.now()) });
  boss = undefined;
}

/**
 * Enqueues inside the caller's transaction: the job exists if and only if the caller's rows do.
 *
 * @param startAfter not before this instant; left out: at once.
 */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  startAfter?: Date,
): Promise<void> {
  const key = keys.get(name);
  if (!boss || !key) throw new InvariantError("The job queue is not started", { name });
  const singletonKey = Reflect.apply(key, undefined, [payload]);
  await boss.send(name, payload, {
    db: fromPrisma(tx),
    singletonKey: String(singletonKey),
    ...(startAfter ? { startAfter } : {}),
  });
}

/**
 * The same for several jobs of one name in a plain transaction, in one statement. Of two with one key the
 * first counts.
 */
export async function enqueueAll<Name extends JobName>(
  sql: SqlTransaction,
  name: Name,
  jobs: readonly { payload: JobPayloads[Name]; startAfter?: Date }[],
): Promise<void> {
  if (jobs.length === 0) return;
  const key = keys.get(name);
  if (!boss || !key) throw new InvariantError("The job queue is not started", { name });
  const distinct = new Map<string, { data: JobPayloads[Name]; startAfter?: Date }>();
  for (const { payload, ...times } of jobs) {
    const singletonKey = String(Reflect.apply(key, undefined, [payload]));
    if (!distinct.has(singletonKey)) distinct.set(singletonKey, { data: payload, ...times });
  }
  // In the order of their keys, so that no two transactions wait for one another.
  const waiting = [...distinct]
    .toSorted(by(([singletonKey]) => singletonKey))
    .map(([singletonKey, job]) => ({ singletonKey, ...job }));
  await boss.insert(name, waiting, { db: sql });
}

async function createQueue(started: PgBoss, definition: AnyJob): Promise<void> {
  const { name, key, retryLimit, expireSeconds = EXPIRE_SECONDS } = definition;
  keys.set(name, key);
  await started.createQueue(name, {
    policy: "short",
    notify: true,
    retryLimit,
    retryBackoff: retryLimit > 0,
    expireInSeconds: expireSeconds,
    deleteAfterSeconds: DELETE_AFTER_SECONDS,
  });
}

async function work<Name extends JobName>(
  started: PgBoss,
  definition: JobDefinition<Name>,
): Promise<void> {
  const { concurrency } = definition;
  if (definition.isWakeUp) return workWakeUps(started, definition);
  for (let place = 1; place <= concurrency; place += 1) await workOneByOne(started, definition);
}

/**
 * One poller, which looks for the next job as soon as it is done with one. By itself it would wait for the
 * next poll or notification: of a hundred jobs that were enqueued at once, two in half a minute would run.
 */
async function workOneByOne<Name extends JobName>(
  started: PgBoss,
  definition: JobDefinition<Name>,
): Promise<void> {
  const poller = await started.work(
    definition.name,
    { pollingIntervalSeconds: POLLING_SECONDS },
    async (jobs) => {
      try {
        for (const { data } of jobs) await perform(definition, data);
      } finally {
        started.notifyWorker(poller);
      }
    },
  );
}

/**
 * One poller for all that run side by side: with one for each, every wake-up would make each of them ask
 * the database, and one with nothing to do would ask for each of them. It also asks once a second
 * whatever it is told, because nobody tells it when a wake-up for later has come due.
 */
async function workWakeUps<Name extends JobName>(
  started: PgBoss,
  definition: JobDefinition<Name>,
): Promise<void> {
  await started.work(
    definition.name,
    {
      pollingIntervalSeconds: POLLING_SECONDS,
      notifyPollingIntervalSeconds: POLLING_SECONDS,
      batchSize: WAKE_UPS_PER_FETCH,
      burstWhenBatchFull: true,
    },
    async (jobs) => {
      for (const { data } of jobs) {
        while (inHand.size >= definition.concurrency) await Promise.race(inHand);
        const running = perform(definition, data)
          .catch((err: unknown) => log.warn({ err, job: definition.name }, "a wake-up failed"))
          .finally(() => inHand.delete(running));
        inHand.add(running);
      }
    },
  );
}

async function perform<Name extends JobName>(
  { name, schema, handler }: JobDefinition<Name>,
  data: unknown,
): Promise<void> {
  const payload = parse(schema, data);
  if (payload.kind === "unreadable") {
    throw new InvariantError("A job carries what its schema refuses", {
      name,
      fields: payload.fields.join(", "),
    });
  }
  await run(name, payload.value, () => handler(payload.value));
}

/** Makes the queue's table of schedules say what the definition says. Every worker does so as it starts. */
async function schedule<Name extends JobName>(
  started: PgBoss,
  { name, key, schedule: times = [] }: JobDefinition<Name>,
): Promise<void> {
  const keysNow = new Set(times.map(({ payload }) => key(payload)));
  for (const stored of await started.getSchedules(name)) {
    if (!keysNow.has(stored.key)) await started.unschedule(name, stored.key);
  }
  for (const { cron, payload } of times) {
    const singletonKey = key(payload);
    const options = { tz: "UTC", key: singletonKey, singletonKey, missed: "once" } as const;
    await started.schedule(name, cron, payload, options);
  }
}

async function run(name: string, payload: object, handler: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  try {
    await handler();
    observeJob(name, "done", performance.now() - startedAt);
  } catch (err) {
    observeJob(name, "failed", performance.now() - startedAt);
    log.error({ ...payload, err, job: name }, "job failed");
    // The queue writes what it catches into its table, so it gets no foreign message to write.
    throw new UpstreamUnavailableError("The job failed; its fault is in the log", { job: name });
  }
}
