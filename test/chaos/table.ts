import { isSound } from "./check";
import type { Report } from "./run";

/** The run as a table for a person. */
export function renderReport(report: Report): string {
  const { options, kills, webhooks, verdict } = report;
  const rows: [string, string | number][] = [
    ["seed", options.seed],
    ["orders", options.orders],
    ["shops", options.shops],
    ["web processes and workers", `${options.processes} + ${options.processes}`],
    ...Object.entries(kills).map(([target, { backMsMax, count, thereMsMax }]): [string, string] => [
      `killed: ${target}`,
      `${count} (another started within ${seconds(thereMsMax)}, at work within ${seconds(backMsMax)})`,
    ]),
    ["webhooks sent", webhooks.sent],
    ["webhooks not answered 200", webhooks.refused],
    ["webhooks given up", webhooks.givenUp],
    ...entries("Pinterest turned away: ", report.refusals),
    ...entries("Pinterest answered: ", report.answers),
    ["duplicates at Pinterest under the same id", report.duplicates],
    ["orders found by reconciliation", report.foundByReconciliation],
    ...entries("", report.outcomes),
    ["LOST", verdict.lost.length],
    ["DELIVERED UNDER TWO EVENT IDS", verdict.underTwoIds.length],
    ["COUNTED TWICE", verdict.countedTwice.length],
    ["AT PINTEREST, NEVER TO BE THERE", verdict.foreign.length],
    ["WITHOUT A FINAL STATE", verdict.withoutFinalState.length],
    ["WITHOUT A REASON", verdict.withoutReason.length],
    ["CALLED DELIVERED, NOT AT PINTEREST", verdict.falselyDelivered.length],
    ["ANSWERED 200 WITHOUT A ROW", verdict.acknowledgedAndMissing.length],
    ["DELIVERED WITHOUT AN ATTEMPT", verdict.withoutAttempt.length],
    ...entries("open: ", report.open),
    ["time under load", seconds(report.ms.load)],
    ["time to settle", seconds(report.ms.settling)],
    ["run time", seconds(report.ms.total)],
    ["verdict", isSound(verdict) ? "sound" : "BROKEN"],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `| ${name.padEnd(width)} | ${value} |`);
  return [...lines, ...examples(verdict)].join("\n");
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

const EXAMPLES_MAX = 5;

/** The first of each rule's breaches, to look into. */
function examples(verdict: Report["verdict"]): string[] {
  return Object.entries(verdict)
    .filter(([, names]) => names.length > 0)
    .map(([rule, names]) => `${rule}: ${names.slice(0, EXAMPLES_MAX).join(", ")}`);
}

function entries(prefix: string, counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => [`${prefix}${name}`, count]);
}
