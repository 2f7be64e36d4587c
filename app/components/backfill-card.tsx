import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  Divider,
  InlineStack,
  ProgressBar,
  Select,
  Text,
} from "@shopify/polaris";
import { useState } from "react";

import { BACKFILL_DAYS_MAX, type Backfill, type Backfills } from "~/conversions/backfill";
import type { ConversionsAnswer } from "~/conversions/conversions-page";
import type { Words } from "~/messages/words";
import type { ConnectionState } from "~/shops/connection";

import { BackfillResult } from "./backfill-result";
import { Instant } from "./instant";
import { usePageForm, type PageReply } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Run = WithTextDates<Backfill>;
type Form = ReturnType<typeof usePageForm<ConversionsAnswer>>;
type Props = { backfills: WithTextDates<Backfills>; connectionState: ConnectionState };

/** Checks past orders, sends them, and shows how far that is and what it came to. */
export function BackfillCard({ backfills, connectionState }: Props) {
  const { label, message } = useWords();
  const form = usePageForm<ConversionsAnswer>();
  const run = latestRun(backfills);
  const isOpen = run !== null && isUnderWay(run);
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="400">
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {label("past_orders")}
            </Text>
            <Text as="p">{message("backfill_explained")}</Text>
          </BlockStack>
          <Refusal reply={form.reply} />
          {connectionState === "not_connected" ? (
            <NotConnected />
          ) : (
            !isOpen && <CheckForm form={form} isPrimary={!isToBeSent(run, backfills)} />
          )}
          {isOpen && <Progress run={run} form={form} />}
        </BlockStack>
      </Box>
      {run && !isOpen && (
        <>
          <Divider />
          <Result run={run} backfills={backfills} form={form} />
        </>
      )}
    </Card>
  );
}

/** The run that the merchant asked for last. */
export function latestRun({ check, send }: WithTextDates<Backfills>): Run | null {
  if (!check || !send) return check ?? send;
  return send.requestedAt >= check.requestedAt ? send : check;
}

export function isUnderWay({ state }: Pick<Run, "state">): boolean {
  return state === "queued" || state === "running";
}

function isToBeSent(run: Run | null, { isCheckFresh }: Pick<Backfills, "isCheckFresh">): boolean {
  return run?.kind === "check" && run.state === "done" && isCheckFresh && run.result.sent > 0;
}

function Refusal({ reply }: { reply: PageReply<ConversionsAnswer> | undefined }) {
  const words = useWords();
  const sentence = reply && explainRefusal(words, reply);
  return sentence ? <Banner tone="warning">{sentence}</Banner> : null;
}

function explainRefusal(words: Words, reply: PageReply<ConversionsAnswer>): string | null {
  switch (reply.kind) {
    case "busy":
    case "not_connected":
    case "too_long":
    case "not_checked":
      return words.message(`backfill_${reply.kind}`);
    case "unreadable":
    case "unreachable":
      return words.message(`conversions_${reply.kind}`);
    case "queued":
    case "cancelled":
    case "already_over":
    case "redriven":
    case "view_saved":
    case "view_deleted":
    case "views_full":
      return null;
  }
}

function NotConnected() {
  const { label, message } = useWords();
  return (
    <BlockStack gap="200">
      <Text as="p">{message("backfill_not_connected")}</Text>
      <InlineStack>
        <Button url="/app/settings/connection">{label("connect_pinterest")}</Button>
      </InlineStack>
    </BlockStack>
  );
}

function CheckForm({ form, isPrimary }: { form: Form; isPrimary: boolean }) {
  const { label } = useWords();
  const [days, setDays] = useState(String(BACKFILL_DAYS_MAX));
  const options = Array.from({ length: BACKFILL_DAYS_MAX }, (_, index) => ({
    value: String(index + 1),
    label: index === 0 ? label("one_day") : label("several_days", { days: index + 1 }),
  }));
  return (
    <InlineStack gap="300" blockAlign="end">
      <Box minWidth="10rem">
        <Select label={label("past_days")} options={options} value={days} onChange={setDays} />
      </Box>
      <Button
        {...(isPrimary ? { variant: "primary" as const } : {})}
        loading={form.posted?.get("intent") === "check"}
        onClick={() => form.post({ intent: "check", days })}
      >
        {label("check_first")}
      </Button>
    </InlineStack>
  );
}

function Progress({ run, form }: { run: Run; form: Form }) {
  const words = useWords();
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {words.label(run.kind === "check" ? "checking" : "sending")}
        </Text>
        <Button
          loading={form.posted?.get("intent") === "cancel"}
          onClick={() => form.post({ intent: "cancel", runId: run.id })}
        >
          {words.label("cancel")}
        </Button>
      </InlineStack>
      <ProgressBar progress={run.percent} size="small" ariaLabelledBy="backfill-progress" />
      <div id="backfill-progress" role="status">
        {explainProgress(words, run)}
      </div>
    </BlockStack>
  );
}

function explainProgress(words: Words, { perMinute, seen, state }: Run): string {
  if (state === "queued") return words.message("backfill_queued");
  if (perMinute === null) return words.message("backfill_progress", { seen });
  return words.message("backfill_progress_rate", { seen, perMinute });
}

type ResultProps = { run: Run; backfills: WithTextDates<Backfills>; form: Form };

function Result({ run, backfills, form }: ResultProps) {
  const { label, message } = useWords();
  const { days, kind, result, seen } = run;
  return (
    <>
      <Box padding="400">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <BlockStack>
              <Text as="h3" variant="headingSm">
                {label(kind === "check" ? "check_result" : "send_result", { days })}
              </Text>
              <Text as="span" tone="subdued">
                <Instant at={run.endedAt ?? run.requestedAt} />
              </Text>
            </BlockStack>
            {isToBeSent(run, backfills) && (
              <Button
                variant="primary"
                loading={form.posted?.get("intent") === "send"}
                onClick={() => form.post({ intent: "send", checkId: run.id })}
              >
                {result.sent === 1
                  ? label("send_one_order")
                  : label("send_orders", { count: result.sent })}
              </Button>
            )}
          </InlineStack>
          <End run={run} isCheckFresh={backfills.isCheckFresh} />
          <Text as="p">{message("backfill_seen", { seen })}</Text>
          {result.late > 0 && (
            <Text as="p">{message("backfill_late", { count: result.late })}</Text>
          )}
          {result.hasSeveralReasons && <Text as="p">{message("backfill_several_reasons")}</Text>}
        </BlockStack>
      </Box>
      <BackfillResult kind={kind} lines={result.lines} />
    </>
  );
}

/** How the run ended, where that is not plain from its figures. */
function End({ run, isCheckFresh }: { run: Run; isCheckFresh: boolean }) {
  const words = useWords();
  const sentence = explainEnd(words, run, isCheckFresh);
  if (sentence === null) return null;
  return run.state === "failed" ? (
    <Banner tone="warning">{sentence}</Banner>
  ) : (
    <Text as="p">{sentence}</Text>
  );
}

export function explainEnd(
  words: Words,
  {
    failure,
    kind,
    result,
    seen,
    state,
  }: Pick<Run, "failure" | "kind" | "result" | "seen" | "state">,
  isCheckFresh: boolean,
): string | null {
  if (state === "cancelled") return words.message("backfill_cancelled");
  if (state === "failed")
    return words.message(`backfill_failed_${failure ?? "shopify_unavailable"}`);
  if (seen === 0) return words.message("backfill_empty");
  if (kind === "send") return null;
  if (result.sent === 0) return words.message("backfill_nothing_to_send");
  return isCheckFresh ? null : words.message("backfill_stale");
}
