import { Banner } from "@shopify/polaris";

import type { MissingFields } from "~/conversions/overview";
import { label, message } from "~/messages/message";

/** Says which customer data Shopify keeps from the app. Nothing where all of it arrives. */
export function MissingFieldsBanner({ missing }: { missing: MissingFields }) {
  if (missing.fields.length === 0) return null;
  return (
    <Banner title={label("missing_fields")} tone="warning">
      <p>{explainMissing(missing)}</p>
    </Banner>
  );
}

/** Which fields are missing, and where that can be changed. */
export function explainMissing({ fields, orders }: MissingFields): string {
  const names = fields.map((field) => label(`field_${field}`));
  const list = new Intl.ListFormat("en", { type: "disjunction" }).format(names);
  return message("missing_fields_explained", { orders, fields: list });
}
