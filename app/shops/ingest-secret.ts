/** Two, so that a new one can be rolled out before the old one goes. */
export const INGEST_SECRETS_MAX = 2;

/** A bearer secret of `/ingest` as the pages may know it. */
export type IngestSecret = {
  id: string;
  lastFour: string;
  createdAt: Date;
  /** To the minute; `null` before the first use. */
  lastUsedAt: Date | null;
};
