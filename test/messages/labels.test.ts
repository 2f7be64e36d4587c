import { describe, expect, test } from "vitest";

import { OUTBOX_STATES } from "~/conversions/outbox";
import { en } from "~/messages/en";
import { account } from "~/messages/en/account";
import { admin } from "~/messages/en/admin";
import { advice } from "~/messages/en/advice";
import { catalogIssues } from "~/messages/en/catalog-issues";
import { catalog } from "~/messages/en/catalog";
import { catalogProblems } from "~/messages/en/catalog-problems";
import { feedGates, syncFailures, syncPhases } from "~/messages/en/catalog-sync";
import { commands } from "~/messages/en/commands";
import { connection } from "~/messages/en/connection";
import { conversions } from "~/messages/en/conversions";
import { actSkipReasons, ingest, serverEvents } from "~/messages/en/ingest";
import { diagnostics } from "~/messages/en/diagnostics";
import { eventPages } from "~/messages/en/events";
import { failure } from "~/messages/en/failure";
import { home } from "~/messages/en/home";
import { ingestionIssues } from "~/messages/en/ingestion-issues";
import { issueCosts } from "~/messages/en/issue-costs";
import { items } from "~/messages/en/items";
import { labels } from "~/messages/en/labels";
import { markets } from "~/messages/en/markets";
import { outbox } from "~/messages/en/outbox";
import { pixel } from "~/messages/en/pixel";
import { settings } from "~/messages/en/settings";
import { skipReasons } from "~/messages/en/skip-reasons";
import { english } from "~/messages/english";
import { ATTENTIONS } from "~/pinterest/outcome";
import { CATALOG_PROBLEMS } from "~/pinterest/catalog-problem";
import { TEST_RESULTS } from "~/shops/connection";
import {
  ACCOUNT_ATTENTIONS,
  ACCOUNT_PROBLEMS,
  SIGN_IN_OUTCOMES,
  SIGN_IN_STOPS,
} from "~/shops/pinterest-account";
import { LEG_REASONS } from "~/shops/legs";
import { PIXEL_REFUSALS } from "~/shops/pixel";
import { STEP_GAPS } from "~/shops/setup-guide";

/** What a merchant is told to do. */
const REMEDY =
  /Connect|Save|Open|Correct|open the app again|support|Look|Test it|Read it|[Ss]ee|Publish|Register|Check|Review|Send|Read|Wait|has to be connected again/;

describe("the English labels", () => {
  test.each(Object.entries(labels))("%s is words without a full stop: %s", (code, text) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(text).not.toMatch(/^\s|\s$|\.$|^$/);
  });

  test("every state has a word of its own", () => {
    const words = OUTBOX_STATES.map((state) => english.label(`state_${state}`));
    expect(new Set(words).size).toBe(OUTBOX_STATES.length);
  });

  test("a label fills in what its braces name", () => {
    expect(english.label("token_stored", { lastFour: "abcd" })).toBe("ends in ••••abcd");
  });
});

describe("the sentences of the admin", () => {
  test("no group takes another's code", () => {
    const orders = [skipReasons, outbox, conversions, eventPages];
    const acts = [actSkipReasons, ingest, serverEvents];
    const shop = [commands, connection, account, settings, pixel, admin, failure, diagnostics];
    const feeds = [
      catalogIssues,
      ingestionIssues,
      issueCosts,
      catalogProblems,
      syncPhases,
      syncFailures,
      feedGates,
      catalog,
      markets,
      items,
    ];
    const groups = [...orders, ...acts, ...shop, ...feeds, advice, home];
    const codes = groups.flatMap((group) => Object.keys(group));
    expect(codes.toSorted()).toEqual(Object.keys(en).toSorted());
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(TEST_RESULTS)("the test result %s has a sentence and a remedy", (result) => {
    expect(english.message(`test_${result}`)).toMatch(
      /nothing to do|Generate|Check|Copy|[Tt]est again|support/,
    );
  });

  test.each(Object.entries(LEG_REASONS))(
    "the state %s of a leg has a remedy",
    (reason, { tone }) => {
      const sentence = english.findMessage(`leg_${reason}`);
      if (tone === "good" || tone === "off") expect(sentence).toMatch(/\.$/);
      else expect(sentence).toMatch(REMEDY);
    },
  );

  test.each(Object.keys(STEP_GAPS))("the gap %s of the set-up guide has a remedy", (gap) => {
    expect(english.findMessage(`gap_${gap}`)).toMatch(REMEDY);
  });

  test.each(PIXEL_REFUSALS)("the pixel's refusal %s has a sentence and a remedy", (refusal) => {
    expect(english.message(`pixel_refused_${refusal}`)).toMatch(
      /save the settings|Save the settings|accept|support/,
    );
  });

  test.each(ATTENTIONS)("%s says what to do and that what waits is then sent", (attention) => {
    expect(english.message(`attention_${attention}`)).toMatch(
      /(Connect|Generate|Correct).*; the orders that wait are then sent\.$/,
    );
  });

  test.each(SIGN_IN_OUTCOMES.filter((outcome) => outcome !== "offered"))(
    "a sign-in that ends as %s says that nothing was changed, and what to do",
    (outcome) => {
      expect(english.message(`sign_in_${outcome}`)).toMatch(
        /nothing was changed.*(onnect again|support)/,
      );
    },
  );

  test.each(SIGN_IN_STOPS)("%s says where to go from here", (stop) => {
    expect(english.message(`stop_${stop}`)).toMatch(
      /[Gg]o back to the app|token in the app's settings/,
    );
  });

  test.each(ACCOUNT_ATTENTIONS)("%s says what to do and what goes on", (attention) => {
    expect(english.message(`account_${attention}`)).toMatch(/onnect it again; events are reported/);
  });

  test.each(ACCOUNT_PROBLEMS)("%s has a remedy", (problem) => {
    expect(english.message(`problem_${problem}`)).toMatch(/onnect|Choose|Try again/);
  });

  test.each(CATALOG_PROBLEMS)("Pinterest's refusal %s has a remedy", (problem) => {
    expect(english.message(`catalog_${problem}`)).toMatch(
      /support|Convert|Ask|Claim|Rename|Choose|Register|Pause|Wait|again|appeal|Nothing/,
    );
  });
});
