import { describe, expect, test } from "vitest";

import { dice } from "#test/support/dice";
import { readFeed } from "#test/support/feeds";
import { FEED_COLUMNS, type FeedRow } from "~/catalog/columns";
import { FEED_FORMATS } from "~/catalog/feed-format";
import { feedReader } from "~/catalog/feed-read";
import { feedWriter } from "~/catalog/feed-write";

const STORE_URL = "https://demo.example/?a=1&b=2";

/** What breaks files: marks of all three formats, several scripts, spaces, halves of entities. */
const PIECES = [
  '"',
  "'",
  ",",
  "<",
  ">",
  "&",
  "&amp;",
  "]]>",
  "<!--",
  "=1",
  ";",
  "\\",
  " x ",
  "é",
  "שלום",
  "🧣",
  "%2C",
  "|",
];

describe.each(FEED_FORMATS)("a %s file", (format) => {
  test.each([1, 2, 3, 4, 5])("reads back to the same values (seed %i)", (seed) => {
    const rows = randomRows(seed);
    const text = write(rows);
    expect(readFeed(format, text)).toEqual(rows);

    const reader = feedReader(format);
    const parts = [...text].flatMap((character) => reader.push(character));
    const read = [...parts, ...reader.end()].flatMap((part) =>
      part.kind === "row" ? [part.row] : [],
    );
    expect(
      read.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value))),
    ).toEqual(rows);
  });

  test("is the same bytes however its rows are grouped", () => {
    const rows = randomRows(6);
    const writer = feedWriter(format, STORE_URL);
    const one = rows.map((row) => writer.rows([row])).join("");
    expect(writer.head() + one + writer.rows([]) + writer.foot()).toBe(write(rows));
  });

  test("holds no line break or tab that would part a row, and no character that XML forbids", () => {
    const text = write([{ id: "1", title: "a\tb\r\nc", description: "x\u0000\ud800y" }]);
    const [row] = readFeed(format, text);
    expect(row?.id).toBe("1");
    if (format === "tsv") expect(row?.title).toBe("a b c");
    if (format === "csv") expect(row?.title).toBe("a\tb\r\nc");
    if (format === "xml") expect(row?.description).toBe("xy");
  });

  function write(rows: readonly FeedRow[]): string {
    const writer = feedWriter(format, STORE_URL);
    return writer.head() + writer.rows(rows) + writer.foot();
  }
});

function randomRows(seed: number): FeedRow[] {
  const roll = dice(seed);
  const value = () =>
    Array.from(
      { length: 1 + Math.floor(roll() * 6) },
      () => PIECES[Math.floor(roll() * PIECES.length)],
    )
      .join("")
      .trim();
  return Array.from({ length: 30 }, (_, index) => {
    const columns = FEED_COLUMNS.filter((column) => column !== "id" && roll() > 0.5);
    return { id: `${index}`, ...Object.fromEntries(columns.map((column) => [column, value()])) };
  });
}
