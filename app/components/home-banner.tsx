import { Banner } from "@shopify/polaris";

import type { MissingFields } from "~/conversions/overview";
import type { Words } from "~/messages/words";

import { useWords } from "./words";

/** What a merchant should know beside the legs, in one banner. Nothing where all is well. */
export function HomeBanner({ missing }: { missing: MissingFields }) {
  const words = useWords();
  if (missing.fields.length === 0) return null;
  return (
    <Banner title={words.label("missing_fields")} tone="warning">
      <p>{explainMissing(words, missing)}</p>
    </Banner>
  );
}

/** Which fields are missing, and where that can be changed. */
export function explainMissing(words: Words, { fields, orders }: MissingFields): string {
  const names = fields.map((field) => words.label(`field_${field}`));
  const list = new Intl.ListFormat(words.language, { type: "disjunction" }).format(names);
  return words.message("missing_fields_explained", { orders, fields: list });
}
