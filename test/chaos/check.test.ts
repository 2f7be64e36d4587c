import { expect, test } from "vitest";

import {
  isSound,
  judge,
  type Facts,
  type LedgerFact,
  type PlacedOrder,
  type SeenEvent,
} from "./check";

const ORDER: PlacedOrder = {
  shop: "one.myshopify.com",
  adAccountId: "1",
  orderId: "1001",
  eventId: "co_1",
  expectedSkip: null,
  wasCancelled: false,
  wasAcknowledged: true,
};

const EVENT: SeenEvent = {
  adAccountId: "1",
  orderId: "1001",
  eventId: "co_1",
  isProcessed: true,
  isDeduplicated: false,
};

const LINE: LedgerFact = {
  shop: "one.myshopify.com",
  orderId: "1001",
  state: "delivered",
  reason: null,
  receivedBy: "webhook",
  attempts: 1,
  lastError: null,
};

/** One order that was delivered in order, with `changes` to the facts. */
function facts(changes: Partial<Facts> = {}): Facts {
  return {
    orders: [ORDER],
    seen: [EVENT],
    refused: new Set(),
    ledger: [LINE],
    missingBeforeReconciliation: new Set(),
    ...changes,
  };
}

const NAME = "one.myshopify.com/1001";

test.each<{ because: string; changes: Partial<Facts>; broken: Record<string, string[]> }>([
  { because: "an order that was delivered once is in order", changes: {}, broken: {} },
  {
    because: "the same event again, counted once, is in order",
    changes: { seen: [EVENT, { ...EVENT, isDeduplicated: true }] },
    broken: {},
  },
  {
    because: "an order without a line was lost",
    changes: { seen: [], ledger: [] },
    broken: { lost: [NAME], withoutFinalState: [NAME] },
  },
  {
    because: "a line that says delivered delivers nothing",
    changes: { seen: [] },
    broken: { lost: [NAME], falselyDelivered: [NAME] },
  },
  {
    because: "an event that Pinterest failed was not delivered",
    changes: { seen: [{ ...EVENT, isProcessed: false }] },
    broken: { lost: [NAME], falselyDelivered: [NAME] },
  },
  {
    because: "a second id counts the order twice",
    changes: { seen: [EVENT, { ...EVENT, eventId: "co_2" }] },
    broken: { underTwoIds: ["1/1001"], foreign: ["1/co_2"] },
  },
  {
    because: "one id that was counted twice counts the order twice",
    changes: { seen: [EVENT, EVENT] },
    broken: { countedTwice: ["1/co_1"] },
  },
  {
    because: "another shop's account may not hear of it",
    changes: { seen: [EVENT, { ...EVENT, adAccountId: "2" }] },
    broken: { foreign: ["2/co_1"] },
  },
  {
    because: "what the shopper did not consent to may not be there",
    changes: { orders: [{ ...ORDER, expectedSkip: "consent_unknown" }] },
    broken: { foreign: ["1/co_1"] },
  },
  {
    because: "an order that still waits has no final state",
    changes: { ledger: [{ ...LINE, state: "pending" }] },
    broken: { withoutFinalState: [NAME] },
  },
  {
    because: "an order that was never to be sent is explained by that reason",
    changes: {
      orders: [{ ...ORDER, expectedSkip: "test_order" }],
      seen: [],
      ledger: [{ ...LINE, state: "skipped", reason: "test_order" }],
    },
    broken: {},
  },
  {
    because: "a reason that the order does not have explains nothing",
    changes: { seen: [], ledger: [{ ...LINE, state: "skipped", reason: "test_order" }] },
    broken: { lost: [NAME] },
  },
  {
    because: "a skip without a reason is none",
    changes: { seen: [], ledger: [{ ...LINE, state: "skipped" }] },
    broken: { withoutReason: [NAME] },
  },
  {
    because: "a cancelled order may have been stopped",
    changes: {
      orders: [{ ...ORDER, wasCancelled: true }],
      seen: [],
      ledger: [{ ...LINE, state: "skipped", reason: "cancelled_order" }],
    },
    broken: {},
  },
  {
    because: "a dead letter that Pinterest refused is explained",
    changes: {
      seen: [{ ...EVENT, isProcessed: false }],
      refused: new Set(["1/co_1"]),
      ledger: [{ ...LINE, state: "dead_letter", lastError: "Invalid" }],
    },
    broken: {},
  },
  {
    because: "a dead letter that Pinterest never refused was lost",
    changes: { seen: [], ledger: [{ ...LINE, state: "dead_letter" }] },
    broken: { lost: [NAME], withoutReason: [NAME] },
  },
  {
    because: "a webhook answered 200 has a row before anybody looks at Shopify",
    changes: { missingBeforeReconciliation: new Set([NAME]) },
    broken: { acknowledgedAndMissing: [NAME] },
  },
  {
    because: "nothing is delivered without an attempt",
    changes: { ledger: [{ ...LINE, attempts: 0 }] },
    broken: { withoutAttempt: [NAME] },
  },
])("$because", ({ changes, broken }) => {
  const verdict = judge(facts(changes));
  const found = Object.entries(verdict).filter(([, names]) => names.length > 0);
  expect(Object.fromEntries(found)).toEqual(broken);
  expect(isSound(verdict)).toBe(found.length === 0);
});
