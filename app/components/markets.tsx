import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";

import type { MarketsPage } from "~/catalog/markets-page";

import { MarketChoice } from "./market-choice";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** The markets of a shop, or what is in the way of reading them. */
export function Markets({ page }: { page: WithTextDates<MarketsPage> }) {
  switch (page.kind) {
    case "missing_scope":
      return <Access feeds={page.feeds} scopes={page.scopes} />;
    case "unavailable":
      return <Unavailable />;
    case "read":
      return <MarketChoice groups={page.groups} />;
  }
}

type AccessProps = { feeds: number; scopes: string[] };

/** Shopify asks the merchant, in its own dialog. */
function Access({ feeds, scopes }: AccessProps) {
  const { label, message } = useWords();
  const shopify = useAppBridge();
  const { revalidate, state } = useRevalidator();
  const [isAsking, setIsAsking] = useState(false);
  const [isDeclined, setIsDeclined] = useState(false);
  const allow = async () => {
    setIsAsking(true);
    const answer = await shopify.scopes.request(scopes).catch(() => null);
    setIsAsking(false);
    setIsDeclined(answer?.result !== "granted-all");
    if (answer?.result === "granted-all") revalidate();
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{message("markets_explained")}</Text>
        <Text as="p">{message("markets_access")}</Text>
        {feeds > 0 && <Banner tone="warning">{message("markets_access_feeds", { feeds })}</Banner>}
        {isDeclined && <Banner tone="info">{message("markets_declined")}</Banner>}
        <InlineStack>
          <Button
            variant="primary"
            loading={isAsking || state !== "idle"}
            onClick={() => void allow()}
          >
            {label("markets_allow")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Unavailable() {
  const { label, message } = useWords();
  const { revalidate, state } = useRevalidator();
  return (
    <Banner
      tone="critical"
      action={{
        content: label("try_again"),
        loading: state !== "idle",
        onAction: revalidate,
      }}
    >
      {message("markets_unavailable")}
    </Banner>
  );
}
