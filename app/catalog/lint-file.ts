import type { FeedFormat } from "./feed-format";
import { feedReader, type FeedPart } from "./feed-read";
import type { Issue } from "./issue";
import { issueOf, lintHeader, startLint, type Lint } from "./lint";
import type { LintContext } from "./lint-rule";

/** The check of a feed file, from pieces of its bytes of any size. */
export type FileLint = {
  push(chunk: Uint8Array): readonly Issue[];
  end(): readonly Issue[];
};

/** Begins the check of anybody's file. What is wrong comes in the order of the file. */
export function startFileLint(format: FeedFormat, context: LintContext = {}): FileLint {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = feedReader(format);
  let lint = format === "xml" ? startLint(context) : undefined;
  let isOver = false;

  return {
    push: (chunk) => {
      const text = decoded(chunk);
      return text === null ? [] : typeof text === "string" ? judge(reader.push(text)) : [text];
    },
    end: () => {
      const text = decoded();
      const last =
        text === null
          ? []
          : typeof text === "string"
            ? judge([...reader.push(text), ...reader.end()])
            : [text];
      return isOver ? last : [...last, ...(lint ?? startLint(context)).end()];
    },
  };

  /** The text; the issue where it is none; `null` where the file is given up already. */
  function decoded(chunk?: Uint8Array): string | Issue | null {
    if (isOver) return null;
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      // The decoder throws for bytes that are no UTF-8.
      isOver = true;
      return issueOf("ENCODING_ERROR", null, null, "");
    }
  }

  function judge(parts: readonly FeedPart[]): Issue[] {
    return parts.flatMap((part) => judgePart(part));
  }

  function judgePart(part: FeedPart): readonly Issue[] {
    switch (part.kind) {
      case "header":
        lint = startLint(context, part.columns);
        return lintHeader(part.columns);
      case "row":
        return checked().row(part.row);
      case "unreadable_row":
        return [checked().unreadableRow(null, part.text)];
      case "fault":
        isOver = true;
        return [issueOf(part.code, null, null, part.text)];
    }
  }

  function checked(): Lint {
    return (lint ??= startLint(context));
  }
}
