/** Who has to act before the same call can succeed. */
export type Remedy = "retry" | "merchant" | "developer";

/** A fault. Whatever a caller branches on is returned as a union instead of being thrown. */
export abstract class AppError extends Error {
  abstract override readonly name: string;
  abstract readonly remedy: Remedy;
  /** Logged beside the message: ids and counts; never a secret, never personal data. */
  readonly context: Readonly<Record<string, string | number | boolean>>;

  constructor(message: string, context: AppError["context"] = {}, options?: ErrorOptions) {
    super(message, options);
    this.context = context;
  }
}

/** The other side failed in a way that a later identical call may not. */
export class UpstreamUnavailableError extends AppError {
  override readonly name = "UpstreamUnavailableError" as const;
  override readonly remedy = "retry";
}

/**
 * The exit code of a process whose configuration is bad: starting it again as it is changes nothing.
 * Source: sysexits(3), EX_CONFIG.
 */
export const BAD_CONFIGURATION = 78;

/** The environment is incomplete or malformed, so the process must not start. */
export class ConfigError extends AppError {
  override readonly name = "ConfigError" as const;
  override readonly remedy = "developer";
}

/** A sealed value cannot be opened: its key is not among the configured ones, or it was altered. */
export class SealError extends AppError {
  override readonly name = "SealError" as const;
  override readonly remedy = "developer";
}

/** Something this code promises did not hold: a defect here, never in the input. */
export class InvariantError extends AppError {
  override readonly name = "InvariantError" as const;
  override readonly remedy = "developer";
}
