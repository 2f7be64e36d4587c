import { compile } from "html-to-text";
import { describe, expect, test } from "vitest";

import { plainText } from "~/catalog/plain-text";

import { dice } from "#test/support/dice";

describe("plainText", () => {
  test.each([
    { html: "<p>One</p><p>Two</p>", text: "One Two", because: "blocks are apart" },
    { html: "so<strong>ft</strong> <em>wool</em>", text: "soft wool", because: "words hold" },
    { html: "a<br>b<br/>c", text: "a b c", because: "a line break is a space" },
    { html: "Salt &amp; pepper&nbsp;&lt;3", text: "Salt & pepper <3", because: "entities" },
    { html: "&amp;lt;p&amp;gt;", text: "&lt;p&gt;", because: "entities are decoded once" },
    { html: "caf&eacute; &#8212; bar", text: "café — bar", because: "other entities" },
    { html: '<p class="x" style="color: red">In</p>', text: "In", because: "attributes go" },
    { html: "<script>1 < 2</script><p>Text</p>", text: "Text", because: "scripts go" },
    { html: "<style>p { }</style>Text<!-- no -->", text: "Text", because: "comments go" },
    { html: "1 < 2", text: "1 < 2", because: "no tag" },
  ])("$because", ({ html, text }) => {
    expect(plainText(html)).toBe(text);
  });

  test("makes of simple HTML what the library makes of it, but for white space", () => {
    const library = compile({ wordwrap: false, selectors: [{ selector: "*", format: "inline" }] });
    const roll = dice(3);
    const pieces = [
      "<p>",
      "</p>",
      "<strong>",
      "</strong>",
      "<li>",
      "</li>",
      "<br>",
      "word",
      " ",
      "&amp;",
      "&lt;",
      "x",
      '<div class="a">',
      "</div>",
    ];
    for (let round = 0; round < 500; round += 1) {
      const html = Array.from(
        { length: 12 },
        () => pieces[Math.floor(roll() * pieces.length)] ?? "",
      ).join("");
      const bare = (text: string) => text.replace(/\s+/g, "");
      expect({ html, text: bare(plainText(html)) }).toEqual({ html, text: bare(library(html)) });
    }
  });
});
