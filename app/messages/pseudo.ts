import type { Catalog } from "./words";

const ACCENTED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "á",
    c: "ç",
    e: "é",
    i: "í",
    n: "ñ",
    o: "ö",
    u: "ü",
    y: "ÿ",
    A: "Å",
    E: "É",
    O: "Ø",
  }),
);

/**
 * A catalog in which every text is marked and a third longer, as translations are: `⟦Śávé ···⟧`. A text on a
 * page without the marks did not come from the catalog.
 */
export function pseudo({ sentences, labels }: Catalog): Catalog {
  return { sentences: marked(sentences), labels: marked(labels) };
}

/** The same tree with every text in it marked. */
export function marked<Texts>(texts: Texts): Texts {
  const all: Texts = JSON.parse(JSON.stringify(texts), (_, value: unknown) =>
    typeof value === "string" ? mark(value) : value,
  );
  return all;
}

function mark(text: string): string {
  // What stands in braces is filled in and keeps its name.
  const accented = text.replace(/\{\w+\}|[A-Za-z]/g, (part) => ACCENTED.get(part) ?? part);
  return `⟦${accented}${" ·".repeat(Math.ceil(text.length / 6))}⟧`;
}
