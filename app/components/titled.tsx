import { BlockStack, Box, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Stands beside the title, as a badge does. */
  aside?: ReactNode;
  /** What the whole is about, in a sentence. */
  explained?: string;
  children: ReactNode;
};

/** A card with a heading. */
export function TitledCard(props: Props) {
  return (
    <Card>
      <Titled {...props} as="h2" variant="headingMd" />
    </Card>
  );
}

/** A part of a card that has no padding of its own: below a line, with a heading. */
export function TitledPart(props: Props) {
  return (
    <>
      <Divider />
      <Box padding="400">
        <Titled {...props} as="h3" variant="headingSm" />
      </Box>
    </>
  );
}

type Heading = { as: "h2" | "h3"; variant: "headingMd" | "headingSm" };

function Titled({ as, aside, children, explained, title, variant }: Props & Heading) {
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Text as={as} variant={variant}>
          {title}
        </Text>
        {aside}
      </InlineStack>
      {explained !== undefined && (
        <Text as="p" tone="subdued">
          {explained}
        </Text>
      )}
      {children}
    </BlockStack>
  );
}
