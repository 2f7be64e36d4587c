import { expect, test } from "vitest";

import { consentStep, isConsentRequired } from "~/conversions/consent";
import { CONSENT_POLICIES, type ConsentPolicy } from "~/shops/settings";

const FLAGS = [true, false, undefined] as const;
type Flag = (typeof FLAGS)[number];

/** Where the order is, and whether consent comes first there. */
const PLACES = [
  { name: "law", isFirst: true, isRequired: isConsentRequired({ country: "DE" }) },
  { name: "policy", isFirst: true, isRequired: isConsentRequired({ country: "BR" }, ["BR"]) },
  { name: "nobody", isFirst: false, isRequired: isConsentRequired({ country: "US" }) },
];

/** Sent, sent with limited data processing, not sent. */
const LETTERS: Readonly<Record<string, string>> = { send: "s", ldp: "L", skip: "-" };

const OPT_OUTS = ["ldp", "skip"] as const;

/**
 * The rules as a person would say them, apart from the product's: a no to marketing stops, a no to the
 * sale does what its setting says, an open choice what its own says; with no snapshot beside a live
 * pixel, the setting for that counts too; and the strictest holds.
 */
function expected(given: {
  hasSnapshot: boolean;
  marketing: Flag;
  saleOfData: Flag;
  isFirst: boolean;
  isLive: boolean;
  open: ConsentPolicy;
  denied: "ldp" | "skip";
  presumed: ConsentPolicy;
}): string {
  const said: string[] = ["send"];
  if (given.hasSnapshot && given.marketing === false) said.push("skip");
  if (given.hasSnapshot && given.saleOfData === false) said.push(given.denied);
  if (!given.hasSnapshot || given.marketing === undefined) said.push(given.open);
  if (!given.hasSnapshot && given.isLive) said.push(given.presumed);
  if (said.includes("skip")) return "skip";
  return said.includes("ldp") ? "ldp" : "send";
}

const SNAPSHOTS = [
  ...FLAGS.flatMap((marketing) =>
    FLAGS.map((saleOfData) => ({ hasSnapshot: true, marketing, saleOfData })),
  ),
  { hasSnapshot: false, marketing: undefined, saleOfData: undefined },
];

test("every combination of choice, place, pixel and setting is decided as the rules say", () => {
  const table: string[] = [
    "marketing  sale     place   pixel  open=send/ldp/skip x presumed=send/ldp/skip x sale denied=ldp/skip",
  ];
  let cells = 0;
  for (const seen of SNAPSHOTS) {
    for (const place of PLACES) {
      expect(place.isRequired).toBe(place.isFirst);
      for (const isLive of [true, false]) {
        const row: string[] = [];
        for (const open of CONSENT_POLICIES) {
          for (const presumed of CONSENT_POLICIES) {
            for (const denied of OPT_OUTS) {
              const outcomes = FLAGS.flatMap((analytics) =>
                FLAGS.map((preferences) =>
                  outcomeOf({ ...seen, analytics, preferences }, place.isRequired, isLive, {
                    open,
                    presumed,
                    denied,
                  }),
                ),
              );
              const cell = expected({
                ...seen,
                isFirst: place.isFirst,
                isLive,
                open,
                denied,
                presumed,
              });
              // Analytics and preferences change nothing.
              expect(
                outcomes,
                JSON.stringify({ seen, place: place.name, isLive, open, presumed, denied }),
              ).toEqual(outcomes.map(() => cell));
              row.push(LETTERS[cell] ?? "?");
              cells += 1;
            }
          }
        }
        const flags = seen.hasSnapshot
          ? [word(seen.marketing), word(seen.saleOfData)]
          : ["none", "none"];
        table.push(
          [
            flags[0]?.padEnd(10),
            flags[1]?.padEnd(8),
            place.name.padEnd(7),
            (isLive ? "live" : "off").padEnd(6),
            row.join(""),
          ].join(" "),
        );
      }
    }
  }
  process.stdout.write(`${table.join("\n")}\n`);
  expect(cells).toBe(10 * 3 * 2 * 18);
});

function outcomeOf(
  seen: {
    hasSnapshot: boolean;
    marketing: Flag;
    saleOfData: Flag;
    analytics: Flag;
    preferences: Flag;
  },
  isRequired: boolean,
  isLive: boolean,
  {
    open,
    presumed,
    denied,
  }: { open: ConsentPolicy; presumed: ConsentPolicy; denied: "ldp" | "skip" },
): string {
  const { hasSnapshot, ...flags } = seen;
  const known = Object.fromEntries(Object.entries(flags).filter(([, flag]) => flag !== undefined));
  const other = open === "skip" ? "send" : "skip";
  const step = consentStep({
    flags: hasSnapshot ? known : null,
    isRequired,
    isSnapshotExpected: isLive,
    policies: {
      // The setting of the other kind of place says something else, and must not be asked.
      unknownWhereRequired: isRequired ? open : other,
      unknownElsewhere: isRequired ? other : open,
      saleOfDataDenied: denied,
      presumedDenied: presumed,
    },
  });
  if (step.kind === "skip") return "skip";
  return step.isDataUseLimited ? "ldp" : "send";
}

function word(flag: Flag): string {
  if (flag === undefined) return "unknown";
  return flag ? "yes" : "no";
}
