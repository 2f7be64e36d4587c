import { en } from "./en";
import { labels } from "./en/labels";

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

/**
 * The sentence of a code. A code that is not in the catalog, and a parameter that is missing or is not
 * in the sentence, do not compile.
 */
export function message<Code extends MessageCode>(
  code: Code,
  ...params: Rest<(typeof en)[Code]>
): string;
export function message(code: MessageCode, params: Record<string, string | number> = {}): string {
  return fill(en[code], params);
}

/** The words of a code, by the same rules as `message`. */
export function label<Code extends LabelCode>(
  code: Code,
  ...params: Rest<(typeof labels)[Code]>
): string;
export function label(code: LabelCode, params: Record<string, string | number> = {}): string {
  return fill(labels[code], params);
}

function fill(text: string, params: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}
