import { createContext, useContext, useMemo, type ReactNode } from "react";

import { InvariantError } from "~/errors";
import type { Language } from "~/messages/language";
import { wordsOf, type Catalog, type Words } from "~/messages/words";

const WordsContext = createContext<Words | null>(null);

/** What a page is told about its language by the root's loader. */
export type Spoken = { language: Language; catalog: Catalog };

/** Gives every piece of a page its words. */
export function WordsProvider(props: Spoken & { children: ReactNode }) {
  const { catalog, children, language } = props;
  const words = useMemo(() => wordsOf(language, catalog), [language, catalog]);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** Sentences and labels in the merchant's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new InvariantError("a page is rendered without its words");
  return words;
}
