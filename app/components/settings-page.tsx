import { BlockStack, Page } from "@shopify/polaris";
import type { ReactNode } from "react";

import { useWords } from "./words";

type Props = { title: string; children: ReactNode };

/** A page of the settings, with the way back to their list. */
export function SettingsPage({ children, title }: Props) {
  const { label } = useWords();
  return (
    <Page title={title} backAction={{ content: label("settings"), url: "/app/settings" }}>
      <BlockStack gap="400">{children}</BlockStack>
    </Page>
  );
}
