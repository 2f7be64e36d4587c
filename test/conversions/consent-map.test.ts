import { expect, test } from "vitest";

import { consentMap } from "~/conversions/consent-map";

const START = {
  unknownWhereRequired: "skip",
  unknownElsewhere: "send",
  saleOfDataDenied: "ldp",
  presumedDenied: "ldp",
} as const;

type Policies = Parameters<typeof consentMap>[0];

/** Each row as `choice: where required, elsewhere`. */
function rows(policies: Policies): string[] {
  return consentMap(policies).map(({ choice, elsewhere, whereRequired }) => {
    const [first, second] = [whereRequired, elsewhere].map((step) =>
      step.kind === "skip" ? "skip" : step.isDataUseLimited ? "ldp" : "send",
    );
    return `${choice}: ${first}, ${second}`;
  });
}

test.each<{ policies: Policies; map: readonly string[] }>([
  {
    policies: START,
    map: [
      "granted: send, send",
      "denied: skip, skip",
      "sale_denied: ldp, ldp",
      "unknown: skip, send",
      "unseen: skip, ldp",
    ],
  },
  {
    policies: { ...START, unknownElsewhere: "ldp", presumedDenied: "send" },
    map: [
      "granted: send, send",
      "denied: skip, skip",
      "sale_denied: ldp, ldp",
      "unknown: skip, ldp",
      "unseen: skip, ldp",
    ],
  },
  {
    policies: {
      unknownWhereRequired: "send",
      unknownElsewhere: "send",
      saleOfDataDenied: "skip",
      presumedDenied: "skip",
    },
    map: [
      "granted: send, send",
      "denied: skip, skip",
      "sale_denied: skip, skip",
      "unknown: send, send",
      "unseen: skip, skip",
    ],
  },
])("$policies do to whom what is decided", ({ map, policies }) => {
  expect(rows(policies)).toEqual(map);
});
