/**
 * Ends the process cleanly on SIGTERM and SIGINT, and when the process that started it is gone: the
 * server closes its connections first. A Ctrl-C reaches a parent and its children alike; a child
 * leaves it to the parent, which ends its children in its own order.
 */
export function closeOnSignal(close: () => Promise<void>): void {
  const end = () => void close().finally(() => process.exit(0));
  process.once("SIGTERM", end);
  process.on("SIGINT", process.send ? () => undefined : end);
  process.once("disconnect", end);
}

/** A port from the environment; 0 takes any free one. A value that is no port stops the start. */
export function portFromEnv(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`${name} must be a port number.`);
  }
  return port;
}

/** A required setting of a sandbox process. */
export function requiredEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing.`);
  return value;
}

/** Tells the parent process, if there is one, where the server listens. */
export function reportUrl(url: string): void {
  process.send?.({ url });
}
