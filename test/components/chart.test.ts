import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import { Bar } from "~/components/bar";

describe("a bar", () => {
  const markup = renderToStaticMarkup(
    createElement(Bar, {
      parts: [
        { channel: "both", percent: 50 },
        { channel: "server", percent: 25 },
        { channel: "browser", percent: 25 },
      ],
      mark: 40,
    }),
  );

  test("puts its parts beside one another", () => {
    expect(markup).toMatch(/x="0%"[^>]*width="50%".*x="50%"[^>]*width="25%".*x="75%"/);
  });

  test("tells them apart without a colour", () => {
    expect(markup.match(/url\(#[^)]*-stripes\)/g)).toHaveLength(1);
    expect(markup.match(/url\(#[^)]*-dots\)/g)).toHaveLength(1);
  });

  test("has a line where a second figure stands", () => {
    expect(markup).toContain('<line x1="40%"');
  });
});
