import { BlockStack, Text } from "@shopify/polaris";
import { useId } from "react";

import type { ConsentStep } from "~/conversions/consent";
import { consentMap } from "~/conversions/consent-map";
import type { PrivacyValues } from "~/shops/settings-values";

import { useWords } from "./words";

/** What the settings, as they stand in the form, do to whom. */
export function ConsentMap({ values }: { values: PrivacyValues }) {
  const { label, message } = useWords();
  const title = useId();
  const rows = consentMap(values);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm" id={title}>
        {label("consent_map")}
      </Text>
      <Text as="p" tone="subdued">
        {message("consent_map_explained")}
      </Text>
      <table className="plain-table plain-table--words" aria-labelledby={title}>
        <thead>
          <tr>
            <th scope="col">{label("consent_map_choice")}</th>
            <th scope="col">{label("consent_map_where_required")}</th>
            <th scope="col">{label("consent_map_elsewhere")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ choice, elsewhere, whereRequired }) => (
            <tr key={choice}>
              <th scope="row">{label(`mapped_${choice}`)}</th>
              <Fate step={whereRequired} />
              <Fate step={elsewhere} />
            </tr>
          ))}
        </tbody>
      </table>
    </BlockStack>
  );
}

function Fate({ step }: { step: ConsentStep }) {
  const { label } = useWords();
  return (
    <td>
      {step.kind === "skip" ? (
        <Text as="span" tone="critical">
          {label("fate_skip")}
        </Text>
      ) : (
        <Text as="span" tone={step.isDataUseLimited ? "caution" : "success"}>
          {label(step.isDataUseLimited ? "fate_ldp" : "fate_send")}
        </Text>
      )}
    </td>
  );
}
