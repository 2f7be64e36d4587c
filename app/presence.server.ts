import { randomInt } from "node:crypto";

import pg from "pg";

import { brand, type Brand } from "./brand";
import { requireDatabaseUrl } from "./db.server";
import { InvariantError, UpstreamUnavailableError } from "./errors";
import { log } from "./log.server";
import { PRESENCE_CLASS } from "./presence";
import { SECOND_MS } from "./time";

/** Names a running worker process; a number, because it is the key of an advisory lock. */
export type WorkerId = Brand<number, "WorkerId">;

/** The largest key of a two-part advisory lock. */
const WORKER_ID_MAX = 2 ** 31 - 1;

const RECONNECT_MS = SECOND_MS;

/** A server that is just coming up may take a connection and not answer it. */
const CONNECT_MS_MAX = 5 * SECOND_MS;

let presence: { id: WorkerId; client: pg.Client; isLeaving: boolean } | undefined;

/**
 * Shows the database that this worker is there: it holds a lock in a connection of its own, which ends
 * with the process however that dies. A lost connection is made again under the same id.
 */
export async function joinWorkers(): Promise<void> {
  const id: WorkerId = brand(randomInt(1, WORKER_ID_MAX));
  presence = { id, client: await connect(id), isLeaving: false };
}

/** Gives the lock back; what this worker still had on lease is free. */
export async function leaveWorkers(): Promise<void> {
  if (!presence) return;
  presence.isLeaving = true;
  await presence.client.end();
  presence = undefined;
}

/** The id of this process among the workers. */
export function workerId(): WorkerId {
  if (presence) return presence.id;
  throw new InvariantError("This process is no worker");
}

async function connect(id: WorkerId): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: requireDatabaseUrl(),
    application_name: "pin-relay-presence",
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS_MAX,
  });
  const was = { present: false, ended: false };
  client.on("error", (err) => log.warn({ err }, "the worker's presence is interrupted"));
  // From the beginning: a server that goes may say so in the same breath as its last answer.
  client.once("end", () => {
    was.ended = true;
    if (was.present && presence?.id === id && !presence.isLeaving) reconnect(id);
  });
  await client.connect();
  await client.query("SELECT pg_advisory_lock($1, $2)", [PRESENCE_CLASS, id]);
  if (was.ended) throw new UpstreamUnavailableError("The database went as it answered");
  was.present = true;
  return client;
}

function reconnect(id: WorkerId): void {
  setTimeout(() => {
    if (presence?.id !== id || presence.isLeaving) return;
    connect(id).then(
      (client) => {
        if (presence?.id === id) presence.client = client;
      },
      () => reconnect(id),
    );
  }, RECONNECT_MS).unref();
}
