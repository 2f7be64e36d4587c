import { describe, expect, test } from "vitest";

import { ITEM_CHECK_CODES } from "~/catalog/item-check";
import { ISSUE_COSTS, issueCost } from "~/catalog/issue-cost";
import { LINT_CODES } from "~/catalog/lint-codes";
import { english } from "~/messages/english";

const RULES = Object.entries(LINT_CODES);

describe("what an issue costs", () => {
  test.each(RULES.filter(([, { severity }]) => severity === "error"))(
    "%s is an error: the items or the whole feed are not at Pinterest",
    (code) => {
      expect(["left_out", "feed_stopped"]).toContain(issueCost(code, "error"));
    },
  );

  test.each(RULES.filter(([, { severity }]) => severity === "warning"))(
    "%s is a warning: the items are at Pinterest",
    (code) => {
      expect(["left_out", "feed_stopped", "unknown"]).not.toContain(issueCost(code, "warning"));
    },
  );

  test("an error of Pinterest's in place of which something stands in costs no item", () => {
    expect(issueCost("DESCRIPTION_MISSING", "error")).toBe("left_out");
    expect(issueCost("DESCRIPTION_MISSING", "warning")).toBe("filled_in");
  });

  test.each<[code: string, cost: string]>([
    ["ACCOUNT_FLAGGED", "feed_stopped"],
    ["FETCH_GOOGLE_SHEET_PERMISSION_ERROR", "feed_stopped"],
    ["IMAGE_LEVEL_INTERNAL_ERROR", "feed_stopped"],
    ["LARGE_PRODUCT_COUNT_DECREASE", "feed_stopped"],
    ["AD_IMAGE_0_DOWNLOAD_FAILURE", "ads_poorer"],
    ["AD_VIDEO_2_LINK_INVALID", "ads_poorer"],
    ["ADDITIONAL_IMAGE_FILE_NOT_FOUND", "fewer_images"],
    ["IMAGE_FILE_NOT_FOUND", "may_be_refused"],
    ["VIDEO_DOWNLOAD_FAILURE", "fewer_images"],
    ["UPDATE_112", "late_change"],
    ["UPDATE_UNKNOWN", "late_change"],
    ["A_CODE_OF_TOMORROW", "unknown"],
    ...ITEM_CHECK_CODES.map((code): [string, string] => [code, "may_be_refused"]),
  ])("%s: %s", (code, cost) => {
    expect(issueCost(code, "warning")).toBe(cost);
  });

  test.each(ISSUE_COSTS.map((cost) => ({ cost })))("$cost has a sentence", ({ cost }) => {
    expect(english.message(`cost_${cost}`)).toMatch(/\.$/);
  });
});
