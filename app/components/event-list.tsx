import {
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  Divider,
  IndexTable,
  IndexTableSelectionType,
  InlineStack,
  Link,
  Pagination,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";

import type { ConversionsAnswer, ConversionsPage } from "~/conversions/conversions-page";
import type { ListedEvent } from "~/conversions/event-list";
import { ERASED_ORDER } from "~/shops/erasure-mark";

import { Amount } from "./amount";
import { AskFirst } from "./ask-first";
import { channelOf, detailUrl, eventLabel, explainEvent } from "./explain-event";
import { Instant, useInstantText } from "./instant";
import { LiveRegion } from "./live-region";
import { RedriveResult } from "./redrive-result";
import { EventBadge } from "./state-badge";
import { useAddress } from "./use-address";
import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Event = WithTextDates<ListedEvent>;
type Props = { page: WithTextDates<ConversionsPage["page"]>; query: string };

/** A page of the events of a filter, of which the refused ones can be chosen and sent again. */
export function EventList({ page, query }: Props) {
  const { label, message } = useWords();
  const { mdDown } = useBreakpoints();
  const Events = mdDown ? NarrowEvents : EventTable;
  const form = usePageForm<ConversionsAnswer>();
  const { allResourcesSelected, clearSelection, handleSelectionChange, selectedResources } =
    useIndexResourceState(page.events, { resourceIDResolver: ({ key }) => key });
  const refused = page.events.filter(
    ({ key, state }) => state === "dead_letter" && selectedResources.includes(key),
  );
  const redrive = () => {
    const events = refused.map(({ eventId, eventName }) => ({ eventId, eventName }));
    form.post({ intent: "redrive_selected", events: JSON.stringify(events) });
    clearSelection();
  };
  return (
    <BlockStack gap="400">
      <LiveRegion>
        <RedriveResult reply={form.reply} />
      </LiveRegion>
      <Card padding="0">
        {page.events.length === 0 && <Nothing page={page} query={query} />}
        {page.events.length > 0 && (
          <AskFirst
            id="redrive-selected"
            title={label("send_selected_question")}
            explained={message("redrive_selected_explained")}
            action={label("send_again")}
            onConfirm={redrive}
          >
            {(ask) => (
              <Events
                events={page.events}
                selected={selectedResources}
                selectedCount={allResourcesSelected ? "All" : selectedResources.length}
                onSelectionChange={handleSelectionChange}
                onRedrive={refused.length > 0 ? ask : null}
              />
            )}
          </AskFirst>
        )}
        {page.events.length > 0 && page.searchedTo !== null && <Searched page={page} />}
        <Pages page={page} />
      </Card>
    </BlockStack>
  );
}

function Nothing({ page, query }: Props) {
  const { message } = useWords();
  if (page.searchedTo !== null) return <Searched page={page} />;
  return (
    <Box padding="400">
      <Text as="p">{message(query === "" ? "events_none" : "events_none_here")}</Text>
    </Box>
  );
}

function Searched({ page }: Pick<Props, "page">) {
  const { message } = useWords();
  const instant = useInstantText(page.searchedTo ?? "");
  return (
    <Box padding="400">
      <Text as="p">
        {message(page.older === null ? "events_searched_forward" : "events_searched", { instant })}
      </Text>
    </Box>
  );
}

function Pages({ page: { newer, older } }: Pick<Props, "page">) {
  const { label } = useWords();
  const turn = useAddress();
  if (newer === null && older === null) return null;
  return (
    <Box padding="300" borderBlockStartWidth="025" borderColor="border">
      <InlineStack align="center">
        <Pagination
          accessibilityLabel={label("conversions")}
          hasPrevious={newer !== null}
          previousTooltip={label("newer_page")}
          onPrevious={() => turn({ newer: newer ?? "", older: "" })}
          hasNext={older !== null}
          nextTooltip={label("older_page")}
          onNext={() => turn({ older: older ?? "", newer: "" })}
        />
      </InlineStack>
    </Box>
  );
}

type TableProps = {
  events: Event[];
  selected: string[];
  selectedCount: "All" | number;
  onSelectionChange: ReturnType<typeof useIndexResourceState>["handleSelectionChange"];
  /** `null` where nothing that is chosen can be sent again. */
  onRedrive: (() => void) | null;
};

function EventTable({ events, onRedrive, onSelectionChange, selected, selectedCount }: TableProps) {
  const { label } = useWords();
  return (
    <IndexTable
      resourceName={{ singular: label("event_singular"), plural: label("event_plural") }}
      itemCount={events.length}
      selectedItemsCount={selectedCount}
      onSelectionChange={onSelectionChange}
      promotedBulkActions={[
        {
          content: label("send_selected_again"),
          disabled: onRedrive === null,
          ...(onRedrive && { onAction: onRedrive }),
        },
      ]}
      headings={[
        { title: label("event_column") },
        { title: label("state_column") },
        { title: label("explanation_column") },
        { title: label("value_column"), alignment: "end" },
        { title: label("channel_column") },
        { title: label("received_column") },
      ]}
    >
      {events.map((event, position) => (
        <IndexTable.Row
          key={event.key}
          id={event.key}
          position={position}
          selected={selected.includes(event.key)}
        >
          <Cells event={event} />
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

/** The same as a list, for a screen on which six columns would have to be scrolled sideways. */
function NarrowEvents({ events, onRedrive, onSelectionChange, selected }: TableProps) {
  const words = useWords();
  return (
    <>
      {onRedrive && (
        <Box padding="400">
          <Button onClick={onRedrive}>{words.label("send_selected_again")}</Button>
        </Box>
      )}
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {events.map((event) => (
          <li key={event.key}>
            <Divider />
            <Box padding="400">
              {event.state === "dead_letter" && (
                <Checkbox
                  label={words.label("choose_event", { name: nameOf(words, event) })}
                  checked={selected.includes(event.key)}
                  onChange={(isChosen) =>
                    onSelectionChange(IndexTableSelectionType.Single, isChosen, event.key)
                  }
                />
              )}
              <NarrowEvent event={event} />
            </Box>
          </li>
        ))}
      </ul>
    </>
  );
}

function Cells({ event }: { event: Event }) {
  return (
    <>
      <IndexTable.Cell>
        <EventName event={event} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <EventBadge state={event.state} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ minWidth: "14rem", whiteSpace: "normal", overflowWrap: "anywhere" }}>
          <What event={event} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          <Value event={event} />
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Channel event={event} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Instant at={event.receivedAt} />
      </IndexTable.Cell>
    </>
  );
}

function NarrowEvent({ event }: { event: Event }) {
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="200">
        <EventName event={event} />
        <Text as="span" numeric>
          <Value event={event} />
        </Text>
      </InlineStack>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <EventBadge state={event.state} />
        <Text as="span" tone="subdued">
          <Instant at={event.receivedAt} />
        </Text>
      </InlineStack>
      <What event={event} />
      <Text as="span" tone="subdued">
        <Channel event={event} />
      </Text>
    </BlockStack>
  );
}

function What({ event }: { event: Event }) {
  const words = useWords();
  return (
    <Text as="p" breakWord>
      {explainEvent(words, event)}
    </Text>
  );
}

/** An order by what the merchant calls it, any other event by its name; the way to its own page. */
export function EventName({ event }: { event: Event }) {
  const words = useWords();
  const name = nameOf(words, event);
  const url = detailUrl(event);
  if (url === null) return <span>{name}</span>;
  return (
    <Link url={url} removeUnderline dataPrimaryLink>
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
    </Link>
  );
}

/** What an event is called. */
export function nameOf(
  words: ReturnType<typeof useWords>,
  { eventName, orderId, orderName }: Pick<Event, "eventName" | "orderId" | "orderName">,
): string {
  if (orderId === null) return eventLabel(words, eventName);
  if (orderId.startsWith(ERASED_ORDER)) return words.label("order_erased");
  if (orderName !== null) return orderName;
  return /^\d+$/.test(orderId)
    ? words.label("order_unnamed", { orderId })
    : words.label("order_unread");
}

function Channel({ event }: { event: Event }) {
  const { label } = useWords();
  const channel = channelOf(event);
  return <>{channel === null ? label("none") : label(`reported_${channel}`)}</>;
}

function Value({ event: { currency, value } }: { event: Event }) {
  const { label } = useWords();
  if (value === null || currency === null) return <>{label("none")}</>;
  return <Amount amount={value} currency={currency} />;
}
