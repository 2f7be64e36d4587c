import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { Button, Card, BlockStack, InlineStack, Page, Text } from "@shopify/polaris";

import { useWords } from "./words";

/** Stands in place of the page of an event that the shop does not have, with the way back. */
export function MissingEvent() {
  const { label, message } = useWords();
  const fault = useRouteError();
  // Whatever else it is belongs to the frame around the page.
  if (!isRouteErrorResponse(fault) || fault.status !== 404) throw fault;
  return (
    <Page
      title={label("event_missing_title")}
      backAction={{ content: label("conversions"), url: "/app/conversions" }}
    >
      <Card>
        <BlockStack gap="300">
          <Text as="p">{message("event_missing")}</Text>
          <InlineStack>
            <Button url="/app/conversions">{label("back_to_list")}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
