import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";

import { EXPORT_EVENTS_MAX } from "~/conversions/event-list";

import { LiveRegion } from "./live-region";
import { saveAs } from "./save-as";
import { useWords } from "./words";

/** What a download came to. `isCut`: more events fit than a file holds. */
export type EventFile = { kind: "file"; text: string; isCut: boolean } | { kind: "failed" };

/** Lets the merchant download the events of the filter. */
export function EventExport({ query }: { query: string }) {
  const { label, message } = useWords();
  const download = useFetcher<EventFile>();
  const reply = download.data;
  useEffect(() => {
    if (reply?.kind === "file") saveAs("conversions.csv", "text/csv", reply.text);
  }, [reply]);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("export_events")}
        </Text>
        <Text as="p">{message("export_events_explained", { max: EXPORT_EVENTS_MAX })}</Text>
        <InlineStack>
          <Button
            loading={download.state !== "idle"}
            onClick={() => download.load(`/app/conversions/export?${query}`)}
          >
            {label("download_events")}
          </Button>
        </InlineStack>
        <LiveRegion>
          {reply?.kind === "file" && !reply.isCut && <p>{message("export_events_done")}</p>}
          {reply?.kind === "file" && reply.isCut && (
            <Banner tone="warning">
              {message("export_events_cut", { max: EXPORT_EVENTS_MAX })}
            </Banner>
          )}
          {reply?.kind === "failed" && (
            <InlineError message={message("export_failed")} fieldID="conversions" />
          )}
        </LiveRegion>
      </BlockStack>
    </Card>
  );
}
