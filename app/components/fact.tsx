import { BlockStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** A figure below its name. */
export function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="100">
      <Text as="span" tone="subdued">
        {title}
      </Text>
      <Text as="span" numeric>
        {children}
      </Text>
    </BlockStack>
  );
}
