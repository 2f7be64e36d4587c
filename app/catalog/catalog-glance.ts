import type { CatalogSigns } from "~/shops/legs";

/** A shop's catalog in a few numbers, all feeds together. */
export type CatalogGlance = CatalogSigns & {
  feeds: number;
  /** Rows of the published files. */
  items: number;
  /** Items with an error, which are in no file. */
  leftOut: number;
  /** How often anything was found wrong, errors and warnings. */
  issues: number;
};
