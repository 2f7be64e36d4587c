import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

import pg from "pg";

// The least that a webhook's door can do: check the signature, commit one row, answer.

const [secret = "", databaseUrl = ""] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
await pool.query("CREATE TABLE IF NOT EXISTS bench_receipts (id text PRIMARY KEY, body text)");

const server = createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    () => response.writeHead(503).end(),
  );
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
});

async function receive(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(String(request.headers["x-shopify-hmac-sha256"]), "base64");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 401;
  await pool.query("INSERT INTO bench_receipts (id, body) VALUES ($1, $2)", [
    request.headers["x-shopify-event-id"],
    createHash("sha256").update(body).digest("hex"),
  ]);
  return 200;
}
