import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server } from "node:net";

import { afterEach, expect, inject, test } from "vitest";

import { reachDatabase } from "~/reach-database.server";

import { freePort } from "../app/free-port.server";

let door: Server | undefined;
afterEach(() => void door?.close());

test("a database that nobody serves yet is waited for", async () => {
  const url = new URL(inject("clusterUrl"));
  const databasePort = Number(url.port);
  const port = await freePort();
  url.port = String(port);

  const reached = reachDatabase(url.href);
  const isReached = reached.then(() => "reached");
  expect(await Promise.race([isReached, refused(port).then(() => "refused")])).toBe("refused");

  door = createServer((socket) => {
    socket.pipe(connect(databasePort, "127.0.0.1")).pipe(socket);
  }).listen(port, "127.0.0.1");
  await reached;
});

test("a database that refuses us is not asked twice", async () => {
  let calls = 0;
  const { hostname, port } = new URL(inject("clusterUrl"));
  door = createServer((socket) => {
    calls += 1;
    socket.pipe(connect(Number(port), hostname)).pipe(socket);
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  const stranger = `postgresql://nobody:wrong@127.0.0.1:${addressOf(door).port}/postgres`;
  await expect(reachDatabase(stranger)).rejects.toThrow("password authentication failed");
  expect(calls).toBe(1);
});

/** Resolves when somebody who connects there is turned away. */
async function refused(port: number): Promise<void> {
  await once(connect(port, "127.0.0.1"), "error");
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens nowhere");
  return address;
}
