import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
  useCopyToClipboard,
} from "@shopify/polaris";

import type { CatalogAnswer, FeedOnPage, VersionOnPage } from "~/catalog/catalog-page";
import { FEED_FORMATS } from "~/catalog/feed-format";

import { CatalogIssues } from "./catalog-issues";
import { CatalogReplyBanner } from "./catalog-reply";
import { Fact } from "./fact";
import { StandingBadge } from "./feed-list";
import { FeedProtection } from "./feed-protection";
import { FeedRegistration } from "./feed-registration";
import { FeedVersions } from "./feed-versions";
import { Bytes, Count } from "./figures";
import { Instant } from "./instant";
import { publishedUrl } from "./published-items";
import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Feed = WithTextDates<FeedOnPage>;
type Version = WithTextDates<VersionOnPage>;
type Form = ReturnType<typeof usePageForm<CatalogAnswer>>;

/** A feed: where Pinterest reads it, what is in it, what is wrong with it, and its earlier versions. */
export function CatalogFeed({ feed }: { feed: Feed }) {
  const { label } = useWords();
  const form = usePageForm<CatalogAnswer>();
  const { country, currency, locale } = feed.market;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {label("feed_name", { country, locale, currency })}
            </Text>
            <StandingBadge standing={feed.standing} />
          </InlineStack>
          <CatalogReplyBanner reply={form.reply} />
          <NotMade feed={feed} />
          <Gate feed={feed} form={form} />
          <Address feed={feed} form={form} />
          <FeedProtection feed={feed} />
          <Facts feed={feed} />
          {currentOf(feed) && (
            <InlineStack>
              <Button url={publishedUrl(feed.feedId)}>{label("look_at_items")}</Button>
            </InlineStack>
          )}
        </BlockStack>
      </Box>
      <FeedRegistration feed={feed} />
      <CatalogIssues
        feedId={feed.feedId}
        issues={feed.issues}
        isPublished={currentOf(feed) !== undefined}
      />
      <FeedVersions feed={feed} form={form} />
    </Card>
  );
}

function currentOf({ versions }: Feed): Version | undefined {
  return versions.find(({ isCurrent }) => isCurrent);
}

/** Why no new version is made. */
function NotMade({ feed: { problem, state } }: { feed: Feed }) {
  const { message } = useWords();
  if (state === "leaving") return <Banner tone="info">{message("feed_is_leaving")}</Banner>;
  return problem && <Banner tone="warning">{message(`feed_${problem}`)}</Banner>;
}

/** Why the newest version is not published, and the way to do it all the same. */
function Gate({ feed, form }: { feed: Feed; form: Form }) {
  const { label, message } = useWords();
  const { feedId, gate } = feed;
  if (!gate) return null;
  const { reason, versionId } = gate;
  return (
    <Banner
      tone="warning"
      action={{
        content: label("publish_anyway"),
        loading: form.posted?.get("intent") === "publish",
        onAction: () => form.post({ intent: "publish", feedId, versionId }),
      }}
    >
      <BlockStack gap="100">
        <Text as="p">{message(`gate_${reason}`)}</Text>
        <Text as="p">
          {message("gate_items", { items: gate.items, published: currentOf(feed)?.items ?? 0 })}
        </Text>
      </BlockStack>
    </Banner>
  );
}

function Address({ feed, form }: { feed: Feed; form: Form }) {
  const { label, message } = useWords();
  const [copy, status] = useCopyToClipboard();
  const { feedId, format, url } = feed;
  return (
    <InlineGrid columns={{ xs: "1fr", md: "3fr 1fr" }} gap="400">
      <TextField
        label={label("feed_address")}
        value={url}
        readOnly
        autoComplete="off"
        helpText={message("feed_help")}
        connectedRight={
          <Button onClick={() => copy(url)}>
            {label(status === "copied" ? "copied" : "copy")}
          </Button>
        }
      />
      <Select
        label={label("feed_format")}
        options={FEED_FORMATS.map((known) => ({ value: known, label: known.toUpperCase() }))}
        value={format}
        disabled={form.posted !== null}
        onChange={(chosen) => form.post({ intent: "format", feedId, format: chosen })}
      />
    </InlineGrid>
  );
}

function Facts({ feed }: { feed: Feed }) {
  const { label } = useWords();
  const current = currentOf(feed);
  const never = label("never");
  return (
    <InlineGrid columns={{ xs: 2, md: 5 }} gap="400">
      <Fact title={label("feed_items")}>
        {current ? <Count of={current.items} /> : label("none")}
      </Fact>
      <Fact title={label("feed_left_out")}>
        {current ? <Count of={current.leftOut} /> : label("none")}
      </Fact>
      <Fact title={label("feed_size")}>
        {current ? <Bytes of={current.sizeBytes} /> : label("none")}
      </Fact>
      <Fact title={label("feed_checked")}>
        {feed.checkedAt === null ? never : <Instant at={feed.checkedAt} />}
      </Fact>
      <Fact title={label("feed_fetched")}>
        {feed.fetchedAt === null ? never : <Instant at={feed.fetchedAt} />}
      </Fact>
    </InlineGrid>
  );
}
