import { useFetcher } from "@remix-run/react";
import {
  Badge,
  Banner,
  BlockStack,
  Box,
  Card,
  DataTable,
  Divider,
  InlineGrid,
  InlineStack,
  Link,
  Scrollable,
  SkeletonBodyText,
  Text,
  TextField,
  useBreakpoints,
} from "@shopify/polaris";
import { useEffect, useState } from "react";

import { MAPPED_COLUMNS, type MappedColumn } from "~/catalog/mapping";
import type { Preview, PreviewRow } from "~/catalog/preview";
import { issueMessage } from "~/messages/issue-message";

import { columnName } from "./column-name";
import { Count } from "./figures";
import { Instant } from "./instant";
import { LiveRegion } from "./live-region";
import type { ItemsReply } from "./use-items-draft";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** So long nothing was typed before the server is asked. */
const QUIET_MS = 500;

/** The room of the preview, so that the columns below it do not move when it comes; its table scrolls in it. */
const ROOM = { preview: "40rem", table: "26rem" };

/** What the settings in the form would make of the store's products, while they are being changed. */
export function ItemsPreview({ settings }: { settings: string }) {
  const { label } = useWords();
  const look = useFetcher<ItemsReply>();
  const [search, setSearch] = useState("");
  const { submit } = look;
  useEffect(() => {
    const timer = window.setTimeout(
      () => submit({ intent: "preview", settings, search }, { method: "post" }),
      QUIET_MS,
    );
    return () => window.clearTimeout(timer);
  }, [submit, settings, search]);

  const reply = look.data;
  const preview = useLastPreview(reply);
  const isComing = !preview && (reply === undefined || reply.kind === "previewed");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {label("preview")}
        </Text>
        <LiveRegion>
          <Told reply={reply} />
        </LiveRegion>
        {/* Where nothing can be seen, only its reason takes room. */}
        <Box {...((preview || isComing) && { minHeight: ROOM.preview })}>
          {isComing && <SkeletonBodyText lines={10} />}
          {preview && (
            <BlockStack gap="400">
              <Counts preview={preview} />
              <Extent preview={preview} />
              <TextField
                label={label("preview_search")}
                value={search}
                onChange={setSearch}
                autoComplete="off"
                clearButton
                onClearButtonClick={() => setSearch("")}
              />
              <Rows rows={preview.rows} />
            </BlockStack>
          )}
        </Box>
      </BlockStack>
    </Card>
  );
}

type WirePreview = WithTextDates<Preview>;

/** What was last seen stays while the next look is under way, or a field is still empty. */
function useLastPreview(reply: ItemsReply | undefined): WirePreview | null {
  const [last, setLast] = useState<WirePreview | null>(null);
  useEffect(() => {
    if (reply?.kind === "previewed") setLast(reply.preview);
  }, [reply]);
  return last;
}

function Told({ reply }: { reply: ItemsReply | undefined }) {
  const { message } = useWords();
  switch (reply?.kind) {
    case "refused":
      return <Text as="p">{message("preview_waits")}</Text>;
    case "not_read":
      return <Text as="p">{message("preview_not_read")}</Text>;
    case "unreachable":
      return <Text as="p">{message("preview_unreachable")}</Text>;
    case "unreadable":
      return <Text as="p">{message("items_unreadable")}</Text>;
    case "previewed":
      return reply.preview.counts.inFeed === 0 ? (
        <Banner tone="warning">{message("preview_nothing_in_feed")}</Banner>
      ) : null;
    case "saved":
    case undefined:
      return null;
  }
}

function Counts({ preview: { counts, isWhole } }: { preview: WirePreview }) {
  const { label } = useWords();
  const { excluded, excludedBy, inFeed, notIncluded, notSold, refused, refusedBy } = counts;
  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 2, md: 5 }} gap="400">
        <Figure title={label("preview_in_feed")} count={inFeed} isExact={isWhole} />
        <Figure title={label("preview_not_included")} count={notIncluded} isExact={isWhole} />
        <Figure title={label("preview_excluded")} count={excluded} isExact={isWhole} />
        <Figure title={label("preview_refused")} count={refused} isExact={isWhole} />
        <Figure title={label("preview_not_sold")} count={notSold} isExact={isWhole} />
      </InlineGrid>
      {excludedBy.length > 1 && (
        <InlineStack gap="200">
          {excludedBy.map((count, place) => (
            <Badge key={place}>
              {`${label("preview_excluded_by", { place: place + 1 })}: ${count}`}
            </Badge>
          ))}
        </InlineStack>
      )}
      {refusedBy.length > 0 && (
        <InlineStack gap="200">
          {refusedBy.map(({ code, count }) => (
            <span key={code} translate="no">
              <Badge tone="critical">{`${code}: ${count}`}</Badge>
            </span>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}

type FigureProps = { title: string; count: number; isExact: boolean };

function Figure({ count, isExact, title }: FigureProps) {
  const { label } = useWords();
  return (
    <BlockStack gap="100">
      <Text as="span" tone="subdued">
        {title}
      </Text>
      <Text as="span" variant="headingLg" numeric>
        {isExact ? <Count of={count} /> : label("preview_about", { count })}
      </Text>
    </BlockStack>
  );
}

function Extent({ preview }: { preview: WirePreview }) {
  const { label, message } = useWords();
  const { isWhole, newMetafields, products, readAt, sampledProducts } = preview;
  return (
    <BlockStack gap="100">
      <Text as="p" tone="subdued">
        {isWhole
          ? message("preview_whole", { products })
          : message("preview_sample", { products, sampled: sampledProducts })}
      </Text>
      <Text as="p" tone="subdued">
        {label("feed_checked")}: <Instant at={readAt} />
      </Text>
      {newMetafields !== "none" && (
        <Text as="p" tone="caution">
          {message(`preview_metafields_${newMetafields}`)}
        </Text>
      )}
    </BlockStack>
  );
}

function Rows({ rows }: { rows: readonly PreviewRow[] }) {
  const words = useWords();
  const { mdDown } = useBreakpoints();
  if (rows.length === 0) return <Text as="p">{words.message("preview_nothing_found")}</Text>;
  const columns = MAPPED_COLUMNS.filter((column) => rows.some((row) => row.columns[column]));
  // So many columns would have to be scrolled sideways on a phone.
  if (mdDown) return <RowList rows={rows} columns={columns} />;
  const names = [
    words.label("preview_item"),
    words.label("preview_outcome"),
    words.label("rule_field_price"),
  ];
  return (
    <Scrollable
      role="region"
      focusable
      style={{ maxHeight: ROOM.table }}
      aria-label={words.label("preview")}
    >
      <DataTable
        columnContentTypes={[...names, ...columns].map(() => "text" as const)}
        headings={[...names, ...columns.map((column) => columnName(words, column))]}
        rows={rows.map((row) => [
          <ItemCell key="item" row={row} />,
          <Outcome key="outcome" row={row} />,
          row.columns.price ?? "",
          ...columns.map((column) => <Value key={column} row={row} column={column} />),
        ])}
        verticalAlign="middle"
      />
    </Scrollable>
  );
}

/** The same rows one below the other, each with the columns that are filled. */
function RowList({
  columns,
  rows,
}: {
  columns: readonly MappedColumn[];
  rows: readonly PreviewRow[];
}) {
  const words = useWords();
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
      {rows.map((row, place) => (
        <li key={`${row.itemId}:${place}`}>
          <Divider />
          <Box paddingBlock="300">
            <BlockStack gap="200">
              <ItemCell row={row} />
              <InlineStack>
                <Outcome row={row} />
              </InlineStack>
              {row.columns.price && <Text as="span">{row.columns.price}</Text>}
              {columns
                .filter((column) => row.columns[column])
                .map((column) => (
                  <Text key={column} as="span" breakWord>
                    {columnName(words, column)}: <Value row={row} column={column} />
                  </Text>
                ))}
            </BlockStack>
          </Box>
        </li>
      ))}
    </ul>
  );
}

function ItemCell({ row: { itemId, productId, title } }: { row: PreviewRow }) {
  return (
    <BlockStack>
      <Link url={`shopify://admin/products/${productId}`} target="_top" removeUnderline>
        <span translate="no">{cut(title)}</span>
      </Link>
      <Text as="span" tone="subdued">
        <span translate="no">{itemId}</span>
      </Text>
    </BlockStack>
  );
}

function Outcome({ row: { absence, code } }: { row: PreviewRow }) {
  const words = useWords();
  if (absence === null) return <Badge tone="success">{words.label("absence_none")}</Badge>;
  return (
    <BlockStack gap="100">
      <Badge tone={absence === "refused" ? "critical" : "attention"}>
        {words.label(`absence_${absence}`)}
      </Badge>
      {code && <Text as="span">{issueMessage(words, code)}</Text>}
    </BlockStack>
  );
}

/** What is in a column of the feed; it is the merchant's own text, or a word of Pinterest's. */
function Value({ column, row }: { column: MappedColumn; row: PreviewRow }) {
  return <span translate="no">{cut(row.columns[column] ?? "")}</span>;
}

/** Enough to tell one value from another. */
const SHOWN_MAX = 60;

function cut(text: string): string {
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}
