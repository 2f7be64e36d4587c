import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";

import { LiveRegion } from "./live-region";
import { SettingsSection } from "./settings-section";
import { useWords } from "./words";

/** Where a merchant says that the privacy settings are as they should be; the set-up guide waits for it. */
export function ConsentReview() {
  const { label, message } = useWords();
  const form = useFetcher<{ kind: string }>();
  return (
    <SettingsSection title={label("consent_review")}>
      <BlockStack gap="300">
        <Text as="p">{message("consent_review_explained")}</Text>
        <InlineStack gap="300" blockAlign="center">
          <Button
            loading={form.state !== "idle"}
            onClick={() =>
              form.submit({ intent: "review_consent" }, { method: "post", action: "/app?index" })
            }
          >
            {label("confirm_consent")}
          </Button>
          <LiveRegion>
            {form.state === "idle" && form.data?.kind === "consent_reviewed" && (
              <Text as="p">{label("consent_confirmed")}</Text>
            )}
          </LiveRegion>
        </InlineStack>
      </BlockStack>
    </SettingsSection>
  );
}
