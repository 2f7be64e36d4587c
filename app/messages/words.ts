import { InvariantError } from "~/errors";

import type { en } from "./en";
import type { labels } from "./en/labels";
import type { Language } from "./language";

/** Names one sentence. */
export type MessageCode = keyof typeof en;

/** Names the words on a heading, a field or a button. */
export type LabelCode = keyof typeof labels;

/** What a sentence has to be told, by the names in its braces. */
export type MessageParams<Code extends MessageCode> = Record<
  NamesIn<(typeof en)[Code]>,
  string | number
>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Rest<Text extends string> = [NamesIn<Text>] extends [never]
  ? []
  : [params: Record<NamesIn<Text>, string | number>];

/** The codes of labels that need no parameter, as tables of options hold them. */
export type PlainLabelCode = Plain<typeof labels>;

/** The codes of sentences that need no parameter. */
export type PlainMessageCode = Plain<typeof en>;

type Plain<Texts extends Record<string, string>> = {
  [Code in keyof Texts]: [NamesIn<Texts[Code]>] extends [never] ? Code : never;
}[keyof Texts];

/** Everything that is said to a merchant, in one language. English is the measure of the others. */
export type Catalog = {
  sentences: Record<MessageCode, string>;
  labels: Record<LabelCode, string>;
};

/** One language's sentences and labels, by code. */
export type Words = {
  language: Language;
  /**
   * The sentence of a code. A code that is not in the catalog, and a parameter that is missing or is not
   * in the English sentence, do not compile. Numbers are written as the language writes them.
   */
  message: <Code extends MessageCode>(code: Code, ...params: Rest<(typeof en)[Code]>) => string;
  /** The words of a code, by the same rules as `message`. */
  label: <Code extends LabelCode>(code: Code, ...params: Rest<(typeof labels)[Code]>) => string;
  /** The sentence of a code that is only known when it comes; `null` where there is none. */
  findMessage: (code: string) => string | null;
};

/** A catalog as pages and commands use it. */
export function wordsOf(language: Language, catalog: Catalog): Words {
  const sentences = new Map<string, string>(Object.entries(catalog.sentences));
  const labels = new Map<string, string>(Object.entries(catalog.labels));
  const numbers = new Intl.NumberFormat(language);
  const say =
    (texts: ReadonlyMap<string, string>) =>
    (code: string, params: Record<string, string | number> = {}): string => {
      const text = texts.get(code);
      if (text === undefined) throw new InvariantError("a text is missing in a language", { code });
      return text.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = params[name] ?? "";
        return typeof value === "number" ? numbers.format(value) : value;
      });
    };
  return {
    language,
    message: say(sentences),
    label: say(labels),
    findMessage: (code) => sentences.get(code) ?? null,
  };
}
