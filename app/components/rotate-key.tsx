import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";

import { label, message } from "~/messages/message";

import type { SettingsReply } from "./use-settings-draft";

/** Gives the pixel a new public key, after a question: pages that are open lose theirs. */
export function RotateKey() {
  const shopify = useAppBridge();
  const rotation = useFetcher<SettingsReply>();
  const [isAsking, setIsAsking] = useState(false);

  useEffect(() => {
    if (rotation.data?.kind === "key_rotated") shopify.toast.show(label("key_rotated"));
  }, [rotation.data, shopify]);

  const confirm = () => {
    setIsAsking(false);
    rotation.submit({ intent: "rotate_key" }, { method: "post" });
  };
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button loading={rotation.state !== "idle"} onClick={() => setIsAsking(true)}>
          {label("rotate_key")}
        </Button>
      </InlineStack>
      <Text as="p" tone="subdued">
        {message("rotate_key_explained")}
      </Text>
      <div role="status">
        {rotation.data?.kind === "unreachable" && (
          <Text as="p" tone="critical">
            {message("settings_unreachable")}
          </Text>
        )}
      </div>
      <Modal id="rotate-key" open={isAsking} onHide={() => setIsAsking(false)}>
        <Box padding="400">
          <Text as="p">{message("rotate_key_question_explained")}</Text>
        </Box>
        <TitleBar title={label("rotate_key_question")}>
          <button type="button" variant="primary" onClick={confirm}>
            {label("rotate_key")}
          </button>
          <button type="button" onClick={() => setIsAsking(false)}>
            {label("cancel")}
          </button>
        </TitleBar>
      </Modal>
    </BlockStack>
  );
}
