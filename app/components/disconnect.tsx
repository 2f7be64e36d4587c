import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { Box, Button, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";

import { label, message } from "~/messages/message";

import type { SettingsReply } from "./use-settings-draft";

/** Ends the connection, after a question: the token cannot be brought back. */
export function Disconnect() {
  const shopify = useAppBridge();
  const disconnect = useFetcher<SettingsReply>();
  const [isAsking, setIsAsking] = useState(false);

  useEffect(() => {
    if (disconnect.data?.kind === "disconnected") {
      shopify.toast.show(label("pinterest_disconnected"));
    }
  }, [disconnect.data, shopify]);

  const confirm = () => {
    setIsAsking(false);
    disconnect.submit({ intent: "disconnect" }, { method: "post" });
  };
  return (
    <>
      <Button
        variant="plain"
        tone="critical"
        loading={disconnect.state !== "idle"}
        onClick={() => setIsAsking(true)}
      >
        {label("disconnect")}
      </Button>
      <Modal id="disconnect" open={isAsking} onHide={() => setIsAsking(false)}>
        <Box padding="400">
          <Text as="p">{message("disconnect_explained")}</Text>
        </Box>
        <TitleBar title={label("disconnect_question")}>
          <button type="button" variant="primary" tone="critical" onClick={confirm}>
            {label("disconnect")}
          </button>
          <button type="button" onClick={() => setIsAsking(false)}>
            {label("cancel")}
          </button>
        </TitleBar>
      </Modal>
    </>
  );
}
