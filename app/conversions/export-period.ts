import { z } from "zod";

import { DAY_MS } from "~/time";

/** A span of days, from the first instant of the first to the first instant after the last; UTC. */
export type Period = { from: Date; until: Date };

/** What is wrong with a period. */
export type PeriodProblem = "period_malformed" | "period_backwards";

const dayField = z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`));

/** The period from one day to another, both of them in it, each as in `2026-11-22`. */
export function parsePeriod(
  first: string | null,
  last: string | null,
): { kind: "period"; period: Period } | { kind: "refused"; problem: PeriodProblem } {
  const [from, to] = [dayField.safeParse(first), dayField.safeParse(last)];
  if (!from.success || !to.success) return { kind: "refused", problem: "period_malformed" };
  if (to.data < from.data) return { kind: "refused", problem: "period_backwards" };
  const until = new Date(to.data.getTime() + DAY_MS);
  return { kind: "period", period: { from: from.data, until } };
}

/** The day that lies so many days before another. */
export function daysBefore(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`).getTime() - days * DAY_MS;
  return new Date(instant).toISOString().slice(0, 10);
}
