import {
  Badge,
  BlockStack,
  Box,
  Button,
  Card,
  InlineGrid,
  InlineStack,
  Text,
} from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";

import type { Words } from "~/messages/words";
import type { Connection } from "~/shops/connection";
import {
  LEG_REASONS,
  remedyTarget,
  type LegReason,
  type LegState,
  type LegTone,
} from "~/shops/legs";
import type { AccountAttention } from "~/shops/pinterest-account";
import type { PixelRefusal } from "~/shops/pixel";

import { useWords } from "./words";

/** The words and the shape say it; the colour only helps. */
const BADGES: Record<LegTone, BadgeProps> = {
  good: { tone: "success", progress: "complete" },
  attention: { tone: "attention", progress: "partiallyComplete" },
  trouble: { tone: "critical", progress: "incomplete" },
  off: {},
};

/** What is known more closely of a reason. */
export type LegDetails = {
  attention: Connection["attention"];
  refusal: PixelRefusal | null;
  accountAttention: AccountAttention | null;
};

type Props = {
  legs: readonly LegState[];
  next: LegReason | null;
  details: LegDetails;
  /** The set-up guide has the page's primary button. */
  hasGuide: boolean;
  storeUrl: string;
};

/** The four legs in one glance, and the one thing to do next. */
export function LegsCard({ details, hasGuide, legs, next, storeUrl }: Props) {
  const words = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.label("health")}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
          {legs.map((leg) => (
            <LegGlance key={leg.leg} state={leg} details={details} />
          ))}
        </InlineGrid>
        <Box borderBlockStartWidth="025" borderColor="border" paddingBlockStart="400">
          <NextStep {...{ next, details, storeUrl }} isPrimary={!hasGuide} />
        </Box>
      </BlockStack>
    </Card>
  );
}

function LegGlance({ details, state }: { details: LegDetails; state: LegState }) {
  const words = useWords();
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {words.label(`leg_name_${state.leg}`)}
        </Text>
        <Badge {...BADGES[state.tone]}>{words.label(`tone_${state.tone}`)}</Badge>
      </InlineStack>
      {state.reasons.map((reason) => (
        <Text key={reason} as="p" breakWord>
          {explainReason(words, reason, details)}
        </Text>
      ))}
    </BlockStack>
  );
}

function NextStep({
  details,
  isPrimary,
  next,
  storeUrl,
}: Pick<Props, "next" | "details" | "storeUrl"> & { isPrimary: boolean }) {
  const words = useWords();
  if (next === null) return <Text as="p">{words.message("nothing_to_do")}</Text>;
  const { leg, remedy } = LEG_REASONS[next];
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.label("bar_of", {
          name: words.label("next_step"),
          value: words.label(`leg_name_${leg}`),
        })}
      </Text>
      <Text as="p">{explainReason(words, next, details)}</Text>
      {remedy !== null && (
        <InlineStack>
          <Button {...remedyTarget(remedy, storeUrl)} variant={isPrimary ? "primary" : "secondary"}>
            {words.label(`remedy_${remedy}`)}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

/** Why a leg stands as it does, and what to do, as closely as it is known. */
export function explainReason(words: Words, reason: LegReason, details: LegDetails): string {
  const { accountAttention, attention, refusal } = details;
  if (reason === "connection_lost" && attention) return words.message(`attention_${attention}`);
  if (reason === "pixel_refused" && refusal) return words.message(`pixel_refused_${refusal}`);
  if (reason === "account_lost" && accountAttention) {
    return words.message(`account_${accountAttention}`);
  }
  return words.message(`leg_${reason}`);
}
