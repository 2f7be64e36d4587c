import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button } from "@shopify/polaris";
import { useEffect } from "react";

import { AskFirst } from "./ask-first";
import type { SettingsReply } from "./use-settings-draft";
import { useWords } from "./words";

/** Ends the connection, after a question: the token cannot be brought back. */
export function Disconnect() {
  const { label, message } = useWords();
  const shopify = useAppBridge();
  const disconnect = useFetcher<SettingsReply>();

  useEffect(() => {
    if (disconnect.data?.kind === "disconnected") {
      shopify.toast.show(label("pinterest_disconnected"));
    }
  }, [disconnect.data, shopify]);

  return (
    <AskFirst
      id="disconnect"
      title={label("disconnect_question")}
      explained={message("disconnect_explained")}
      action={label("disconnect")}
      isCritical
      onConfirm={() => disconnect.submit({ intent: "disconnect" }, { method: "post" })}
    >
      {(ask) => (
        <Button variant="plain" tone="critical" loading={disconnect.state !== "idle"} onClick={ask}>
          {label("disconnect")}
        </Button>
      )}
    </AskFirst>
  );
}
