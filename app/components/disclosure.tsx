import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useId, useState, type ReactNode } from "react";

type Props = { show: string; hide: string; children: ReactNode };

/**
 * Something that is made when it is asked for: the words of the button for both states, and the thing. It is
 * there at once, in one go; what Polaris has for it measures and lays out the page several times.
 */
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
      <div id={id} hidden={!isShown}>
        {isShown && children}
      </div>
    </BlockStack>
  );
}
