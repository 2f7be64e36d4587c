import { de } from "./de";
import { ENGLISH } from "./english";
import { es } from "./es";
import { fr } from "./fr";
import { ja } from "./ja";
import type { Language } from "./language";
import { pseudo } from "./pseudo";
import { ptBr } from "./pt-br";
import type { Catalog } from "./words";

/** Every language's catalog. Pages are given the one that they need; none is in their scripts. */
export const CATALOGS: Record<Language, Catalog> = {
  en: ENGLISH,
  de,
  fr,
  es,
  ja,
  "pt-BR": ptBr,
  "en-XA": pseudo(ENGLISH),
};
