/** The languages of the app, and one that no person speaks, in which a text without a code stands out. */
export const LANGUAGES = ["en", "de", "fr", "es", "ja", "pt-BR", "en-XA"] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * The language of the app for somebody who prefers these, the most wanted first. A language without its
 * country is enough: `de-CH` is answered in German. English where nothing fits.
 */
export function toLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const exact = LANGUAGES.find((language) => language.toLowerCase() === tag.toLowerCase());
    const near = LANGUAGES.find((language) => primary(language) === primary(tag));
    const language = exact ?? near;
    if (language !== undefined) return language;
  }
  return "en";
}

/** The tags of an `Accept-Language` header, the most wanted first; none where there is no header. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const weight = params
        .find((param) => param.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

function primary(tag: string): string {
  return (tag.split("-")[0] ?? "").toLowerCase();
}
