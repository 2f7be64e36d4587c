import { useRevalidator } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";

import { useWords } from "./words";

/** Stands in place of a page that could not be made, or that does not exist, with the way on. */
export function FailedPage({ isMissing = false }: { isMissing?: boolean }) {
  const { label, message } = useWords();
  const { revalidate, state } = useRevalidator();
  return (
    <Page title={label(isMissing ? "page_not_found" : "something_failed")}>
      <Card>
        <BlockStack gap="300">
          <Text as="p">{message(isMissing ? "not_found_explained" : "failed_explained")}</Text>
          <InlineStack gap="300" blockAlign="center">
            {!isMissing && (
              <Button onClick={revalidate} loading={state === "loading"}>
                {label("try_again")}
              </Button>
            )}
            <Button url="/app">{label("home")}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
