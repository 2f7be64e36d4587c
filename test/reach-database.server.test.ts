import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { pipeline } from "node:stream";

import { afterEach, expect, inject, test } from "vitest";

import { reachDatabase } from "~/reach-database.server";

import { freePort } from "../app/free-port.server";

let door: Server | undefined;
afterEach(() => void door?.close());

test("a database that nobody serves yet is waited for", async () => {
  const url = new URL(inject("clusterUrl"));
  const { hostname, port: databasePort } = url;
  const port = await freePort();
  url.port = String(port);

  const reached = reachDatabase(url.href);
  const isReached = reached.then(() => "reached");
  expect(await Promise.race([isReached, refused(port).then(() => "refused")])).toBe("refused");

  door = createServer((socket) => pass(socket, { hostname, port: databasePort }));
  door.listen(port, "127.0.0.1");
  await reached;
});

test("a database that refuses us is not asked twice", async () => {
  let calls = 0;
  const { hostname, port } = new URL(inject("clusterUrl"));
  door = createServer((socket) => {
    calls += 1;
    pass(socket, { hostname, port });
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  const stranger = `postgresql://nobody:wrong@127.0.0.1:${addressOf(door).port}/postgres`;
  await expect(reachDatabase(stranger)).rejects.toThrow("password authentication failed");
  expect(calls).toBe(1);
});

/** Whichever side goes first takes the other with it: a client that is refused hangs up at once. */
function pass(socket: Socket, { hostname, port }: { hostname: string; port: string }): void {
  const database = connect(Number(port), hostname);
  pipeline(socket, database, socket, () => undefined);
}

/** Resolves when somebody who connects there is turned away. */
async function refused(port: number): Promise<void> {
  await once(connect(port, "127.0.0.1"), "error");
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens nowhere");
  return address;
}
