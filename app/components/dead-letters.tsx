import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  Divider,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";

import type { ConversionsAnswer, ConversionsPage } from "~/conversions/conversions-page";
import { REDRIVE_REFUSALS, type DeadLetter, type Redriven } from "~/conversions/redrive";
import type { Words } from "~/messages/words";

import { AskFirst } from "./ask-first";
import { explainLine } from "./explain-line";
import { Instant } from "./instant";
import { useAddress } from "./ledger-section";
import { OrderName } from "./order-lines";
import { usePageForm, type PageReply } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Letter = WithTextDates<DeadLetter>;
type Form = ReturnType<typeof usePageForm<ConversionsAnswer>>;
type Props = {
  letters: WithTextDates<ConversionsPage["letters"]>;
  reason: string;
  isFirstPage: boolean;
};

/** What Pinterest refused, with its words; sends one, those of a filter, or all of them again. */
export function DeadLetters({ letters, reason, isFirstPage }: Props) {
  const { label, message } = useWords();
  const form = usePageForm<ConversionsAnswer>();
  const turn = useAddress();
  const isEmpty = letters.count === 0 && reason === "";
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {label("refused_by_pinterest")}
            </Text>
            {letters.count > 0 && <SendAll count={letters.count} reason={reason} form={form} />}
          </InlineStack>
          <Text as="p">{message(isEmpty ? "no_refused" : "refused_explained")}</Text>
          <Result reply={form.reply} />
          {!isEmpty && <Filter key={reason} reason={reason} />}
          {letters.count === 0 && !isEmpty && <Text as="p">{message("no_refused_here")}</Text>}
        </BlockStack>
      </Box>
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {letters.shown.map((letter) => (
          <li key={`${letter.eventId} ${letter.eventName}`}>
            <Divider />
            <LetterRow letter={letter} form={form} />
          </li>
        ))}
      </ul>
      {(letters.next !== null || !isFirstPage) && (
        <Box padding="300" borderBlockStartWidth="025" borderColor="border">
          <InlineStack align="center" gap="200">
            <Button disabled={isFirstPage} onClick={() => turn({ letters: "" })}>
              {label("first_page")}
            </Button>
            <Button
              disabled={letters.next === null}
              onClick={() => turn({ letters: letters.next ?? "" })}
            >
              {label("next_page")}
            </Button>
          </InlineStack>
        </Box>
      )}
    </Card>
  );
}

function Filter({ reason }: { reason: string }) {
  const { label } = useWords();
  const turn = useAddress();
  const [text, setText] = useState(reason);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        turn({ reason: text.trim(), letters: "" });
      }}
    >
      <TextField
        label={label("refused_filter")}
        value={text}
        onChange={setText}
        autoComplete="off"
        clearButton
        onClearButtonClick={() => turn({ reason: "", letters: "" })}
        connectedRight={<Button submit>{label("filter")}</Button>}
      />
    </form>
  );
}

function LetterRow({ letter, form }: { letter: Letter; form: Form }) {
  const words = useWords();
  const { attempts, eventId, eventName, lastError, orderId, orderName, settledAt } = letter;
  return (
    <Box padding="400">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="300" blockAlign="center">
            {orderId === null ? (
              <Text as="span" fontWeight="semibold">
                {eventName}
              </Text>
            ) : (
              <OrderName orderId={orderId} orderName={orderName} />
            )}
            <Text as="span" tone="subdued">
              <Instant at={settledAt} />
            </Text>
            <Text as="span" tone="subdued">
              {words.label("refused_attempts", { count: attempts })}
            </Text>
          </InlineStack>
          <Button
            accessibilityLabel={words.label("send_again_named", { name: orderName ?? eventName })}
            disabled={form.posted !== null}
            onClick={() => form.post({ intent: "redrive_one", eventId, eventName })}
          >
            {words.label("send_again")}
          </Button>
        </InlineStack>
        <Text as="p" breakWord>
          {explainLine(words, { state: "dead_letter", reason: null, lastError, warning: null })}
        </Text>
      </BlockStack>
    </Box>
  );
}

function SendAll({ count, reason, form }: { count: number; reason: string; form: Form }) {
  const { label, message } = useWords();
  return (
    <AskFirst
      id="redrive"
      title={label("send_again_question", { count })}
      explained={message("redrive_explained")}
      action={label("send_again")}
      onConfirm={() => form.post({ intent: "redrive_all", reason })}
    >
      {(ask) => (
        <Button loading={form.posted?.get("intent") === "redrive_all"} onClick={ask}>
          {reason === ""
            ? label("send_all_again", { count })
            : label("send_filtered_again", { count })}
        </Button>
      )}
    </AskFirst>
  );
}

function Result({ reply }: { reply: PageReply<ConversionsAnswer> | undefined }) {
  const words = useWords();
  if (reply?.kind === "unreadable" || reply?.kind === "unreachable") {
    return <Banner tone="critical">{words.message(`conversions_${reply.kind}`)}</Banner>;
  }
  if (reply?.kind !== "redriven") return null;
  const sentences = explainRedriven(words, reply.result);
  return (
    <Banner tone={reply.result.redriven > 0 ? "success" : "info"}>{sentences.join(" ")}</Banner>
  );
}

/** What sending again came to, one sentence for each thing that happened to at least one event. */
export function explainRedriven(words: Words, { held, redriven, refused }: Redriven): string[] {
  const sentences = [
    ...(redriven > held ? [words.message("redriven", { count: redriven - held })] : []),
    ...(held > 0 ? [words.message("redriven_held", { count: held })] : []),
    ...REDRIVE_REFUSALS.filter((reason) => refused[reason] > 0).map((reason) =>
      words.message(`redrive_${reason}`, { count: refused[reason] }),
    ),
  ];
  return sentences.length > 0 ? sentences : [words.message("redriven_none")];
}
