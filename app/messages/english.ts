import { en } from "./en";
import { labels } from "./en/labels";
import { wordsOf, type Catalog } from "./words";

/** Everything in English. */
export const ENGLISH: Catalog = { sentences: en, labels };

/** What commands, and whoever has no language, are answered in. */
export const english = wordsOf("en", ENGLISH);
