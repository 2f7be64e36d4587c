import { Box, Card, InlineGrid, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode };

/** A part of the settings: its name beside its card, or above it on a narrow screen. */
export function SettingsSection({ title, children }: Props) {
  return (
    <InlineGrid columns={{ xs: "minmax(0, 1fr)", md: "minmax(0, 2fr) minmax(0, 5fr)" }} gap="400">
      <Box paddingInlineStart={{ xs: "400", sm: "0" }} paddingBlockStart={{ xs: "0", md: "400" }}>
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
      </Box>
      <Card roundedAbove="sm">{children}</Card>
    </InlineGrid>
  );
}
