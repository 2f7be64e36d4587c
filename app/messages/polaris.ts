import de from "@shopify/polaris/locales/de.json";
import en from "@shopify/polaris/locales/en.json";
import es from "@shopify/polaris/locales/es.json";
import fr from "@shopify/polaris/locales/fr.json";
import ja from "@shopify/polaris/locales/ja.json";
import ptBR from "@shopify/polaris/locales/pt-BR.json";

import type { Language } from "./language";
import { marked } from "./pseudo";

/** What the pieces of Polaris say by themselves, such as the name of a button that closes something. */
export const POLARIS: Record<Language, typeof en> = {
  en,
  de,
  fr,
  es,
  ja,
  "pt-BR": ptBR,
  "en-XA": marked(en),
};
