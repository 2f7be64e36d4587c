import { Banner } from "@shopify/polaris";

import type { MissingFields } from "~/conversions/overview";
import type { Words } from "~/messages/words";
import type { SendingMode } from "~/shops/sending";

import { useWords } from "./words";

type Props = { missing: MissingFields; sending: SendingMode };

/** What a merchant should know beside the legs, in one banner. Nothing where all is well. */
export function HomeBanner({ missing, sending }: Props) {
  const words = useWords();
  const isIncomplete = missing.fields.length > 0;
  if (sending !== "real") {
    return (
      <Banner title={words.label(`sending_${sending}_on`)} tone="warning">
        <p>{words.message(`sending_${sending}_home`)}</p>
        {isIncomplete && <p>{explainMissing(words, missing)}</p>}
      </Banner>
    );
  }
  if (!isIncomplete) return null;
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
