import { LogSeverity } from "@shopify/shopify-api";

import { log } from "~/log.server";

/**
 * The log of Shopify's library. Its messages may repeat a query, an answer or a token, so the record
 * only says that there was one and how bad it is.
 */
export const libraryLog = {
  level: LogSeverity.Warning,
  log: (severity: LogSeverity): void => {
    if (severity === LogSeverity.Error) log.error("Shopify's library reports an error");
    else log.warn("Shopify's library reports a warning");
  },
};
