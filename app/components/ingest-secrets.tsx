import { useFetcher } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";

import { INGEST_SECRETS_MAX, type IngestSecret } from "~/shops/ingest-secret";

import { AskFirst } from "./ask-first";
import { Instant } from "./instant";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** What the server says of a button here. */
type Reply =
  | { kind: "created"; secret: string }
  | { kind: "too_many" }
  | { kind: "revoked" }
  | { kind: "unreadable" };

type Props = { secrets: WithTextDates<IngestSecret>[]; ingestUrl: string };

/** Where a merchant's own servers report events, and the secrets with which they may. */
export function IngestSecrets({ secrets, ingestUrl }: Props) {
  const { label, message } = useWords();
  const create = useFetcher<Reply>();
  const isFull = secrets.length >= INGEST_SECRETS_MAX;
  const made = create.data?.kind === "created" ? create.data.secret : null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{message("server_events_explained")}</Text>
        <TextField
          label={label("ingest_url")}
          value={ingestUrl}
          readOnly
          autoComplete="off"
          helpText={message("ingest_url_help")}
        />
        <Text as="h2" variant="headingMd">
          {label("ingest_secrets")}
        </Text>
        {secrets.length === 0 && <Text as="p">{message("ingest_secrets_none")}</Text>}
        {secrets.map((secret) => (
          <SecretRow key={secret.id} secret={secret} />
        ))}
        {made !== null && <NewSecret secret={made} />}
        <InlineStack gap="300" blockAlign="center">
          <Button
            disabled={isFull}
            loading={create.state !== "idle"}
            onClick={() => create.submit({ intent: "create" }, { method: "post" })}
          >
            {label("create_ingest_secret")}
          </Button>
          {isFull && (
            <Text as="span" tone="subdued">
              {message("ingest_secrets_full")}
            </Text>
          )}
        </InlineStack>
        {create.data?.kind === "too_many" && !isFull && (
          <InlineError message={message("ingest_secrets_full")} fieldID="create" />
        )}
      </BlockStack>
    </Card>
  );
}

/** Shown until the page is left; nobody can show it again. */
function NewSecret({ secret }: { secret: string }) {
  const { label, message } = useWords();
  return (
    <Banner tone="success" title={label("ingest_secret_created")}>
      <BlockStack gap="200">
        <Text as="p">{message("ingest_secret_once")}</Text>
        <TextField
          label={label("ingest_secret")}
          labelHidden
          value={secret}
          readOnly
          monospaced
          selectTextOnFocus
          autoComplete="off"
        />
      </BlockStack>
    </Banner>
  );
}

function SecretRow({ secret }: { secret: WithTextDates<IngestSecret> }) {
  const { label, message } = useWords();
  const { id, lastFour, createdAt, lastUsedAt } = secret;
  const revoke = useFetcher<Reply>();
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack>
        <Text as="span" fontWeight="semibold">
          {label("ingest_secret_name", { lastFour })}
        </Text>
        <Text as="span" tone="subdued">
          {label("created")} <Instant at={createdAt} />
        </Text>
        <Text as="span" tone="subdued">
          {label("last_used")} {lastUsedAt === null ? label("never") : <Instant at={lastUsedAt} />}
        </Text>
      </BlockStack>
      <AskFirst
        id={`revoke-${id}`}
        title={label("revoke_question")}
        explained={message("revoke_explained")}
        action={label("revoke")}
        isCritical
        onConfirm={() => revoke.submit({ intent: "revoke", id }, { method: "post" })}
      >
        {(ask) => (
          <Button
            tone="critical"
            variant="plain"
            accessibilityLabel={label("revoke_ingest_secret", { lastFour })}
            loading={revoke.state !== "idle"}
            onClick={ask}
          >
            {label("revoke")}
          </Button>
        )}
      </AskFirst>
    </InlineStack>
  );
}
