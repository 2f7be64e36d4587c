import { Banner } from "@shopify/polaris";

import type { SendingMode } from "~/shops/sending";

import { useWords } from "./words";

/** Says, above everything else, that nothing real is sent. Nothing where all is real. */
export function SendingBanner({ sending }: { sending: SendingMode }) {
  const { label, message } = useWords();
  if (sending === "real") return null;
  return (
    <Banner tone="warning" title={label(`sending_${sending}_on`)}>
      <p>{message(`sending_${sending}_banner`)}</p>
    </Banner>
  );
}
