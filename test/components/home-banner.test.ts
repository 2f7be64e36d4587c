import { describe, expect, test } from "vitest";

import { noticesOf } from "~/components/home-banner";
import type { Alert } from "~/conversions/alerts";
import { english } from "~/messages/english";

const NOTHING_MISSING = { fields: [], orders: 20 };
const LATE: Alert = { code: "oldest_pending", ageMinutes: 16 };
const STOPPED: Alert = { code: "webhooks_stopped", hours: 6 };

describe("noticesOf", () => {
  test("has none where all is well", () => {
    expect(noticesOf(english, { alerts: [], missing: NOTHING_MISSING })).toEqual([]);
  });

  test("does not repeat what the connection card says", () => {
    const alerts: Alert[] = [{ code: "connection_needs_attention" }];
    expect(noticesOf(english, { alerts, missing: NOTHING_MISSING })).toEqual([]);
  });

  test.each(["test", "shadow"] as const)("says first that %s mode is on", (sending) => {
    const [notice, ...others] = noticesOf(english, {
      ...{ alerts: [LATE], missing: NOTHING_MISSING, sending },
    });
    expect(notice?.title).toMatch(/mode is on$/);
    expect(notice?.sentence).toContain("Diagnostics");
    expect(others).toHaveLength(1);
  });

  test.each([
    { alert: LATE, words: "16 minutes" },
    { alert: STOPPED, words: "6 hours" },
  ])("tells $alert.code with its number and what to do", ({ alert, words }) => {
    const [notice] = noticesOf(english, { alerts: [alert], missing: NOTHING_MISSING });
    expect(notice?.sentence).toContain(words);
    expect(notice?.sentence).toMatch(/nothing to do|support/);
  });

  test("puts alerts before missing fields, all in one place", () => {
    const notices = noticesOf(english, {
      alerts: [LATE, STOPPED],
      missing: { fields: ["email"], orders: 20 },
    });
    expect(notices.map(({ title }) => title)).toEqual([
      "An order is late",
      "No orders are coming in",
      "Some customer data is not shared with the app",
    ]);
  });
});
