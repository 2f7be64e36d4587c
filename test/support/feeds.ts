import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

import type { FeedFormat } from "~/catalog/feed-format";

export type Row = Readonly<Record<string, string>>;

/**
 * The rows of a feed file, read by other means than the product's: columns without a value are left out,
 * as they are in XML.
 */
export function readFeed(format: FeedFormat, text: string): Row[] {
  switch (format) {
    case "tsv":
      return named(
        text
          .split("\n")
          .slice(0, -1)
          .map((line) => line.split("\t")),
      );
    case "csv":
      return named(csvRecords(text));
    case "xml":
      return xmlRows(text);
  }
}

function named([columns = [], ...records]: string[][]): Row[] {
  return records.map((record) => {
    if (record.length !== columns.length) throw new Error(`${record.length} fields in a row`);
    const cells = columns.map((column, index) => [column, record[index] ?? ""] as const);
    return Object.fromEntries(cells.filter(([, value]) => value !== ""));
  });
}

/** RFC 4180 to the letter: every record ends with CRLF, a quote within quotes is written twice. */
function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const [, quoted, plain, end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error("No CSV by RFC 4180");
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}

const itemSchema = z.record(z.string(), z.string());
const rssSchema = z.object({
  rss: z.object({ channel: z.object({ item: z.array(itemSchema).optional() }) }),
});

function xmlRows(text: string): Row[] {
  const parser = new XMLParser({
    parseTagValue: false,
    trimValues: false,
    processEntities: { enabled: true, maxTotalExpansions: 1_000_000 },
    isArray: (name) => name === "item",
  });
  const { item = [] } = rssSchema.parse(parser.parse(text, true)).rss.channel;
  return item.map((elements) =>
    Object.fromEntries(
      Object.entries(elements)
        .filter(([name]) => name.startsWith("g:"))
        .map(([name, value]) => [name.slice(2), value]),
    ),
  );
}
