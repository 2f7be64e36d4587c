import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { Box, Text } from "@shopify/polaris";
import { useState, type ReactNode } from "react";

import { useWords } from "./words";

type Props = {
  /** Names the question on its page. */
  id: string;
  title: string;
  /** What confirming does, and what cannot be brought back. */
  explained: string;
  /** The word on the button that confirms. */
  action: string;
  isCritical?: boolean;
  onConfirm: () => void;
  /** The button that asks, when it is given what asks. */
  children: (ask: () => void) => ReactNode;
};

/** A button whose work is done after a question only. */
export function AskFirst({
  id,
  title,
  explained,
  action,
  isCritical = false,
  onConfirm,
  children,
}: Props) {
  const { label } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      {children(() => setIsAsking(true))}
      <Modal id={id} open={isAsking} onHide={close}>
        <Box padding="400">
          <Text as="p">{explained}</Text>
        </Box>
        <TitleBar title={title}>
          <button
            type="button"
            variant="primary"
            {...(isCritical && { tone: "critical" })}
            onClick={confirm}
          >
            {action}
          </button>
          <button type="button" onClick={close}>
            {label("cancel")}
          </button>
        </TitleBar>
      </Modal>
    </>
  );
}
