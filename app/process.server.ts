import { BAD_CONFIGURATION, ConfigError } from "./errors";
import { log } from "./log.server";
import { SECOND_MS } from "./time";

/** A process is gone this long after SIGTERM, whatever hangs. */
const EXIT_MS_MAX = 9 * SECOND_MS;

/** What the work in hand may take after SIGTERM; the rest is for the last steps. */
export const FINISH_MS_MAX = 7 * SECOND_MS;

/**
 * Runs one of the app's processes: `start` brings it up and returns what stops it in order.
 *
 * SIGTERM, SIGINT and the end of the process that started it stop it once, after the start if that still runs: exit 0 in order (or what `process.exitCode`
 * says), 1 where it failed or took too long. A fault that nobody caught is logged without its message and ends the
 * process, 78 for a bad configuration, because what state it left is not known.
 */
export function runProcess(start: () => Promise<() => Promise<void>>): void {
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
  const started = start();
  started.catch(end);

  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error("could not finish in time");
      process.exit(1);
    }, EXIT_MS_MAX).unref();
    started.then((stopInOrder) => stopInOrder()).then(() => process.exit(), end);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // Comes only where the parent opened a channel: whoever is left without a supervisor stops too.
  process.on("disconnect", () => stop("disconnect"));
}

function end(err: unknown): never {
  log.fatal({ err }, "the process ends");
  process.exit(err instanceof ConfigError ? BAD_CONFIGURATION : 1);
}
