import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";

import type { CatalogAnswer, FeedOnPage, RegistrationOnPage } from "~/catalog/catalog-page";
import type { RegistrationState } from "~/catalog/registration";
import type { Words } from "~/messages/words";

import { AskFirst } from "./ask-first";
import { CatalogReplyBanner } from "./catalog-reply";
import { Count } from "./figures";
import { Instant } from "./instant";
import { TitledPart } from "./titled";
import { usePageForm } from "./use-page-form";
import { withoutFullStop } from "./without-full-stop";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Registration = WithTextDates<RegistrationOnPage>;
type Known = NonNullable<Registration["known"]>;
type Form = ReturnType<typeof usePageForm<CatalogAnswer>>;

/** How a feed stands at Pinterest: whether Pinterest has it, why not, when it comes, and what it took. */
export function FeedRegistration({ feed }: { feed: WithTextDates<FeedOnPage> }) {
  const words = useWords();
  const form = usePageForm<CatalogAnswer>();
  const { known, obstacle } = feed.registration;
  return (
    <TitledPart
      title={words.label("at_pinterest")}
      aside={<RegistrationBadge state={known?.state ?? null} />}
    >
      <CatalogReplyBanner reply={form.reply} />
      <Text as="p">{explainRegistration(words, feed.registration)}</Text>
      {known?.words && (
        <Text as="p" tone="subdued" breakWord>
          {words.message("pinterest_words", { words: withoutFullStop(known.words) })}
        </Text>
      )}
      {known && known.state === "registered" && <LastFetch known={known} />}
      <Actions feedId={feed.feedId} known={known} obstacle={obstacle} form={form} />
    </TitledPart>
  );
}

const TONES = {
  registering: "info",
  registered: "success",
  refused: "critical",
  removed: undefined,
} as const satisfies Record<RegistrationState, "info" | "success" | "critical" | undefined>;

/** How a feed stands at Pinterest; `null`: Pinterest was never told of it. */
export function RegistrationBadge({ state }: { state: RegistrationState | null }) {
  const { label } = useWords();
  if (state === null) return <Badge>{label("registration_none")}</Badge>;
  const tone = TONES[state];
  const words = label(`registration_${state}`);
  return tone === undefined ? <Badge>{words}</Badge> : <Badge tone={tone}>{words}</Badge>;
}

/** Whether Pinterest has a feed, in a sentence that says what to do where it does not. */
export function explainRegistration(
  words: Words,
  {
    known,
    obstacle,
  }: {
    known: Pick<Known, "problem" | "state"> | null;
    obstacle: Registration["obstacle"];
  },
): string {
  if (obstacle === "account_lost") return words.message("registration_account_lost");
  if (known === null && obstacle !== null) return words.message(`registration_${obstacle}`);
  if (known === null) return words.message("registration_none");
  if (known.state === "refused" && known.problem !== null) {
    return words.message(`catalog_${known.problem}`);
  }
  return words.message(`registration_${known.state}`);
}

/** When Pinterest comes next, and what it took of the feed when it was there last. */
function LastFetch({ known: { nextFetchAt, result } }: { known: Known }) {
  const words = useWords();
  return (
    <BlockStack gap="100">
      {nextFetchAt !== null && (
        <Text as="p">
          {words.label("next_fetch")}: <Instant at={nextFetchAt} />
        </Text>
      )}
      {result ? (
        <Text as="p">
          {words.label("last_result")}: <Instant at={result.at} />. {explainResult(words, result)}
        </Text>
      ) : (
        <Text as="p">{words.message("result_none")}</Text>
      )}
      {result && (
        <Text as="p" tone="subdued">
          {words.label("reported_errors")}: <Count of={sumOf(result.errors)} />,{" "}
          {words.label("reported_warnings")}: <Count of={sumOf(result.warnings)} />
        </Text>
      )}
    </BlockStack>
  );
}

/** What Pinterest's last fetch came to. */
export function explainResult(
  words: Words,
  { counts, status }: Pick<NonNullable<Known["result"]>, "counts" | "status">,
): string {
  if (status === "FAILED") return words.message("result_failed");
  if (status === "PROCESSING") return words.message("result_processing");
  if (counts === null) return words.message("result_completed");
  return words.message("result_counts", { ingested: counts.ingested, original: counts.original });
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function Actions({ feedId, form, known, obstacle }: Registration & { feedId: string; form: Form }) {
  const { label } = useWords();
  const intent = form.posted?.get("intent");
  const isThere = known !== null && known.nextFetchAt !== null;
  const isToRegister = known?.state !== "registered";
  if (obstacle === "no_account" || obstacle === "account_lost") {
    return (
      <InlineStack>
        <Button url="/app/settings/connection">{label("open_settings")}</Button>
      </InlineStack>
    );
  }
  return (
    <InlineStack gap="300" blockAlign="center">
      {isToRegister && obstacle === null && (
        <Button
          loading={intent === "register"}
          onClick={() => form.post({ intent: "register", feedId })}
        >
          {label(known === null ? "register_feed" : "register_feed_again")}
        </Button>
      )}
      {isThere && <Remove feedId={feedId} form={form} />}
    </InlineStack>
  );
}

/** Takes a feed out of Pinterest, after a question: its pins go with it. */
function Remove({ feedId, form }: { feedId: string; form: Form }) {
  const { label, message } = useWords();
  return (
    <AskFirst
      id={`remove-${feedId}`}
      title={label("remove_feed_question")}
      explained={message("remove_feed_explained")}
      action={label("remove_feed")}
      isCritical
      onConfirm={() => form.post({ intent: "unregister", feedId })}
    >
      {(ask) => (
        <Button
          variant="plain"
          tone="critical"
          loading={form.posted?.get("intent") === "unregister"}
          onClick={ask}
        >
          {label("remove_feed")}
        </Button>
      )}
    </AskFirst>
  );
}
