import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";

import type { AnyRow } from "./columns";
import { FEED_COLUMNS } from "./columns";
import type { FeedFormat } from "./feed-format";

/** What a reader finds in a file, in the order of the file. */
export type FeedPart =
  /** The names as they stand in the first line. An XML file has none. */
  | { kind: "header"; columns: readonly string[] }
  | { kind: "row"; row: AnyRow }
  /** A row that does not fit the header, as it stands. */
  | { kind: "unreadable_row"; text: string }
  /** The file cannot be read any further. */
  | { kind: "fault"; code: "DELIMITER_ERROR" | "MALFORMED_XML" | "ENCODING_ERROR"; text: string };

/** Reads anybody's feed from pieces of text of any size. After a fault, nothing comes any more. */
export type FeedReader = {
  push(text: string): FeedPart[];
  end(): FeedPart[];
};

export function feedReader(format: FeedFormat): FeedReader {
  switch (format) {
    case "tsv":
      return tableReader({ delimiter: "\t", isQuoted: false });
    case "csv":
      return tableReader({ delimiter: ",", isQuoted: true });
    case "xml":
      return xmlReader();
  }
}

type Table = { delimiter: string; isQuoted: boolean };

function tableReader(table: Table): FeedReader {
  let rest = "";
  /** Lines of one record, while a quote in it is open. */
  let open = "";
  let columns: readonly string[] | undefined;
  let isOver = false;

  return { push, end };

  function push(text: string): FeedPart[] {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    return take(lines);
  }

  function end(): FeedPart[] {
    const last = rest === "" ? [] : take([rest]);
    rest = "";
    if (isOver || open === "") return last;
    isOver = true;
    return [...last, { kind: "fault", code: "DELIMITER_ERROR", text: open.trim() }];
  }

  function take(lines: readonly string[]): FeedPart[] {
    const records: string[] = [];
    for (const line of lines) {
      const record = open === "" ? line : `${open}\n${line}`;
      open = "";
      if (table.isQuoted && hasOpenQuote(record)) open = record;
      else if (record.trim() !== "") records.push(record.replace(/\r$/, ""));
    }
    if (isOver) return [];
    const parts: FeedPart[] = [];
    if (columns === undefined) {
      const [first] = records.splice(0, 1);
      if (first === undefined) return [];
      columns = headerOf(first);
      if (isOtherFormat(first, columns, table.delimiter)) {
        isOver = true;
        return [{ kind: "fault", code: "DELIMITER_ERROR", text: first }];
      }
      parts.push({ kind: "header", columns });
    }
    const named = columns;
    return [
      ...parts,
      ...fieldsOf(records).map((fields, at) => toPart(fields, named, records[at] ?? "")),
    ];
  }

  function headerOf(record: string): string[] {
    return (fieldsOf([record])[0] ?? [record]).map((column) => column.trim());
  }

  /** The fields of each record; `null` for one that is not written by the rules. */
  function fieldsOf(records: readonly string[]): (string[] | null)[] {
    const all = records.length === 0 ? [] : parsed(records.join("\n"), table);
    if (all?.length === records.length) return all;
    return records.map((record) => parsed(record, table)?.[0] ?? null);
  }
}

function parsed(text: string, { delimiter, isQuoted }: Table): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      quote: isQuoted ? '"' : false,
      escape: isQuoted ? '"' : false,
      record_delimiter: "\n",
      relax_column_count: true,
    });
  } catch {
    // csv-parse throws for quotes that stand where RFC 4180 does not allow any.
    return null;
  }
}

/** A quote within quotes is written twice, so an odd number of them is an open one. */
function hasOpenQuote(record: string): boolean {
  let isOpen = false;
  for (let at = record.indexOf('"'); at !== -1; at = record.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

function toPart(fields: string[] | null, columns: readonly string[], text: string): FeedPart {
  if (fields === null || fields.length !== columns.length) return { kind: "unreadable_row", text };
  const row: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    // Of two columns with one name, the first counts.
    if (!Object.hasOwn(row, column)) row[column] = fields[index] ?? "";
  }
  return { kind: "row", row };
}

const DELIMITERS = ["\t", ",", ";", "|"];

const KNOWN_COLUMNS: ReadonlySet<string> = new Set(FEED_COLUMNS);

/** Whether a header is markup, or names more columns that we know when it is cut by another delimiter. */
function isOtherFormat(header: string, columns: readonly string[], delimiter: string): boolean {
  if (/^\s*</.test(header)) return true;
  const known = countKnown(columns);
  return DELIMITERS.some(
    (other) => other !== delimiter && countKnown(header.split(other)) > Math.max(known, 1),
  );
}

function countKnown(columns: readonly string[]): number {
  return columns.filter((column) => KNOWN_COLUMNS.has(column.replace(/^"|"$/g, "").trim())).length;
}

/** The parts of a nested `shipping` or `tax`, in the order of their texts. */
const NESTED: Readonly<Record<string, readonly string[]>> = {
  shipping: ["country", "region", "service", "price"],
  tax: ["country", "region", "rate", "tax_ship"],
};

/** Reads every `item` element, whatever it stands in. A prefix such as `g:` makes no difference. */
function xmlReader(): FeedReader {
  const parser = new SaxesParser({ xmlns: false });
  let parts: FeedPart[] = [];
  let isOver = false;
  let isEmpty = true;
  let row: Record<string, string> | undefined;
  let column: string | undefined;
  let nested: Record<string, string> | undefined;
  let inner: string | undefined;
  let text = "";

  parser.on("error", (error) => fault("MALFORMED_XML", error.message));
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      fault("ENCODING_ERROR", encoding);
    }
  });
  parser.on("opentag", ({ name }) => open(bare(name)));
  parser.on("text", (piece) => (text += piece));
  parser.on("cdata", (piece) => (text += piece));
  parser.on("closetag", ({ name }) => close(bare(name)));

  return {
    push: (piece) => {
      isEmpty &&= piece === "";
      if (!isOver) parser.write(piece);
      return given();
    },
    end: () => {
      // Without a single character, the file is too small rather than malformed.
      if (!isOver && !isEmpty) parser.close();
      return given();
    },
  };

  function given(): FeedPart[] {
    const found = parts;
    parts = [];
    return found;
  }

  function fault(code: "MALFORMED_XML" | "ENCODING_ERROR", why: string): void {
    if (!isOver) parts.push({ kind: "fault", code, text: why });
    isOver = true;
  }

  function open(name: string): void {
    if (row === undefined) {
      if (name === "item") row = {};
      return;
    }
    if (column === undefined) [column, text, nested] = [name, "", undefined];
    else if (inner === undefined) [inner, text, nested] = [name, "", nested ?? {}];
  }

  function close(name: string): void {
    if (isOver || row === undefined) return;
    if (inner === name && nested !== undefined) {
      nested[name] = text.trim();
      inner = undefined;
      return;
    }
    if (column === name && inner === undefined) {
      const order = NESTED[name];
      const value =
        nested && order ? order.map((part) => nested?.[part] ?? "").join(":") : text.trim();
      // Elements that come again, such as additional images, make a list.
      row[name] = row[name] === undefined ? value : `${row[name]},${value}`;
      column = undefined;
      return;
    }
    if (name === "item" && column === undefined) {
      parts.push({ kind: "row", row });
      row = undefined;
    }
  }
}

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
