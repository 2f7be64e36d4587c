import {
  BlockStack,
  Button,
  Card,
  ChoiceList,
  InlineError,
  InlineStack,
  Text,
} from "@shopify/polaris";
import { useState } from "react";

import type { DiagnosticsAnswer, DiagnosticsPage } from "~/conversions/diagnostics-page";
import { SENDING_MODES, toSendingMode, type SendingMode } from "~/shops/sending";

import { AskFirst } from "./ask-first";
import { Instant } from "./instant";
import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** Lets the merchant choose what becomes of new acts. */
export function SendingCard({ sending }: { sending: WithTextDates<DiagnosticsPage["sending"]> }) {
  const { label, message } = useWords();
  const form = usePageForm<DiagnosticsAnswer>();
  const [chosen, setChosen] = useState<SendingMode>(sending.mode);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {label("sending_mode")}
        </Text>
        <ChoiceList
          title={label("sending_mode_choice")}
          choices={SENDING_MODES.map((mode) => ({
            value: mode,
            label: label(`sending_${mode}`),
            helpText: message(`sending_${mode}_explained`),
          }))}
          selected={[chosen]}
          onChange={([mode = chosen]) => setChosen(toSendingMode(mode))}
        />
        {sending.changedAt !== null && (
          <Text as="p" tone="subdued">
            {label("sending_since")} <Instant at={sending.changedAt} />
          </Text>
        )}
        <AskFirst
          id="switch-sending"
          title={label("sending_question", { mode: label(`sending_${chosen}`) })}
          explained={message(`sending_${chosen}_question`)}
          action={label("sending_switch")}
          onConfirm={() => form.post({ intent: "switch", sending: chosen })}
        >
          {(ask) => (
            <InlineStack>
              <Button
                disabled={chosen === sending.mode}
                loading={form.posted !== null}
                onClick={ask}
              >
                {label("sending_switch")}
              </Button>
            </InlineStack>
          )}
        </AskFirst>
        {form.reply?.kind === "unreachable" && (
          <InlineError message={message("diagnostics_unreachable")} fieldID="sending" />
        )}
      </BlockStack>
    </Card>
  );
}
