import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";

import { saveAs } from "./save-as";
import { useWords } from "./words";

/** What a download came to. */
type Reply = { kind: "file"; text: string } | { kind: "failed" };

/** Lets the merchant download what support asks for. */
export function SupportBundle() {
  const { label, message } = useWords();
  const download = useFetcher<Reply>();
  const reply = download.data;
  useEffect(() => {
    if (reply?.kind === "file") saveAs("pin-relay-support.json", "application/json", reply.text);
  }, [reply]);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("support_bundle")}
        </Text>
        <Text as="p">{message("support_bundle_explained")}</Text>
        <InlineStack>
          <Button
            loading={download.state !== "idle"}
            onClick={() => download.load("/app/diagnostics/bundle")}
          >
            {label("download_support_bundle")}
          </Button>
        </InlineStack>
        {reply?.kind === "failed" && (
          <InlineError message={message("support_bundle_failed")} fieldID="support-bundle" />
        )}
      </BlockStack>
    </Card>
  );
}
