import { describe, expect, test } from "vitest";

import { conflictsInPage } from "~/conversions/conflicts";

const OWN = { tagId: "2612345678901", isCoexistence: false };
const OTHER = "2699999999999";
const CHANNEL = String.raw`{\"configuration\":\"{\\\"tagID\\\":\\\"2699999999999\\\"}\"}`;

describe("conflictsInPage", () => {
  test.each([
    { what: "a page without a tag", html: "<html></html>", codes: [] },
    {
      what: "our own pixel's settings",
      html: String.raw`{\"tagId\":\"2612345678901\",\"mode\":\"both\"}`,
      codes: [],
    },
    {
      what: "our tag in the theme",
      html: `<script>pintrk('load', '${OWN.tagId}', {em: ''});</script>`,
      codes: ["same_tag_in_theme"],
    },
    {
      what: "another tag in the theme",
      html: `pintrk( "load" , "${OTHER}"); pintrk("load", "${OTHER}")`,
      codes: ["second_tag"],
    },
    { what: "the sales channel's pixel", html: CHANNEL, codes: ["channel_pixel"] },
    { what: "a number that is no tag", html: "pintrk('load', '12')", codes: [] },
  ])("$what gives $codes", ({ codes, html }) => {
    expect(conflictsInPage(html, OWN).map(({ code }) => code)).toEqual(codes);
  });

  test("names each other tag once", () => {
    const html = `pintrk('load','${OTHER}');pintrk('load','${OTHER}')`;
    expect(conflictsInPage(html, OWN)).toEqual([{ code: "second_tag", tagIds: [OTHER] }]);
  });

  test("finds no fault with the sales channel's pixel in coexistence", () => {
    expect(conflictsInPage(CHANNEL, { ...OWN, isCoexistence: true })).toEqual([]);
  });
});
