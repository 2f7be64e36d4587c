import { Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";

import type { Words } from "~/messages/words";
import type { TrackingMode } from "~/shops/app-settings";
import type { Pixel } from "~/shops/pixel";

import { Instant } from "./instant";
import { PixelBadge } from "./state-badge";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = { pixel: WithTextDates<Pixel>; mode: TrackingMode };

/** Whether the pixel is in the store, whether it lives, and what to mend where Shopify refused it. */
export function PixelStatus({ pixel, mode }: Props) {
  const words = useWords();
  const { refusal, seenAt, state } = pixel;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {words.label("pixel")}
        </Text>
        <PixelBadge state={state} />
      </InlineStack>
      {state === "refused" ? (
        <Banner tone="critical">{explainPixel(words, { state, refusal })}</Banner>
      ) : (
        <Text as="p">{explainPixel(words, { state, refusal })}</Text>
      )}
      {state !== "none" && <Heartbeat seenAt={seenAt} mode={mode} />}
    </BlockStack>
  );
}

/** How the pixel stands, in a sentence. */
export function explainPixel(
  words: Words,
  { refusal, state }: Pick<Pixel, "refusal" | "state">,
): string {
  return refusal === null
    ? words.message(`pixel_${state}`)
    : words.message(`pixel_refused_${refusal}`);
}

function Heartbeat({ seenAt, mode }: { seenAt: string | null; mode: TrackingMode }) {
  const { label, message } = useWords();
  if (mode === "browser_only") {
    return <Subdued>{message("pixel_silent_by_mode")}</Subdued>;
  }
  if (seenAt === null) return <Subdued>{message("pixel_silent")}</Subdued>;
  return (
    <Subdued>
      {label("pixel_heard")} <Instant at={seenAt} />.
    </Subdued>
  );
}

function Subdued({ children }: { children: React.ReactNode }) {
  return (
    <Text as="p" tone="subdued">
      {children}
    </Text>
  );
}
