import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

import { env } from "~/env.server";

import { orderBody } from "./order-body";

/** Connections over which webhooks go, one at a time each. */
export type Senders = {
  /** Sends the signed webhook of a new order over the next free connection, and waits for its 200. */
  send(shopDomain: string, number: number): Promise<void>;
  close(): void;
};

/**
 * Opens so many connections to a webhook's door. They are plain sockets and the orders are cut from one
 * text: an HTTP client would take more of the processor than the server that is measured.
 */
export async function openSenders(door: string, connections: number): Promise<Senders> {
  const { hostname, pathname, port } = new URL(door);
  const open = (): Promise<Socket> => connected(hostname, Number(port));
  // The one that was idle longest goes first, so that none is idle for so long that the server closes it.
  const free = await Promise.all(Array.from({ length: connections }, open));
  const waiting: ((socket: Socket) => void)[] = [];
  return {
    async send(shopDomain, number) {
      const next = free.shift() ?? (await new Promise<Socket>((resolve) => waiting.push(resolve)));
      const socket = next.destroyed ? await open() : next;
      await exchange(socket, webhook(pathname, shopDomain, number));
      const give = waiting.shift() ?? ((idle) => void free.push(idle));
      give(socket);
    },
    close: () => free.forEach((socket) => socket.destroy()),
  };
}

async function connected(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, "connect");
  // One that breaks while nothing goes over it is replaced.
  socket.on("error", () => undefined);
  return socket;
}

function exchange(socket: Socket, request: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const settle = (fault?: Error): void => {
      socket.off("data", read).off("error", settle).off("close", lost);
      if (fault) reject(fault);
      else resolve();
    };
    const lost = (): void => settle(new Error("The server closed a connection"));
    const read = (chunk: Buffer): void => {
      answer += chunk.toString("latin1");
      // An answer to a webhook that was taken has no body.
      if (!answer.includes("\r\n\r\n")) return;
      const [words = ""] = answer.split("\r\n", 1);
      settle(words === "HTTP/1.1 200 OK" ? undefined : new Error(`The server says ${words}`));
    };
    socket.on("data", read).on("error", settle).on("close", lost);
    socket.write(request);
  });
}

const NUMBER = 9_999_999_999_999;
const MOMENT = new Date(0);
const TEMPLATE = JSON.stringify(orderBody(NUMBER, MOMENT));

/** The bytes of a whole request. */
function webhook(path: string, shopDomain: string, number: number): Buffer {
  const text = TEMPLATE.replaceAll(String(NUMBER), String(number)).replaceAll(
    MOMENT.toISOString(),
    new Date().toISOString(),
  );
  const body = Buffer.from(text);
  const signature = createHmac("sha256", env.SHOPIFY_API_SECRET).update(body).digest("base64");
  const head = [
    `POST ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    "content-type: application/json",
    `content-length: ${body.length}`,
    `x-shopify-hmac-sha256: ${signature}`,
    "x-shopify-topic: orders/create",
    `x-shopify-shop-domain: ${shopDomain}`,
    `x-shopify-webhook-id: webhook-${number}`,
    `x-shopify-event-id: event-${number}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}
