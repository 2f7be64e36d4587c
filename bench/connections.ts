import { once } from "node:events";
import { connect, type Socket } from "node:net";

/**
 * Connections to a server, over each of which goes one request at a time. They are plain sockets: an HTTP
 * client would take more of the processor than the server that is measured.
 */
export type Connections = {
  /** Sends a whole request over the next free connection; gives its answer's status, or 0 where there was none. */
  exchange(request: Buffer): Promise<number>;
  close(): void;
};

/** Opens so many connections to the server of this URL. */
export async function openConnections(url: string, count: number): Promise<Connections> {
  const { hostname, port } = new URL(url);
  const open = (): Promise<Connection> => connected(hostname, Number(port));
  // The one that was idle longest goes first, so that none is idle for so long that the server closes it.
  const free = await Promise.all(Array.from({ length: count }, open));
  const waiting: ((connection: Connection) => void)[] = [];
  return {
    async exchange(request) {
      const next = free.shift() ?? (await new Promise<Connection>((take) => waiting.push(take)));
      const connection = next.isLost ? await open().catch(() => next) : next;
      const status = await connection.exchange(request);
      const give = waiting.shift() ?? ((idle) => void free.push(idle));
      give(connection);
      return status;
    },
    close: () => free.forEach((connection) => connection.close()),
  };
}

async function connected(host: string, port: number): Promise<Connection> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, "connect");
  return new Connection(socket);
}

class Connection {
  readonly #socket: Socket;
  #answer = "";
  #settle: (status: number) => void = () => undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    // What was asked has no answer then; what is asked next goes over another connection.
    socket.on("error", () => this.#settle(0)).on("close", () => this.#settle(0));
  }

  get isLost(): boolean {
    return this.#socket.destroyed;
  }

  exchange(request: Buffer): Promise<number> {
    if (this.isLost) return Promise.resolve(0);
    this.#answer = "";
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#answer += chunk.toString("latin1");
    const headEnd = this.#answer.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const [, bodyBytes = "0"] = /\r\ncontent-length: (\d+)/i.exec(this.#answer) ?? [];
    if (this.#answer.length < headEnd + 4 + Number(bodyBytes)) return;
    this.#settle(Number(/^HTTP\/1\.1 (\d{3}) /.exec(this.#answer)?.[1]));
  }
}
