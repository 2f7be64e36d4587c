import { stringify } from "csv-stringify/sync";
import { XMLBuilder } from "fast-xml-parser";

import { FEED_COLUMNS, type FeedColumn, type FeedRow } from "./columns";
import { GOOGLE_NAMESPACE, type FeedFormat } from "./feed-format";

/**
 * The text of a feed file, piece by piece: head, rows as often as there are any, foot. The same rows give
 * the same bytes however they are grouped, so that Pinterest recognises a file that has not changed.
 */
export type FeedWriter = {
  head(): string;
  rows(rows: readonly FeedRow[]): string;
  foot(): string;
};

/** The writer of a format. The shop's address stands in the head of an RSS file, and nowhere else. */
export function feedWriter(format: FeedFormat, storeUrl: string): FeedWriter {
  switch (format) {
    case "tsv":
      return TSV;
    case "csv":
      return CSV;
    case "xml":
      return xmlWriter(storeUrl);
  }
}

/** Plain: no quotes around values, so a tab or a line break within one becomes a space. */
const TSV: FeedWriter = {
  head: () => `${FEED_COLUMNS.join("\t")}\n`,
  rows(rows) {
    let text = "";
    for (const row of rows) text += toPlainLine(row);
    return text;
  },
  foot: () => "",
};

/** Put together by hand: a row has 39 columns, of which half are empty, and a feed a million rows. */
function toPlainLine(row: FeedRow): string {
  let line = "";
  let tabs = "";
  for (const column of FEED_COLUMNS) {
    const value = row[column];
    if (value) {
      line += tabs + toPlainValue(value);
      tabs = "";
    }
    tabs += "\t";
  }
  return `${line}${tabs.slice(1)}\n`;
}

function toPlainValue(value: string): string {
  return /[\t\r\n]/.test(value) ? value.replace(/[\t\r\n]+/g, " ") : value;
}

/** Source: RFC 4180. */
const CSV: FeedWriter = {
  head: () => toCsv([[...FEED_COLUMNS]]),
  rows: (rows) =>
    rows.length === 0
      ? ""
      : toCsv(rows.map((row) => FEED_COLUMNS.map((column) => row[column] ?? ""))),
  foot: () => "",
};

function toCsv(records: string[][]): string {
  return stringify(records, { record_delimiter: "\r\n" });
}

/**
 * RSS 2.0 with every column in Google's namespace. A column without a value has no element. Additional
 * images are one element with commas, the form in which Pinterest takes them from WooCommerce.
 *
 * Source: pinterest-for-woocommerce, ProductsXmlFeed.
 */
function xmlWriter(storeUrl: string): FeedWriter {
  const builder = new XMLBuilder({ format: true, indentBy: "  ", processEntities: true });
  const element = (name: string, value: string) => builder.build({ [name]: toXmlText(value) });
  return {
    head: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="${GOOGLE_NAMESPACE}">\n<channel>\n` +
      element("title", `Products of ${storeUrl}`) +
      element("link", storeUrl) +
      element("description", "All products that can be bought in the online store."),
    rows: (rows) => (rows.length === 0 ? "" : builder.build({ item: rows.map(toElements) })),
    foot: () => "</channel>\n</rss>\n",
  };
}

const ELEMENTS: readonly (readonly [column: FeedColumn, name: string])[] = FEED_COLUMNS.map(
  (column) => [column, `g:${column}`],
);

function toElements(row: FeedRow): Record<string, string> {
  const elements: Record<string, string> = {};
  for (const [column, name] of ELEMENTS) {
    const value = row[column];
    if (value !== undefined && value !== "") elements[name] = toXmlText(value);
  }
  return elements;
}

/** What XML 1.0 cannot hold goes. Source: XML 1.0, production 2, Char. */
function toXmlText(value: string): string {
  return /^[ -~]*$/.test(value)
    ? value
    : value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "");
}
