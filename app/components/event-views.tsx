import { useNavigate } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineStack,
  Select,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";

import type { ConversionsAnswer, ConversionsPage } from "~/conversions/conversions-page";
import { VIEW_NAME_MAX } from "~/conversions/event-list";
import type { PlainLabelCode } from "~/messages/words";

import { AskFirst } from "./ask-first";
import { LiveRegion } from "./live-region";
import { RedriveResult } from "./redrive-result";
import { usePageForm, type PageReply } from "./use-page-form";
import { useWords } from "./words";

type Props = Pick<ConversionsPage, "query" | "views">;
type Form = ReturnType<typeof usePageForm<ConversionsAnswer>>;

/** Views that every shop has. */
const OWN_VIEWS: readonly { query: string; name: PlainLabelCode }[] = [
  { query: "", name: "view_all" },
  { query: "name=checkout", name: "view_orders" },
  { query: "state=dead_letter", name: "view_refused" },
  { query: "state=skipped", name: "view_skipped" },
  { query: "state=pending", name: "view_open" },
];

/** The value of the choice while the filter is none of the views. */
const NO_VIEW = "-";

/** Lets the merchant choose a view, save the filter as one, delete it, and send what it has of refused events. */
export function EventViews({ query, views }: Props) {
  const { label, message } = useWords();
  const form = usePageForm<ConversionsAnswer>();
  const navigate = useNavigate();
  const saved = views.find((view) => view.query === query);
  const known = [
    ...OWN_VIEWS.map((view) => ({ value: view.query, label: label(view.name) })),
    ...views.map((view) => ({ value: view.query, label: view.name })),
  ];
  const isKnown = known.some(({ value }) => value === query);
  const options = isKnown ? known : [{ value: NO_VIEW, label: label("view_own") }, ...known];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="300" blockAlign="end">
          <Box minWidth="14rem">
            <Select
              label={label("view")}
              options={options}
              value={isKnown ? query : NO_VIEW}
              onChange={(chosen) => {
                if (chosen !== NO_VIEW) navigate(`/app/conversions${chosen && `?${chosen}`}`);
              }}
            />
          </Box>
          {!isKnown && <SaveView query={query} form={form} />}
          {saved && (
            <AskFirst
              id="delete-view"
              title={label("delete_view_question", { name: saved.name })}
              explained={message("delete_view_explained")}
              action={label("delete_view")}
              isCritical
              onConfirm={() => form.post({ intent: "delete_view", id: saved.id })}
            >
              {(ask) => <Button onClick={ask}>{label("delete_view")}</Button>}
            </AskFirst>
          )}
          {isAboutRefused(query) && (
            <AskFirst
              id="redrive-filter"
              title={label("send_filter_question")}
              explained={message("redrive_filter_explained")}
              action={label("send_again")}
              onConfirm={() => form.post({ intent: "redrive_filter", query })}
            >
              {(ask) => (
                <Button loading={form.posted?.get("intent") === "redrive_filter"} onClick={ask}>
                  {label("send_filter_again")}
                </Button>
              )}
            </AskFirst>
          )}
        </InlineStack>
        <LiveRegion>
          <Reply reply={form.reply} />
        </LiveRegion>
      </BlockStack>
    </Card>
  );
}

function isAboutRefused(query: string): boolean {
  return new URLSearchParams(query).get("state") === "dead_letter";
}

function SaveView({ form, query }: { form: Form; query: string }) {
  const { label } = useWords();
  const [isNaming, setIsNaming] = useState(false);
  const [name, setName] = useState("");
  if (!isNaming) return <Button onClick={() => setIsNaming(true)}>{label("save_view")}</Button>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") form.post({ intent: "save_view", name, query });
      }}
    >
      <TextField
        label={label("view_name")}
        value={name}
        onChange={setName}
        maxLength={VIEW_NAME_MAX}
        autoComplete="off"
        autoFocus
        connectedRight={
          <Button submit disabled={name.trim() === ""}>
            {label("save")}
          </Button>
        }
      />
    </form>
  );
}

function Reply({ reply }: { reply: PageReply<ConversionsAnswer> | undefined }) {
  const { message } = useWords();
  if (reply?.kind === "view_saved" || reply?.kind === "view_deleted") {
    return <Banner tone="success">{message(reply.kind)}</Banner>;
  }
  if (reply?.kind === "views_full") return <Banner tone="warning">{message("views_full")}</Banner>;
  return <RedriveResult reply={reply} />;
}
