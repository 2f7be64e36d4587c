/** A line of a file and its number, from 1. */
export type BulkLine = { number: number; text: string };

/** Cuts a stream of bytes into lines, whatever the size of its chunks. */
export type LineCutter = {
  /** The lines that this chunk completes. */
  push(chunk: Uint8Array): BulkLine[];
  /** The last line, where the file does not end with a line break. */
  end(): BulkLine[];
};

/**
 * Begins to cut. It holds one unfinished line, nothing else. Empty lines are left out and counted, a byte
 * order mark is ignored, and bytes that are no UTF-8 become U+FFFD.
 */
export function startLines(): LineCutter {
  const decoder = new TextDecoder();
  let rest = "";
  let number = 0;

  return {
    push: (chunk) => cut(decoder.decode(chunk, { stream: true })),
    end: () => {
      const last = cut(decoder.decode());
      const unended = rest === "" ? [] : numbered([rest]);
      rest = "";
      return [...last, ...unended];
    },
  };

  function cut(text: string): BulkLine[] {
    const lines = text.split("\n");
    lines[0] = rest + (lines[0] ?? "");
    rest = lines.pop() ?? "";
    return numbered(lines);
  }

  function numbered(texts: readonly string[]): BulkLine[] {
    const first = number + 1;
    number += texts.length;
    return texts
      .map((text, index) => ({ number: first + index, text }))
      .filter(({ text }) => text.trim() !== "");
  }
}
