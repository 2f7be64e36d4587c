import {
  BlockStack,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Select,
  TextField,
  useBreakpoints,
} from "@shopify/polaris";
import { useState } from "react";

import type { ConversionsPage } from "~/conversions/conversions-page";
import { CHANNELS, FILTER_KEYS, LISTED_NAMES, type FilterKey } from "~/conversions/event-filter";
import { OUTBOX_STATES } from "~/conversions/outbox";
import { SKIP_REASONS } from "~/conversions/skip-reason";

import { Disclosure } from "./disclosure";
import { useAddress } from "./use-address";
import { useWords } from "./words";

type Props = Pick<ConversionsPage, "filter" | "query">;

/** What is filtered by. A choice holds at once, what is typed once it is applied; all of it is in the address. */
export function EventFilters({ filter, query }: Props) {
  const { label } = useWords();
  const { mdDown } = useBreakpoints();
  const fields = <Fields key={query} filter={filter} query={query} />;
  if (!mdDown) return <Card>{fields}</Card>;
  return (
    <Card>
      <Disclosure show={label("show_filters")} hide={label("hide_filters")}>
        {fields}
      </Disclosure>
    </Card>
  );
}

type Typed = Record<Extract<FilterKey, "first" | "last" | "order" | "event" | "words">, string>;

function Fields({ filter, query }: Props) {
  const { label } = useWords();
  const turn = useFilter();
  const [typed, setTyped] = useState<Typed>({
    first: filter.first ?? "",
    last: filter.last ?? "",
    order: filter.order ?? "",
    event: filter.eventId ?? "",
    words: filter.words ?? "",
  });
  const text = (key: keyof Typed, name: string, type: "text" | "date" = "text") => (
    <TextField
      label={name}
      type={type}
      value={typed[key]}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      autoComplete="off"
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        turn(typed);
      }}
    >
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="300">
          <Choices filter={filter} onChoose={(chosen) => turn({ ...typed, ...chosen })} />
          {text("first", label("first_day_filter"), "date")}
          {text("last", label("last_day_filter"), "date")}
          {text("order", label("order_filter"))}
          {text("event", label("event_id_filter"))}
          {filter.state === "dead_letter" && text("words", label("words_filter"))}
        </InlineGrid>
        <InlineStack gap="200">
          <Button submit>{label("apply_filter")}</Button>
          <Button
            variant="tertiary"
            disabled={query === ""}
            onClick={() => turn(Object.fromEntries(FILTER_KEYS.map((key) => [key, ""])))}
          >
            {label("clear_filter")}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
}

type ChoicesProps = Pick<Props, "filter"> & { onChoose: (chosen: Record<string, string>) => void };

function Choices({ filter, onChoose }: ChoicesProps) {
  const { label } = useWords();
  return (
    <>
      <Select
        label={label("event_name_filter")}
        options={[
          { value: "", label: label("every_event") },
          ...LISTED_NAMES.map((value) => ({ value, label: label(`event_${value}`) })),
        ]}
        value={filter.name ?? ""}
        onChange={(name) => onChoose({ name })}
      />
      <Select
        label={label("state_filter")}
        options={[
          { value: "", label: label("every_state") },
          ...OUTBOX_STATES.map((value) => ({ value, label: label(`state_${value}`) })),
        ]}
        value={filter.state ?? ""}
        onChange={(state) => onChoose({ state, ...(state !== "dead_letter" && { words: "" }) })}
      />
      <Select
        label={label("channel_filter")}
        options={[
          { value: "", label: label("every_channel") },
          ...CHANNELS.map((value) => ({ value, label: label(`reported_${value}`) })),
        ]}
        value={filter.channel ?? ""}
        onChange={(channel) => onChoose({ channel })}
      />
      <Select
        label={label("reason_filter")}
        options={[
          { value: "", label: label("every_reason") },
          ...SKIP_REASONS.map((value) => ({ value, label: label(`reason_${value}`) })),
        ]}
        value={filter.reason ?? ""}
        onChange={(reason) => onChoose({ reason })}
      />
    </>
  );
}

/** Another filter begins at its first page. */
function useFilter(): (changes: Readonly<Record<string, string>>) => void {
  const turn = useAddress();
  return (changes) => turn({ ...changes, older: "", newer: "" });
}
