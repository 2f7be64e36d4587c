import { expect, test } from "vitest";

import { explainRedriven } from "~/components/redrive-result";
import { english } from "~/messages/english";

const NONE = { too_old: 0, expired: 0, payload_gone: 0, no_identity: 0 };

test.each([
  {
    because: "nothing was found",
    result: { redriven: 0, held: 0, refused: NONE },
    sentences: [english.message("redriven_none")],
  },
  {
    because: "all are on their way",
    result: { redriven: 3, held: 0, refused: NONE },
    sentences: [english.message("redriven", { count: 3 })],
  },
  {
    because: "some wait for the connection",
    result: { redriven: 3, held: 2, refused: NONE },
    sentences: [
      english.message("redriven", { count: 1 }),
      english.message("redriven_held", { count: 2 }),
    ],
  },
  {
    because: "all wait for the connection",
    result: { redriven: 2, held: 2, refused: NONE },
    sentences: [english.message("redriven_held", { count: 2 })],
  },
  {
    because: "each refusal has its sentence, in a fixed order",
    result: {
      redriven: 0,
      held: 0,
      refused: { too_old: 1, expired: 2, payload_gone: 3, no_identity: 4 },
    },
    sentences: [
      english.message("redrive_too_old", { count: 1 }),
      english.message("redrive_expired", { count: 2 }),
      english.message("redrive_payload_gone", { count: 3 }),
      english.message("redrive_no_identity", { count: 4 }),
    ],
  },
])("$because", ({ result, sentences }) => {
  expect(explainRedriven(english, result)).toEqual(sentences);
});
