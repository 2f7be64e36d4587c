import type { Verdict } from "./backfill";

/** Why the app knows nothing of an order that the platform has. */
export const ABSENCES = [
  /** It was placed before the app was installed, so there was nobody to tell. */
  "before_installation",
  /** No webhook brought it, and none is looked for while no Pinterest account is connected. */
  "not_connected",
  /** No webhook brought it yet; the comparison with the platform of the next minutes takes it up. */
  "next_comparison",
  /** The daily comparison takes it up. */
  "daily_comparison",
  /** No comparison goes back so far. */
  "lost",
] as const;
export type Absence = (typeof ABSENCES)[number];

/** An order that the platform has and the app has not recorded. */
export type UnrecordedOrder = {
  /** What the merchant calls it, e.g. `#1017`. */
  orderName: string;
  /** When the platform made it. */
  createdAt: Date;
  absence: Absence;
  /** What would become of it as a past order. */
  verdict: Verdict;
};

/** What the platform says of an order that the app knows nothing of. */
export type PlatformWord =
  | { kind: "found"; order: UnrecordedOrder }
  /** It shows no such order. */
  | { kind: "none" }
  /** It gave no answer. */
  | { kind: "unanswered" };
