import { createLog } from "../log.ts";
import { closeOnSignal, portFromEnv, reportUrl } from "../process-exit.ts";
import { startPinterest } from "./server.ts";

const server = await startPinterest({
  port: portFromEnv("PINTEREST_PORT", 4102),
  log: createLog("pinterest", process.env.SANDBOX_LOG_FILE),
});
closeOnSignal(server.close);
reportUrl(server.url);
