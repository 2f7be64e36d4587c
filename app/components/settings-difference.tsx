import { BlockStack, Text } from "@shopify/polaris";
import { useId } from "react";

import type { CatalogSettings } from "~/catalog/catalog-settings";
import type { Compared } from "~/shops/settings-file";

import { differingRows } from "./settings-rows";
import { useWords } from "./words";

type Props = { now: Compared<CatalogSettings>; next: Compared<CatalogSettings> };

/** Each setting that would change, as it is and as it would be. */
export function SettingsDifference({ next, now }: Props) {
  const words = useWords();
  const { label } = words;
  const title = useId();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm" id={title}>
        {label("import_difference")}
      </Text>
      <table className="plain-table" aria-labelledby={title}>
        <thead>
          <tr>
            <th scope="col">{label("setting_column")}</th>
            <th scope="col">{label("now_column")}</th>
            <th scope="col">{label("new_column")}</th>
          </tr>
        </thead>
        <tbody>
          {differingRows(words, now, next).map(({ name, ...texts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{texts.now}</td>
              <td>{texts.next}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </BlockStack>
  );
}
