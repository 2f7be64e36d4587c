import { Readable } from "node:stream";

import type { ShopId } from "~/ids";

import { exportDecisions } from "./decision-export.server";
import { parsePeriod, type PeriodProblem } from "./export-period";

/** The export of the days `first` to `last` of an address, as a stream. */
export function decisionFile(
  shopId: ShopId,
  search: URLSearchParams,
): { kind: "file"; content: Readable } | { kind: "refused"; problem: PeriodProblem } {
  const asked = parsePeriod(search.get("first"), search.get("last"));
  if (asked.kind === "refused") return asked;
  const { from, until } = asked.period;
  return { kind: "file", content: Readable.from(exportDecisions(shopId, from, until)) };
}
