import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

import { useWords } from "./words";

/** A card with a heading. */
export function Section({ children, title }: { children: ReactNode; title: string }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {children}
      </BlockStack>
    </Card>
  );
}

/** One line of a list of facts; what is not known is a dash. */
export function Fact({ children, name }: { children: ReactNode; name: string }) {
  const { label } = useWords();
  return (
    <div style={{ display: "flex", flexWrap: "wrap", columnGap: "1rem", paddingBlock: "0.125rem" }}>
      <dt style={{ flex: "0 0 11rem", color: "var(--p-color-text-secondary)" }}>{name}</dt>
      <dd style={{ margin: 0, overflowWrap: "anywhere", minWidth: 0 }}>
        {children === null || children === "" ? label("none") : children}
      </dd>
    </div>
  );
}
