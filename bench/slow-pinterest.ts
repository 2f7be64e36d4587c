import { createServer } from "node:http";

// A Pinterest that takes every event and needs 20 ms for each call.

const ANSWER_MS = 20;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { data }: { data: unknown[] } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const answer = JSON.stringify({
      num_events_received: data.length,
      num_events_processed: data.length,
      events: data.map(() => ({ status: "processed", error_message: null })),
    });
    setTimeout(() => {
      response.writeHead(200, { "content-type": "application/json" }).end(answer);
    }, ANSWER_MS);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
});
