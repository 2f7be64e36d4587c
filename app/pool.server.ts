import pg from "pg";

import { log } from "./log.server";

/**
 * Connections to the database. One that the server closes is no reason to end the process: whoever uses it
 * hears of it by its statement, and everybody else gets another.
 *
 * The driver tells of a loss by an event, which ends a process that does not listen. The pool listens while a
 * connection lies idle, and its user from the moment that it is handed on; but a server that goes may say
 * so in the same breath as its last answer, and then the connection is on its way from one to the other.
 *
 * @param connectionsKept so many stay open once they are, however long nobody needs them.
 */
export function openPool(
  connectionString: string,
  {
    connectMsMax,
    connectionsKept,
    connectionsMax,
  }: { connectionsMax: number; connectionsKept: number; connectMsMax: number },
): pg.Pool {
  const config = {
    connectionString,
    max: connectionsMax,
    min: connectionsKept,
    // Nobody uses those that are kept for hours, and a firewall between may forget them.
    keepAlive: true,
    // They keep no process from its end.
    allowExitOnIdle: true,
    connectionTimeoutMillis: connectMsMax,
    // Statements that need no answer of one another go out together. The driver's types do not know it yet.
    pipeline: true,
  };
  const pool = new pg.Pool(config);
  const onLost = (err: Error): void => log.warn({ err }, "database connection lost");
  pool.on("connect", (client) => void client.on("error", onLost));
  pool.on("error", () => {
    // The connection itself has told of it.
  });
  return pool;
}
