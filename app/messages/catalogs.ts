import { ENGLISH } from "./english";
import type { Language } from "./language";
import { pseudo } from "./pseudo";
import type { Catalog } from "./words";

/** Every language's catalog. Pages are given the one that they need; none is in their scripts. */
export const CATALOGS: Record<Language, Catalog> = {
  en: ENGLISH,
  de: ENGLISH,
  fr: ENGLISH,
  es: ENGLISH,
  ja: ENGLISH,
  "pt-BR": ENGLISH,
  "en-XA": pseudo(ENGLISH),
};
