import { Banner, List } from "@shopify/polaris";

import type { Alert } from "~/conversions/alerts";
import type { MissingFields } from "~/conversions/overview";
import type { Words } from "~/messages/words";
import type { SendingMode } from "~/shops/sending";

import { useWords } from "./words";

type Props = {
  alerts: readonly Alert[];
  missing: MissingFields;
  /** The mode of sending; left out, everything is real. */
  sending?: SendingMode;
};

/** What a merchant should know beside the connection, in one banner. Nothing where all is well. */
export function HomeBanner({ alerts, missing, sending = "real" }: Props) {
  const words = useWords();
  const notices = noticesOf(words, { alerts, missing, sending });
  const [first, ...others] = notices;
  if (!first) return null;
  if (others.length === 0) {
    return (
      <Banner title={first.title} tone="warning">
        <p>{first.sentence}</p>
      </Banner>
    );
  }
  return (
    <Banner title={words.label("several_notices")} tone="warning">
      <List>
        {notices.map(({ sentence }) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Banner>
  );
}

export type Notice = { title: string; sentence: string };

/** The notices, the most urgent first. What the connection card says already is not said again. */
export function noticesOf(words: Words, { alerts, missing, sending }: Props): Notice[] {
  const notices = [
    ...sendingNotices(words, sending ?? "real"),
    ...alerts.flatMap((alert) => explainAlert(words, alert) ?? []),
  ];
  if (missing.fields.length === 0) return notices;
  return [
    ...notices,
    { title: words.label("missing_fields"), sentence: explainMissing(words, missing) },
  ];
}

/** That nothing real is sent, where that is so. */
function sendingNotices(words: Words, sending: SendingMode): Notice[] {
  if (sending === "real") return [];
  const title = words.label(`sending_${sending}_on`);
  return [{ title, sentence: words.message(`sending_${sending}_home`) }];
}

/** Which fields are missing, and where that can be changed. */
export function explainMissing(words: Words, { fields, orders }: MissingFields): string {
  const names = fields.map((field) => words.label(`field_${field}`));
  const list = new Intl.ListFormat(words.language, { type: "disjunction" }).format(names);
  return words.message("missing_fields_explained", { orders, fields: list });
}

function explainAlert(words: Words, alert: Alert): Notice | null {
  switch (alert.code) {
    case "connection_needs_attention":
      return null;
    case "oldest_pending":
      return {
        title: words.label("alert_oldest_pending"),
        sentence: words.message("alert_oldest_pending", { minutes: alert.ageMinutes }),
      };
    case "webhooks_stopped":
      return {
        title: words.label("alert_webhooks_stopped"),
        sentence: words.message("alert_webhooks_stopped", { hours: alert.hours }),
      };
  }
}
