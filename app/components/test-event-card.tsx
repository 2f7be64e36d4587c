import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Link,
  List,
  Select,
  Text,
} from "@shopify/polaris";
import { useState } from "react";

import type { DiagnosticsAnswer } from "~/conversions/diagnostics-page";
import { TEST_EVENT_NAMES, type TestEventAnswer } from "~/conversions/test-event";
import type { Words } from "~/messages/words";
import type { ConnectionState } from "~/shops/connection";

import { LiveRegion } from "./live-region";
import { usePageForm } from "./use-page-form";
import { withoutFullStop } from "./without-full-stop";
import { useWords } from "./words";

/** Pinterest's page has no address that holds for every account; it is found from here. */
const ADS_MANAGER = "https://ads.pinterest.com/";

/** Leads the merchant through Pinterest's page of test events, one step after the other. */
export function TestEventCard({ connectionState }: { connectionState: ConnectionState }) {
  const words = useWords();
  const { label, message } = words;
  const [eventName, setEventName] = useState<string>("checkout");
  const form = usePageForm<DiagnosticsAnswer>();
  const isConnected = connectionState !== "not_connected";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("test_events")}
        </Text>
        <Text as="p">{message("test_event_explained")}</Text>
        <List type="number">
          <List.Item>
            {message("test_event_step_open")}{" "}
            <Link url={ADS_MANAGER} target="_blank">
              {label("open_ads_manager")}
            </Link>
          </List.Item>
          <List.Item>{message("test_event_step_keep")}</List.Item>
          <List.Item>{message("test_event_step_send")}</List.Item>
          <List.Item>{message("test_event_step_look")}</List.Item>
        </List>
        <InlineStack gap="300" blockAlign="end">
          <Select
            label={label("test_event_name")}
            value={eventName}
            onChange={setEventName}
            options={TEST_EVENT_NAMES.map((name) => ({
              value: name,
              label: label(`event_${name}`),
            }))}
          />
          <Button
            variant="primary"
            disabled={!isConnected}
            loading={form.posted !== null}
            onClick={() => form.post({ intent: "test_event", eventName })}
          >
            {label("send_test_event")}
          </Button>
        </InlineStack>
        {!isConnected && <Text as="p">{message("test_event_not_connected")}</Text>}
        <LiveRegion>
          {form.reply?.kind === "test_event" && (
            <Banner tone={form.reply.answer.kind === "taken" ? "success" : "critical"}>
              <p>{explainTestEvent(words, form.reply.answer)}</p>
            </Banner>
          )}
        </LiveRegion>
        {form.reply?.kind === "unreachable" && (
          <InlineError message={message("diagnostics_unreachable")} fieldID="test-event" />
        )}
      </BlockStack>
    </Card>
  );
}

/** What Pinterest said to a test event, and what to do. */
export function explainTestEvent(words: Words, answer: TestEventAnswer): string {
  switch (answer.kind) {
    case "taken": {
      const { eventId, warning } = answer;
      return warning === null
        ? words.message("test_event_taken", { eventId })
        : words.message("test_event_advised", { eventId, words: withoutFullStop(warning) });
    }
    case "not_taken":
      return words.message("test_event_not_taken", { words: withoutFullStop(answer.words) });
    case "no_answer":
      return answer.problem === "not_connected"
        ? words.message("test_event_not_connected")
        : words.message(`test_${answer.problem}`);
  }
}
