import { createLog } from "../log.ts";
import { closeOnSignal, portFromEnv, reportUrl, requiredEnv } from "../process-exit.ts";
import { startProxy } from "./server.ts";

const log = createLog("proxy", process.env.SANDBOX_LOG_FILE);
const server = await startProxy({
  port: portFromEnv("PROXY_PORT", 4101),
  upstreamUrl: requiredEnv("SANDBOX_UPSTREAM_URL"),
  adminOrigin: requiredEnv("SANDBOX_ADMIN_ORIGIN"),
  pinterestUrl: requiredEnv("SANDBOX_PINTEREST_URL"),
  log,
});
log("listening", { url: server.url });
closeOnSignal(server.close);
reportUrl(server.url);
