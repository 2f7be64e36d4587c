import {
  Badge,
  Banner,
  BlockStack,
  Button,
  ButtonGroup,
  InlineStack,
  Text,
} from "@shopify/polaris";
import { useState } from "react";

import type { CatalogAnswer, FeedOnPage, VersionOnPage } from "~/catalog/catalog-page";
import type { FeedDifference } from "~/catalog/feed-difference";

import { Disclosure } from "./disclosure";
import { Instant, plainInstant } from "./instant";
import { TitledPart } from "./titled";
import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Version = WithTextDates<VersionOnPage>;
type Form = ReturnType<typeof usePageForm<CatalogAnswer>>;
type Props = { feed: WithTextDates<FeedOnPage>; form: Form };

/** The versions that are kept; an earlier one is published again after a look at what that changes. */
export function FeedVersions({ feed, form }: Props) {
  const { label, message } = useWords();
  if (feed.versions.length === 0) return null;
  return (
    <TitledPart title={label("versions")} explained={message("versions_explained")}>
      {feed.versions.map((version) => (
        <VersionRow key={version.versionId} feed={feed} version={version} form={form} />
      ))}
    </TitledPart>
  );
}

function VersionRow({ feed: { feedId }, form, version }: Props & { version: Version }) {
  const { label } = useWords();
  const comparison = usePageForm<CatalogAnswer>();
  const [isAsking, setIsAsking] = useState(false);
  const { isCurrent, items, leftOut, publishedAt, versionId } = version;
  const ask = () => {
    setIsAsking(true);
    comparison.post({ intent: "compare", feedId, versionId });
  };
  const confirm = () => {
    setIsAsking(false);
    form.post({ intent: "roll_back", feedId, versionId });
  };
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack>
          <Text as="span">
            <Instant at={publishedAt} />
          </Text>
          <Text as="span" tone="subdued">
            {label("version_items", { items, leftOut })}
          </Text>
        </BlockStack>
        {isCurrent ? (
          <Badge tone="success">{label("version_current")}</Badge>
        ) : (
          <Button
            accessibilityLabel={label("roll_back_named", { at: plainInstant(publishedAt) })}
            loading={comparison.posted !== null || form.posted?.get("versionId") === versionId}
            onClick={ask}
          >
            {label("roll_back")}
          </Button>
        )}
      </InlineStack>
      {isAsking && !isCurrent && comparison.reply && (
        <Question
          reply={comparison.reply}
          onConfirm={confirm}
          onCancel={() => setIsAsking(false)}
        />
      )}
    </BlockStack>
  );
}

type QuestionProps = {
  reply: NonNullable<Form["reply"]>;
  onConfirm: () => void;
  onCancel: () => void;
};

/** What would change, and whether it is to. Where it is not known, the merchant may still decide. */
function Question({ onCancel, onConfirm, reply }: QuestionProps) {
  const { label, message } = useWords();
  if (reply.kind !== "compared" && reply.kind !== "too_large_to_compare") {
    return (
      <Banner tone="critical">
        {message(reply.kind === "unreachable" ? "catalog_unreachable" : "catalog_not_kept")}
      </Banner>
    );
  }
  return (
    <Banner tone="info" title={label("roll_back_question")}>
      <BlockStack gap="200">
        {reply.kind === "compared" ? (
          <Difference difference={reply.difference} />
        ) : (
          <Text as="p">{message("catalog_too_large_to_compare")}</Text>
        )}
        <ButtonGroup>
          <Button onClick={onConfirm}>{label("roll_back_confirm")}</Button>
          <Button variant="plain" onClick={onCancel}>
            {label("cancel")}
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  );
}

function Difference({ difference }: { difference: FeedDifference }) {
  const { label, message } = useWords();
  const { added, byColumn, changed, examples, removed } = difference;
  if (added + changed + removed === 0) return <Text as="p">{message("difference_none")}</Text>;
  return (
    <BlockStack gap="100">
      <Text as="p">{message("difference", { added, removed, changed })}</Text>
      {changed > 0 && (
        <Text as="p" breakWord>
          {message("difference_columns", { columns: columnsOf(byColumn) })}
        </Text>
      )}
      <Disclosure show={label("show_items")} hide={label("hide_items")}>
        {(["added", "removed", "changed"] as const).map((kind) =>
          examples[kind].length === 0 ? null : (
            <Text key={kind} as="p" breakWord>
              {label(`difference_${kind}`)}: {examples[kind].join(", ")}
              {difference[kind] > examples[kind].length ? " …" : ""}
            </Text>
          ),
        )}
      </Disclosure>
    </BlockStack>
  );
}

/** `price (12), title (3)`, the column first that differs most. */
function columnsOf(byColumn: FeedDifference["byColumn"]): string {
  return Object.entries(byColumn)
    .toSorted(([, one], [, other]) => other - one)
    .map(([column, count]) => `${column} (${count})`)
    .join(", ");
}
