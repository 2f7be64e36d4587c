import { createServer, type RequestListener, type Server } from "node:http";
import path from "node:path";

import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type Express } from "express";
import staticGzip, { type ExpressStaticGzipOptions } from "express-static-gzip";
import * as build from "virtual:remix/server-build";

import { db, requireDatabaseUrl, warmUpConnections } from "~/db.server";
import { ending } from "~/ending.server";
import { env } from "~/env.server";
import { collectBefore } from "~/http/collect.server";
import { feedsBefore } from "~/http/feeds.server";
import { webhooksBefore } from "~/http/webhooks.server";
import { listJobs } from "~/jobs/list.server";
import { log } from "~/log.server";
import { nameProcess } from "~/metrics.server";
import { migrate } from "~/migrate.server";
import { INSTALLATION_DIR, MIGRATIONS_DIR } from "~/paths.server";
import { FINISH_MS_MAX, runProcess } from "~/process.server";
import { startQueue, stopQueue } from "~/queue.server";
import { quotas } from "~/quota.server";
import { reachDatabase } from "~/reach-database.server";
import { warmUpHomePage } from "~/shopify/home-page.server";
import { SECOND_MS } from "~/time";

/**
 * How long a connection may wait for its next request: longer than proxies and load balancers keep theirs
 * (60 s is common), or they would send a webhook into a connection that is just being closed.
 */
const KEEP_ALIVE_MS = 75 * SECOND_MS;

/** Assets carry a hash in their names, and lie beside what the build compressed them to. */
const ASSETS: ExpressStaticGzipOptions = {
  enableBrotli: true,
  orderPreference: ["br", "gzip"],
  serveStatic: { immutable: true, maxAge: "1y" },
};

const CLIENT_DIR = path.join(INSTALLATION_DIR, "build", "client");

runProcess(async () => {
  nameProcess("web");
  await reachDatabase(requireDatabaseUrl());
  await migrate(requireDatabaseUrl(), MIGRATIONS_DIR);
  await warmUpConnections();
  await warmUpHomePage(new Date());
  await startQueue(listJobs(new AbortController().signal), "producer");
  quotas.start();
  const server = await listen(collectBefore(webhooksBefore(feedsBefore(createApp()))));
  log.info({ port: env.PORT }, "web is ready");

  return async () => {
    ending.abort();
    await close(server);
    quotas.stop();
    await stopQueue(FINISH_MS_MAX);
    await db.$disconnect();
  };
});

function createApp(): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY);
  app.use(compression());
  app.use("/assets", staticGzip(path.join(CLIENT_DIR, "assets"), ASSETS));
  app.use(express.static(CLIENT_DIR, { maxAge: "1h" }));
  const answer = createRequestHandler({
    build,
    mode: env.NODE_ENV,
    // The socket's own word: a forwarded address is what the sender claims.
    getLoadContext: ({ socket }) => ({ peerAddress: socket.remoteAddress }),
  });
  app.all("*", (request, response, next) => void answer(request, response, next));
  return app;
}

function listen(listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener);
    server.once("error", reject);
    server.listen(env.PORT, () => resolve(server));
  });
}

/** Requests in hand are answered; connections that only wait for a next one are closed. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
