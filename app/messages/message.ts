import { en } from "./en";

/** Names one sentence. */
export type MessageCode = keyof typeof en;

/** What a sentence has to be told, by the names in its braces. */
export type MessageParams<Code extends MessageCode> = Record<
  NamesIn<(typeof en)[Code]>,
  string | number
>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Rest<Code extends MessageCode> = [NamesIn<(typeof en)[Code]>] extends [never]
  ? []
  : [params: MessageParams<Code>];

/**
 * The sentence of a code. A code that is not in the catalog, and a parameter that is missing or is not
 * in the sentence, do not compile.
 */
export function message<Code extends MessageCode>(code: Code, ...params: Rest<Code>): string;
export function message(code: MessageCode, params: Record<string, string | number> = {}): string {
  return en[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}
