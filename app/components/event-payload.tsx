import { Text } from "@shopify/polaris";

import type { EventDetail } from "~/conversions/event-detail";

import { Fact, Section } from "./facts";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

/** What is named and not shown, by the label of each. */
const SEALED = [
  ["clickId", "click_id"],
  ["clientIp", "client_ip"],
  ["userAgent", "user_agent"],
  ["sourceUrl", "source_url"],
] as const;

/** A list of one value stands on one line. */
function plainJson(payload: unknown): string {
  return JSON.stringify(payload, null, 2).replace(/\[\s+("[^"]*")\s+\]/g, "[$1]");
}

/** What goes to Pinterest of an event: hashes by their first digits, sealed parts by name only. */
export function EventPayload({
  detail: { payload, sealed },
}: {
  detail: WithTextDates<EventDetail>;
}) {
  const { label, message } = useWords();
  if (payload === null) {
    return (
      <Section title={label("sent_payload")}>
        <Text as="p">{message("payload_none")}</Text>
      </Section>
    );
  }
  return (
    <Section title={label("sent_payload")}>
      <Text as="p">{message("payload_explained")}</Text>
      {sealed === null && <Text as="p">{message("sealed_gone")}</Text>}
      {sealed !== null && (
        <dl style={{ margin: 0 }}>
          {SEALED.map(([part, name]) => (
            <Fact key={part} name={label(name)}>
              {label(sealed[part] ? "is_there" : "is_not_there")}
            </Fact>
          ))}
        </dl>
      )}
      <pre
        translate="no"
        style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontSize: "0.75rem" }}
      >
        {plainJson(payload)}
      </pre>
    </Section>
  );
}
