import { useFetcher } from "@remix-run/react";
import {
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useEffect, useState } from "react";

import { daysBefore, parsePeriod } from "~/conversions/export-period";

import { saveAs } from "./save-as";
import { useWords } from "./words";

/** What a download came to. */
type Reply = { kind: "file"; text: string } | { kind: "failed" };

/** Lets the merchant download what was decided on the orders of a period. */
export function DecisionExport({ today }: { today: string }) {
  const { label, message } = useWords();
  const [first, setFirst] = useState(daysBefore(today, 30));
  const [last, setLast] = useState(today);
  const download = useFetcher<Reply>();
  const reply = download.data;
  const period = parsePeriod(first, last);
  useEffect(() => {
    if (reply?.kind === "file") saveAs("decisions.csv", "text/csv", reply.text);
  }, [reply]);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("export_decisions")}
        </Text>
        <Text as="p">{message("export_explained")}</Text>
        <InlineStack gap="300" blockAlign="start">
          <TextField
            type="date"
            label={label("first_day")}
            value={first}
            onChange={setFirst}
            autoComplete="off"
          />
          <TextField
            type="date"
            label={label("last_day")}
            value={last}
            onChange={setLast}
            autoComplete="off"
            {...(period.kind === "refused" ? { error: message(period.problem) } : {})}
          />
        </InlineStack>
        <InlineStack>
          <Button
            disabled={period.kind === "refused"}
            loading={download.state !== "idle"}
            onClick={() => download.load(`/app/decisions?first=${first}&last=${last}`)}
          >
            {label("download_csv")}
          </Button>
        </InlineStack>
        {reply?.kind === "failed" && (
          <InlineError message={message("export_failed")} fieldID="decisions" />
        )}
      </BlockStack>
    </Card>
  );
}
