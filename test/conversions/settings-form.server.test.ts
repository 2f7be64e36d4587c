import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerSettingsForm } from "~/conversions/settings-form.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";
import { SETTINGS_SECTIONS } from "~/shops/settings-form";
import { findGuideMemory } from "~/shops/setup-guide.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { installedShop } from "#test/support/shops";

const OTHER_SHOP = "other.myshopify.com";
const LATER = new Date("2026-11-21T08:00:00Z");

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("a saved page of the settings", () => {
  test.each(SETTINGS_SECTIONS)(
    "reviews the consent only if it is the privacy page: %s",
    async (section) => {
      const shopId = await installedShop();
      const form = { intent: "save", section, change: {} } as const;
      expect(await answerSettingsForm(shopId, form, TEST_NOW)).toEqual({ kind: "saved" });
      const { consentReviewedAt } = await findGuideMemory(shopId);
      expect(consentReviewedAt).toEqual(section === "privacy" ? TEST_NOW : null);
    },
  );

  test("is as reviewed as when it was saved last, and says nothing of another shop", async () => {
    const shopId = await installedShop();
    const otherId = await installedShop(OTHER_SHOP);
    const form = { intent: "save", section: "privacy", change: {} } as const;
    for (const now of [TEST_NOW, LATER]) await answerSettingsForm(shopId, form, now);
    expect(await findGuideMemory(shopId)).toMatchObject({ consentReviewedAt: LATER });
    expect(await findGuideMemory(otherId)).toMatchObject({ consentReviewedAt: null });
  });
});
