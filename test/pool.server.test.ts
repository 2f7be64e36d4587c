import { once } from "node:events";
import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";

import pg from "pg";
import { afterEach, expect, inject, test } from "vitest";

import { openPool } from "~/pool.server";

/** `FATAL: terminating connection due to unexpected postmaster exit`, as the server writes it. */
const GOING = errorResponse({
  S: "FATAL",
  V: "FATAL",
  C: "57P01",
  M: "unexpected postmaster exit",
});
const READY_FOR_QUERY = Buffer.from("5a0000000549", "hex");

let door: Server | undefined;
afterEach(() => void door?.close());

test("a server that goes while a connection changes hands ends no process", async () => {
  const goodbye = { isDue: false };
  door = createServer((socket) => pass(socket, goodbye)).listen(0, "127.0.0.1");
  await once(door, "listening");
  const url = new URL(inject("clusterUrl"));
  url.port = String(addressOf(door).port);
  const pool = openPool(url.href, { connectionsMax: 1, connectionsKept: 0, connectMsMax: 5_000 });

  await pool.query("SELECT 1");
  goodbye.isDue = true;
  const first = pool.query("SELECT 1");
  // Waits for the only connection, and gets it while it breaks.
  const second = pool.connect().then(async (client) => {
    await expect(client.query("SELECT 1")).rejects.toThrow();
    client.release(true);
  });
  await first;
  await second;

  goodbye.isDue = false;
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test("a connection that breaks while it lies idle is missed by nobody", async () => {
  const pool = openPool(inject("clusterUrl"), {
    connectionsMax: 2,
    connectionsKept: 2,
    connectMsMax: 5_000,
  });
  const { rows } = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const lost = new Promise((resolve) => pool.once("remove", resolve));
  const other = new pg.Client({ connectionString: inject("clusterUrl") });
  await other.connect();
  await other.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
  await other.end();
  await lost;
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

/** Passes everything on, and adds the goodbye to the answer after which it is due. */
function pass(socket: Socket, goodbye: { isDue: boolean }): void {
  const { hostname, port } = new URL(inject("clusterUrl"));
  const server = connect(Number(port), hostname);
  socket.pipe(server);
  server.on("data", (answer) => {
    const isEnd = goodbye.isDue && answer.subarray(-6).equals(READY_FOR_QUERY);
    socket.write(isEnd ? Buffer.concat([answer, GOING]) : answer);
    if (isEnd) socket.end();
  });
  server.on("close", () => socket.end());
  socket.on("close", () => server.destroy());
  for (const side of [socket, server]) side.on("error", () => side.destroy());
}

function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const words = Object.entries(fields).map(([name, value]) => `${name}${value}\0`);
  const body = Buffer.from(`${words.join("")}\0`);
  const head = Buffer.from("E\0\0\0\0");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens nowhere");
  return address;
}
