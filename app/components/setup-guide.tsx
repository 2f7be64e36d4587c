import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";

import { remedyTarget } from "~/shops/legs";
import { isGuideDone, STEP_GAPS, type GuideState } from "~/shops/setup-guide";

import { usePageForm } from "./use-page-form";
import { useWords } from "./words";

type Props = { steps: readonly GuideState[]; storeUrl: string };

/** The steps from installing to the first order, each checked by itself. */
export function SetupGuideCard({ steps, storeUrl }: Props) {
  const { label, message } = useWords();
  const form = usePageForm<{ kind: string }>();
  const done = steps.filter(({ gap }) => gap === null).length;
  const first = steps.find(({ gap }) => gap !== null);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {label("setup_guide")}
          </Text>
          <Button
            variant="tertiary"
            loading={form.posted !== null}
            onClick={() => form.post({ intent: "dismiss_guide" })}
          >
            {label("hide_guide")}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {label("guide_progress", { done, all: steps.length })}
        </Text>
        {isGuideDone(steps) && <Text as="p">{message("guide_done")}</Text>}
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {steps.map((state) => (
            <li key={state.step} style={{ paddingBlock: "var(--p-space-150)" }}>
              <Step {...state} isNext={state.step === first?.step} storeUrl={storeUrl} />
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

/** The way back to a guide that was hidden. */
export function ShowGuide() {
  const { label } = useWords();
  const form = usePageForm<{ kind: string }>();
  return (
    <Button loading={form.posted !== null} onClick={() => form.post({ intent: "show_guide" })}>
      {label("show_guide")}
    </Button>
  );
}

/** The next one has the page's primary button. */
function Step({
  gap,
  isNext,
  step,
  storeUrl,
}: GuideState & Pick<Props, "storeUrl"> & { isNext: boolean }) {
  const { label, message } = useWords();
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Mark isDone={gap === null} />
      <BlockStack gap="150">
        <Text as="h3" variant={isNext ? "headingSm" : "bodyMd"}>
          {label(`step_${step}`)}
          <Text as="span" visuallyHidden>
            {" "}
            {label(gap === null ? "step_done" : "step_to_do")}
          </Text>
        </Text>
        {gap !== null && <Text as="p">{message(`gap_${gap}`)}</Text>}
        {gap !== null && (
          <InlineStack>
            <Button
              {...remedyTarget(STEP_GAPS[gap].page, storeUrl)}
              variant={isNext ? "primary" : "plain"}
              accessibilityLabel={label("bar_of", {
                name: label(`remedy_${STEP_GAPS[gap].page}`),
                value: label(`step_${step}`),
              })}
            >
              {label(`remedy_${STEP_GAPS[gap].page}`)}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </InlineStack>
  );
}

/** A ring, filled and ticked once the step is done. */
function Mark({ isDone }: { isDone: boolean }) {
  return (
    <svg
      width={20}
      height={20}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      <circle
        cx={10}
        cy={10}
        r={8}
        fill={isDone ? "var(--p-color-bg-fill-success)" : "none"}
        stroke="var(--p-color-border-inverse)"
        strokeWidth={1.5}
        {...(isDone ? {} : { strokeDasharray: "3 2" })}
      />
      {isDone && <path d="M6 10l3 3 5-6" fill="none" stroke="white" strokeWidth={2} />}
    </svg>
  );
}
