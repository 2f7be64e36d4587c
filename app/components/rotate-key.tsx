import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect } from "react";

import { AskFirst } from "./ask-first";
import { LiveRegion } from "./live-region";
import type { SettingsReply } from "./use-settings-draft";
import { useWords } from "./words";

/** Gives the pixel a new public key, after a question: pages that are open lose theirs. */
export function RotateKey() {
  const { label, message } = useWords();
  const shopify = useAppBridge();
  const rotation = useFetcher<SettingsReply>();

  useEffect(() => {
    if (rotation.data?.kind === "key_rotated") shopify.toast.show(label("key_rotated"));
  }, [rotation.data, shopify]);

  return (
    <BlockStack gap="200">
      <InlineStack>
        <AskFirst
          id="rotate-key"
          title={label("rotate_key_question")}
          explained={message("rotate_key_question_explained")}
          action={label("rotate_key")}
          onConfirm={() => rotation.submit({ intent: "rotate_key" }, { method: "post" })}
        >
          {(ask) => (
            <Button loading={rotation.state !== "idle"} onClick={ask}>
              {label("rotate_key")}
            </Button>
          )}
        </AskFirst>
      </InlineStack>
      <Text as="p" tone="subdued">
        {message("rotate_key_explained")}
      </Text>
      <LiveRegion>
        {rotation.data?.kind === "unreachable" && (
          <Text as="p" tone="critical">
            {message("settings_unreachable")}
          </Text>
        )}
      </LiveRegion>
    </BlockStack>
  );
}
