import {
  ALERT_CODES,
  IDENTIFIERS,
  type AlertCode,
  type AlertField,
  type AppSettings,
  type Identifier,
  type QuietHours,
  type ReportedAs,
  type RetentionField,
} from "./app-settings";
import type { Connection, CredentialsForm } from "./connection";
import type { ChosenEventName, ChosenPixelEvent } from "./pixel-events";
import { CHANNELS, type Channel, type ShopSettings } from "./settings";

/** The fields of each page of the settings, flat, as they stand in its form. */
export type TrackingValues = {
  mode: AppSettings["mode"];
  orderTrigger: ShopSettings["orderTrigger"];
  valueBasis: ShopSettings["valueBasis"];
  channels: Channel[];
  events: Record<ChosenPixelEvent, ReportedAs>;
  themeEvents: ChosenEventName[];
};

export type MatchingValues = {
  itemIdFormat: ShopSettings["itemIdFormat"];
  matching: AppSettings["matching"];
  /** Those that are sent. */
  identifiers: Identifier[];
};

/** Numbers are texts here. */
export type PrivacyValues = ShopSettings["consent"] & {
  presumedDenied: AppSettings["presumedDenied"];
  graceSeconds: string;
} & Record<RetentionField, string>;

/** Numbers are texts here. */
export type AlertsValues = {
  /** Those that are shown. */
  alerts: AlertCode[];
  quietHours: `${QuietHours}`;
} & Record<AlertField, string>;

/** The token is never filled in by us: the stored one is not shown. */
export type ConnectionValues = CredentialsForm;

type Stored = { settings: ShopSettings; appSettings: AppSettings };

/** What a form shows before anything is changed. */
export function toConnectionValues({ adAccountId, tagId }: Connection): ConnectionValues {
  return { tagId: tagId ?? "", adAccountId: adAccountId ?? "", conversionToken: "" };
}

/** As {@link toConnectionValues}. */
export function toTrackingValues({ appSettings, settings }: Stored): TrackingValues {
  return {
    mode: appSettings.mode,
    orderTrigger: settings.orderTrigger,
    valueBasis: settings.valueBasis,
    channels: CHANNELS.filter((channel) => settings.channels[channel]),
    events: appSettings.events,
    themeEvents: [...appSettings.themeEvents],
  };
}

/** As {@link toConnectionValues}. */
export function toMatchingValues({ appSettings, settings }: Stored): MatchingValues {
  return {
    itemIdFormat: settings.itemIdFormat,
    matching: appSettings.matching,
    identifiers: IDENTIFIERS.filter((identifier) => !appSettings.withheld.includes(identifier)),
  };
}

/** As {@link toConnectionValues}. */
export function toPrivacyValues({ appSettings, settings }: Stored): PrivacyValues {
  return {
    ...settings.consent,
    presumedDenied: appSettings.presumedDenied,
    graceSeconds: String(appSettings.graceSeconds),
    eventDays: String(appSettings.retention.eventDays),
    deadLetterDays: String(appSettings.retention.deadLetterDays),
    snapshotDays: String(appSettings.retention.snapshotDays),
  };
}

/** As {@link toConnectionValues}. */
export function toAlertsValues({ appSettings: { alerts } }: Stored): AlertsValues {
  return {
    alerts: ALERT_CODES.filter((code) => !alerts.hidden.includes(code)),
    quietHours: `${alerts.quietHours}`,
    pendingMinutes: String(alerts.pendingMinutes),
    quietDays: String(alerts.quietDays),
  };
}

/** Whether Pinterest could match anybody by what is sent: an email, or IP address with user agent. */
export function canMatch(identifiers: readonly Identifier[]): boolean {
  return identifiers.includes("em") || identifiers.includes("browser");
}
