import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";

import type { DataRequest } from "~/privacy/data-request";

import { Instant } from "./instant";
import { saveAs } from "./save-as";
import { SettingsSection } from "./settings-section";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Request = WithTextDates<DataRequest>;

/** What a download came to. */
type Reply = { kind: "file"; text: string } | { kind: "failed" };

/** Customers' requests for their data, each with its file. Nothing is shown while there are none. */
export function DataRequests({ requests }: { requests: Request[] }) {
  const { label, message } = useWords();
  if (requests.length === 0) return null;
  return (
    <SettingsSection title={label("data_requests")}>
      <BlockStack gap="400">
        <Text as="p">{message("data_requests_explained")}</Text>
        {requests.map((request) => (
          <DataRequestRow key={request.id} request={request} />
        ))}
      </BlockStack>
    </SettingsSection>
  );
}

function DataRequestRow({ request }: { request: Request }) {
  const { label, message } = useWords();
  const { id, requestId, receivedAt } = request;
  const download = useFetcher<Reply>();
  const reply = download.data;
  useEffect(() => {
    if (reply?.kind === "file")
      saveAs(`data-request-${requestId}.json`, "application/json", reply.text);
  }, [reply, requestId]);
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack>
          <Text as="span" fontWeight="semibold">
            {label("data_request_name", { requestId })}
          </Text>
          <Text as="span" tone="subdued">
            <Instant at={receivedAt} />
          </Text>
        </BlockStack>
        <Button
          accessibilityLabel={label("download_data_request", { requestId })}
          loading={download.state !== "idle"}
          onClick={() => download.load(`/app/data-requests/${id}`)}
        >
          {label("download")}
        </Button>
      </InlineStack>
      {reply?.kind === "failed" && (
        <InlineError message={message("data_request_not_downloaded")} fieldID={id} />
      )}
    </BlockStack>
  );
}
