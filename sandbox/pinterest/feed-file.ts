import { parse } from "csv-parse/sync";
import { XMLParser } from "fast-xml-parser";

export type FeedRow = Readonly<Record<string, string>>;

/** A feed file's rows by column, or the one code that says why there are none. */
export type FeedFile =
  | { kind: "read"; columns: readonly string[]; rows: readonly FeedRow[] }
  | { kind: "unreadable"; code: "ENCODING_ERROR" | "DELIMITER_ERROR" | "MALFORMED_XML" };

export function readFeedFile(bytes: Uint8Array, format: "TSV" | "CSV" | "XML"): FeedFile {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { kind: "unreadable", code: "ENCODING_ERROR" };
  }
  if (format === "XML") return readXml(text);
  const rows = format === "TSV" ? readTsv(text) : readCsv(text);
  const [columns = [], ...cells] = rows;
  if (columns.length < 2) return { kind: "unreadable", code: "DELIMITER_ERROR" };
  return {
    kind: "read",
    columns,
    rows: cells.map((row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ""])),
    ),
  };
}

/** Tabs and line breaks separate, and nothing is quoted. */
function readTsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}

function readCsv(text: string): string[][] {
  return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
}

/** RSS 2.0; an element's prefix does not matter, and a repeated one is a list with commas. */
function readXml(text: string): FeedFile {
  const parser = new XMLParser({ parseTagValue: false, removeNSPrefix: true, trimValues: false });
  try {
    const items: unknown = parser.parse(text, true)?.rss?.channel?.item ?? [];
    const rows = (Array.isArray(items) ? items : [items]).map((item) =>
      Object.fromEntries(
        Object.entries(item).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.map(String).join(",") : String(value),
        ]),
      ),
    );
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return { kind: "read", columns, rows };
  } catch {
    return { kind: "unreadable", code: "MALFORMED_XML" };
  }
}
