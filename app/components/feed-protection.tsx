import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";

import type { CatalogAnswer, FeedOnPage } from "~/catalog/catalog-page";

import { usePageForm } from "./use-page-form";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = { feed: WithTextDates<FeedOnPage> };

/** Whether the address alone is enough to read a feed; new credentials are shown once. */
export function FeedProtection({ feed: { feedId, isProtected } }: Props) {
  const { label, message } = useWords();
  const form = usePageForm<CatalogAnswer>();
  const { reply } = form;
  const intent = form.posted?.get("intent");
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        {message(isProtected ? "feed_is_protected" : "feed_is_open")}
      </Text>
      {reply?.kind === "feed_protected" && (
        <Banner tone="success">
          <BlockStack gap="100">
            <Text as="p">{message("catalog_feed_protected")}</Text>
            <Text as="p" breakWord>
              {label("user_name")}: <code>{reply.username}</code>
            </Text>
            <Text as="p" breakWord>
              {label("password")}: <code>{reply.password}</code>
            </Text>
          </BlockStack>
        </Banner>
      )}
      <InlineStack gap="300">
        <Button
          variant="plain"
          loading={intent === "protect"}
          onClick={() => form.post({ intent: "protect", feedId })}
        >
          {label(isProtected ? "new_password" : "protect_feed")}
        </Button>
        {isProtected && (
          <Button
            variant="plain"
            loading={intent === "unprotect"}
            onClick={() => form.post({ intent: "unprotect", feedId })}
          >
            {label("unprotect_feed")}
          </Button>
        )}
      </InlineStack>
    </BlockStack>
  );
}
