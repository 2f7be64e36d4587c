import { compile } from "html-to-text";

/** What an element's content becomes, where it is not simply its text. */
const SKIPPED = [
  "script",
  "style",
  "noscript",
  "template",
  "head",
  "iframe",
  "svg",
  "img",
  "video",
];

const BLOCKS = ["p", "div", "section", "article", "header", "footer", "main", "aside", "nav"];

/** Lines are joined afterwards, so that no line is broken and nothing is underlined or numbered. */
const toLines = compile({
  wordwrap: false,
  selectors: [
    ...SKIPPED.map((selector) => ({ selector, format: "skip" })),
    ...["h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "form", "fieldset", "table"].map(
      (selector) => ({ selector, format: "block" }),
    ),
    ...["tr", "td", "th", "li", "ul", "ol", "dl", "dt", "dd", "caption", ...BLOCKS].map(
      (selector) => ({
        selector,
        format: "block",
      }),
    ),
    { selector: "hr", format: "lineBreak" },
    { selector: "a", options: { ignoreHref: true } },
  ],
  limits: { maxInputLength: 1_000_000 },
});

/**
 * The text of a piece of HTML on one line: no tags, no scripts, entities decoded, runs of white space
 * as one space. `""` where nothing is left.
 *
 * **Decision:** one line, so that a description is the same text in all three formats; a TSV file cannot
 * hold a line break.
 */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return toOneLine(html);
  return toOneLine(isSimple(html) ? simpleText(html) : toLines(html));
}

/** Tags and entities that most descriptions have. */
const SIMPLE_PIECES =
  /<\/?(?:p|div|ul|ol|li|h[1-6]|br|strong|b|em|i|u|span)(?: (?:class|style|id)="[^"<>&]*")* ?\/?>|&(?:amp|lt|gt|quot|nbsp|#39);/g;

/** Whether there is nothing else in a piece of HTML. */
function isSimple(html: string): boolean {
  return !/[<&]/.test(html.replace(SIMPLE_PIECES, ""));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00A0",
  "&#39;": "'",
};

/** What `toLines` makes of simple HTML, but for the white space; several times as quick. */
function simpleText(html: string): string {
  return html
    .replace(/<\/?(?:strong|b|em|i|u|span)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Everything that XML 1.0 cannot hold, DEL, the C1 controls, and halves of surrogate pairs. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Anything that is not plain ASCII with single spaces within; most values have nothing to tidy up. */
const UNTIDY = /[^ -~]| {2}|^ | $/;

/** Control characters go; tabs, line breaks and runs of white space become one space. */
export function toOneLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(UNPRINTABLE, "").replace(/\s+/gu, " ").trim();
}

/**
 * As `toOneLine`, but spaces within the text stay as they are: a title has to be the very one that the
 * events carry.
 */
export function toPrintable(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .replace(UNPRINTABLE, "")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .trim();
}

/** How many characters (Unicode code points) a text has. */
export function lengthOf(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800) pairs += 1;
  }
  return text.length - pairs;
}

/** Whether a text has more than `max` characters. */
export function isLongerThan(text: string, max: number): boolean {
  return text.length > max && lengthOf(text) > max;
}

/** The first `max` characters, never half of one, without white space at the cut. */
export function cutTo(text: string, max: number): string {
  return isLongerThan(text, max) ? [...text].slice(0, max).join("").trimEnd() : text;
}
