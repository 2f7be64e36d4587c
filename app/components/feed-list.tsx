import {
  Badge,
  BlockStack,
  Box,
  Button,
  Card,
  Divider,
  InlineGrid,
  InlineStack,
} from "@shopify/polaris";
import { Link, Text, useCopyToClipboard, type BadgeProps } from "@shopify/polaris";

import type { FeedStanding, FeedSummary } from "~/catalog/catalog-page";

import { Fact } from "./fact";
import { RegistrationBadge } from "./feed-registration";
import { Count } from "./figures";
import { Instant } from "./instant";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Summary = WithTextDates<FeedSummary>;
type Props = { feeds: readonly Summary[]; shownId: string | null };

/** Every feed in one list, market by market; the one that is shown below is named. */
export function FeedList({ feeds, shownId }: Props) {
  const { label } = useWords();
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingMd">
          {label("feeds")}
        </Text>
      </Box>
      <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {feeds.map((feed) => (
          <li key={feed.feedId}>
            <Divider />
            <FeedRow feed={feed} isShown={feed.feedId === shownId} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FeedRow({ feed, isShown }: { feed: Summary; isShown: boolean }) {
  const { label } = useWords();
  const name = label("feed_name", feed.market);
  return (
    <Box padding="400" {...(isShown && { background: "bg-surface-secondary" })}>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          {isShown ? (
            <Text as="span" fontWeight="semibold">
              {name}
            </Text>
          ) : (
            <Link url={feedUrl(feed.feedId)} removeUnderline>
              {name}
            </Link>
          )}
          <StandingBadge standing={feed.standing} />
          <RegistrationBadge state={feed.registration} />
        </InlineStack>
        <Facts feed={feed} />
        <Address url={feed.url} name={name} />
      </BlockStack>
    </Box>
  );
}

function Facts({ feed: { fetchedAt, issues, items, leftOut } }: { feed: Summary }) {
  const { label } = useWords();
  return (
    <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
      <Fact title={label("feed_items")}>
        {items === null ? label("none") : <Count of={items} />}
      </Fact>
      <Fact title={label("feed_left_out")}>
        {leftOut === null ? label("none") : <Count of={leftOut} />}
      </Fact>
      <Fact title={label("kinds_of_issues")}>
        <Count of={issues} />
      </Fact>
      <Fact title={label("feed_fetched")}>
        {fetchedAt === null ? label("never") : <Instant at={fetchedAt} />}
      </Fact>
    </InlineGrid>
  );
}

function Address({ name, url }: { name: string; url: string }) {
  const { label } = useWords();
  const [copy, status] = useCopyToClipboard();
  return (
    <InlineGrid columns="minmax(0, 1fr) auto" gap="300" alignItems="center">
      <Text as="span" tone="subdued" breakWord>
        {url}
      </Text>
      <Button accessibilityLabel={label("copy_address_of", { name })} onClick={() => copy(url)}>
        {label(status === "copied" ? "copied" : "copy")}
      </Button>
    </InlineGrid>
  );
}

const TONES: Readonly<Record<FeedStanding, NonNullable<BadgeProps["tone"]> | null>> = {
  off: null,
  leaving: null,
  waiting: "warning",
  published: "success",
  unpublished: "info",
};

/** Whether the feed is made, published, or waits. */
export function StandingBadge({ standing }: { standing: FeedStanding }) {
  const { label } = useWords();
  const tone = TONES[standing];
  const text = label(`feed_${standing}`);
  return tone === null ? <Badge>{text}</Badge> : <Badge tone={tone}>{text}</Badge>;
}

/** The page of the catalog with this feed. */
export function feedUrl(feedId: string): string {
  return `/app/catalog?${new URLSearchParams({ feed: feedId }).toString()}`;
}
