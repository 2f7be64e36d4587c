import { BlockStack, Button, Collapsible, InlineStack } from "@shopify/polaris";
import { useId, useState, type ReactNode } from "react";

type Props = { show: string; hide: string; children: ReactNode };

/** Something that is hidden until it is asked for: the words of the button for both states, and the thing. */
export function Disclosure({ children, hide, show }: Props) {
  const [isShown, setIsShown] = useState(false);
  const id = useId();
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={isShown ? "up" : "down"}
          ariaExpanded={isShown}
          ariaControls={id}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? hide : show}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={isShown} transition={false}>
        {children}
      </Collapsible>
    </BlockStack>
  );
}
