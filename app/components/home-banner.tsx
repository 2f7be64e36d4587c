import { Banner, List } from "@shopify/polaris";

import type { Alert } from "~/conversions/alerts";
import type { MissingFields } from "~/conversions/overview";
import { label, message } from "~/messages/message";

type Props = { alerts: readonly Alert[]; missing: MissingFields };

/** What a merchant should know beside the connection, in one banner. Nothing where all is well. */
export function HomeBanner({ alerts, missing }: Props) {
  const notices = noticesOf({ alerts, missing });
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
    <Banner title={label("several_notices")} tone="warning">
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
export function noticesOf({ alerts, missing }: Props): Notice[] {
  const notices = alerts.flatMap((alert) => explainAlert(alert) ?? []);
  if (missing.fields.length === 0) return notices;
  return [...notices, { title: label("missing_fields"), sentence: explainMissing(missing) }];
}

/** Which fields are missing, and where that can be changed. */
export function explainMissing({ fields, orders }: MissingFields): string {
  const names = fields.map((field) => label(`field_${field}`));
  const list = new Intl.ListFormat("en", { type: "disjunction" }).format(names);
  return message("missing_fields_explained", { orders, fields: list });
}

function explainAlert(alert: Alert): Notice | null {
  switch (alert.code) {
    case "connection_needs_attention":
      return null;
    case "oldest_pending":
      return {
        title: label("alert_oldest_pending"),
        sentence: message("alert_oldest_pending", { minutes: alert.ageMinutes }),
      };
    case "webhooks_stopped":
      return {
        title: label("alert_webhooks_stopped"),
        sentence: message("alert_webhooks_stopped", { hours: alert.hours }),
      };
  }
}
