import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { FEED_STANDINGS, REGISTRATION_OBSTACLES } from "~/catalog/catalog-page";
import { FEED_PROBLEMS, FEED_STATES, GATES } from "~/catalog/feed";
import { EXCLUDED, LEFT_OUT_REASONS } from "~/catalog/item";
import { OFFER_PROBLEMS } from "~/catalog/market-offer";
import { ISSUE_COSTS } from "~/catalog/issue-cost";
import { ISSUE_SOURCES } from "~/catalog/issue-list";
import { ITEM_CHECK_CODES } from "~/catalog/item-check";
import { REGISTRATION_PROBLEMS, REGISTRATION_STATES } from "~/catalog/registration";
import { SALE_STATUSES } from "~/catalog/rules";
import { SYNC_CAUSES, SYNC_FAILURES, SYNC_PHASES } from "~/catalog/sync";
import { BACKFILL_OUTCOMES } from "~/conversions/backfill";
import { CONSENT_RULES } from "~/conversions/consent";
import { MAPPED_CHOICES } from "~/conversions/consent-map";
import { CALL_ANSWERS } from "~/conversions/delivery-call";
import { CHANNELS } from "~/conversions/event-filter";
import { FIGURE_STATES, REPORT_CHANNELS } from "~/conversions/figures";
import { RECEIVED_BY } from "~/conversions/ledger";
import { OUTBOX_STATES } from "~/conversions/outbox";
import { REDRIVE_REFUSALS } from "~/conversions/redrive";
import { SKIP_REASONS } from "~/conversions/skip-reason";
import { WARNING_KINDS } from "~/conversions/warning";
import { INSTALLATION_DIR } from "~/paths.server";
import { ATTENTIONS } from "~/pinterest/outcome";
import { ALERT_CODES, IDENTIFIERS, TRACKING_MODES } from "~/shops/app-settings";
import { FILE_PROBLEMS } from "~/shops/settings-file";
import { CONSENT_POLICIES } from "~/shops/settings";
import { CONNECTION_STATES, TEST_RESULTS } from "~/shops/connection";
import {
  ACCOUNT_ATTENTIONS,
  ACCOUNT_PROBLEMS,
  ACCOUNT_STAGES,
  SIGN_IN_OUTCOMES,
  SIGN_IN_STOPS,
} from "~/shops/pinterest-account";
import { LEG_REASONS, LEG_TONES } from "~/shops/legs";
import { PIXEL_REFUSALS, PIXEL_STATES } from "~/shops/pixel";
import { STEP_GAPS } from "~/shops/setup-guide";

const file = path.join(INSTALLATION_DIR, "docs", "glossary.md");
const glossary = existsSync(file) ? readFileSync(file, "utf8") : "";

// A word that the database knows and nobody explains is a question to support.
test.each([
  { kind: "outbox state", words: OUTBOX_STATES },
  { kind: "skip reason", words: SKIP_REASONS },
  { kind: "connection state", words: CONNECTION_STATES },
  { kind: "reason against a redrive", words: REDRIVE_REFUSALS },
  { kind: "channel of an event", words: CHANNELS },
  { kind: "answer to a delivery call", words: CALL_ANSWERS },
  { kind: "kind of warning", words: WARNING_KINDS },
  { kind: "reason for attention", words: ATTENTIONS },
  { kind: "test result", words: TEST_RESULTS },
  { kind: "door of an order", words: RECEIVED_BY },
  { kind: "reason to have no items", words: [...LEFT_OUT_REASONS, EXCLUDED, "refused"] },
  { kind: "sale status", words: SALE_STATUSES },
  { kind: "stage of an account", words: ACCOUNT_STAGES },
  { kind: "outcome of a sign-in", words: SIGN_IN_OUTCOMES },
  { kind: "stop of a sign-in", words: SIGN_IN_STOPS },
  { kind: "attention of an account", words: ACCOUNT_ATTENTIONS },
  { kind: "problem of an account", words: ACCOUNT_PROBLEMS },
  { kind: "state of a registration", words: REGISTRATION_STATES },
  { kind: "obstacle of a registration", words: REGISTRATION_OBSTACLES },
  { kind: "source of an issue", words: ISSUE_SOURCES },
  { kind: "cost of an issue", words: ISSUE_COSTS },
  { kind: "standing of a feed", words: FEED_STANDINGS },
  { kind: "finding of a visit", words: ITEM_CHECK_CODES },
  { kind: "problem of a registration", words: REGISTRATION_PROBLEMS },
  { kind: "state of a feed", words: FEED_STATES },
  { kind: "problem of a feed", words: FEED_PROBLEMS },
  { kind: "problem of a market", words: OFFER_PROBLEMS },
  { kind: "gate of a feed", words: GATES },
  { kind: "phase of a sync", words: SYNC_PHASES },
  { kind: "cause of a sync", words: SYNC_CAUSES },
  { kind: "failure of a sync", words: SYNC_FAILURES },
  { kind: "rule on consent", words: CONSENT_RULES },
  { kind: "policy of consent", words: CONSENT_POLICIES },
  { kind: "outcome of a backfill", words: BACKFILL_OUTCOMES },
  { kind: "tracking mode", words: TRACKING_MODES },
  { kind: "state of a figure", words: FIGURE_STATES },
  { kind: "channel of a report", words: REPORT_CHANNELS },
  { kind: "tone of a leg", words: LEG_TONES },
  { kind: "reason of a leg", words: Object.keys(LEG_REASONS) },
  { kind: "gap of a step", words: Object.keys(STEP_GAPS) },
  { kind: "identifier that can be withheld", words: IDENTIFIERS },
  { kind: "alert", words: ALERT_CODES },
  { kind: "choice in the map of consent", words: MAPPED_CHOICES },
  { kind: "problem of a file of settings", words: FILE_PROBLEMS },
  { kind: "state of the pixel", words: PIXEL_STATES },
  { kind: "refusal of the pixel", words: PIXEL_REFUSALS },
])("docs/glossary.md explains every $kind", ({ words }) => {
  const missing = words.filter((word) => !glossary.includes(`\`${word}\``));
  expect(missing, "write these words in backticks into docs/glossary.md").toEqual([]);
});
