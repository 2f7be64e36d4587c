import type { CatalogSettings } from "~/catalog/catalog-settings";
import { RULE_GROUPS } from "~/catalog/items-draft";
import { MAPPED_COLUMNS, type Source } from "~/catalog/mapping";
import type { Condition, RuleGroup } from "~/catalog/rules";
import type { Words } from "~/messages/words";
import { CHOSEN_PIXEL_EVENTS, THEME_EVENT_PREFIX } from "~/shops/pixel-events";
import { CHANNELS as CHANNEL_NAMES } from "~/shops/settings";
import { canonical, type Compared } from "~/shops/settings-file";

import { QUIET_SPANS } from "./alerts-form";
import { columnName } from "./column-name";
import { ORIGIN_NAMES } from "./column-sources";
import { ITEM_ID_FORMATS, MATCHING } from "./matching-form";
import { CHANNELS, ORDER_TRIGGERS, VALUE_BASES } from "./order-fields";
import { POLICIES } from "./privacy-form";
import { FIELDS, MATCHES, OPERATORS, STATUSES } from "./rule-group";
import { MODES, REPORTED_AS } from "./tracking-form";

type Whole = Compared<CatalogSettings>;

/** One setting in words. */
type Row = { name: string; text: string; value: unknown };

/** A setting that would change. */
export type DifferingRow = { name: string; now: string; next: string };

/** What would change, in words, in the order of the settings' pages. */
export function differingRows(words: Words, now: Whole, next: Whole): DifferingRow[] {
  const nextRows = rowsOf(words, next);
  return rowsOf(words, now).flatMap((row, place) => {
    const other = nextRows[place];
    if (!other || canonical(row.value) === canonical(other.value)) return [];
    return [{ name: row.name, now: row.text, next: other.text }];
  });
}

/** Every setting, in the same order for every shop. */
function rowsOf(words: Words, { catalog, contents }: Whole): Row[] {
  return [
    ...trackingRows(words, contents.tracking),
    ...matchingRows(words, contents.matching),
    ...privacyRows(words, contents.privacy),
    ...alertRows(words, contents.alerts),
    ...catalogRows(words, catalog),
  ];
}

function trackingRows({ label }: Words, tracking: Whole["contents"]["tracking"]): Row[] {
  const { channels, events, mode, orderTrigger, themeEvents, valueBasis } = tracking;
  const chosen = CHANNEL_NAMES.filter((channel) => channels[channel]);
  return [
    { name: label("tracking_mode"), text: label(MODES[mode]), value: mode },
    {
      name: label("order_trigger"),
      text: label(ORDER_TRIGGERS[orderTrigger]),
      value: orderTrigger,
    },
    { name: label("value_basis"), text: label(VALUE_BASES[valueBasis]), value: valueBasis },
    {
      name: label("channels"),
      text: listed(
        label("none"),
        chosen.map((channel) => label(CHANNELS[channel])),
      ),
      value: chosen,
    },
    ...CHOSEN_PIXEL_EVENTS.map((act) => ({
      name: label(`act_${act}`),
      text: label(REPORTED_AS[events[act]]),
      value: events[act],
    })),
    {
      name: label("theme_events"),
      text: listed(
        label("none"),
        themeEvents.map((name) => THEME_EVENT_PREFIX + name),
      ),
      value: themeEvents,
    },
  ];
}

function matchingRows({ label }: Words, matching: Whole["contents"]["matching"]): Row[] {
  const { inBrowser, itemIdFormat, withheld } = matching;
  return [
    {
      name: label("identifiers_withheld"),
      text: listed(
        label("none"),
        withheld.map((identifier) => label(`identifier_${identifier}`)),
      ),
      value: withheld,
    },
    { name: label("matching_in_browser"), text: label(MATCHING[inBrowser]), value: inBrowser },
    {
      name: label("item_id_format"),
      text: label(ITEM_ID_FORMATS[itemIdFormat]),
      value: itemIdFormat,
    },
  ];
}

function privacyRows({ label }: Words, privacy: Whole["contents"]["privacy"]): Row[] {
  const { graceSeconds, presumedDenied, retention, ...consent } = privacy;
  const policies = [
    ["unknown_where_required", consent.unknownWhereRequired],
    ["unknown_elsewhere", consent.unknownElsewhere],
    ["presumed_denied_setting", presumedDenied],
    ["sale_of_data_denied", consent.saleOfDataDenied],
  ] as const;
  const numbers = [
    ["grace_seconds", graceSeconds, "seconds"],
    ["event_days", retention.eventDays, "days"],
    ["dead_letter_days", retention.deadLetterDays, "days"],
    ["snapshot_days", retention.snapshotDays, "days"],
  ] as const;
  return [
    ...policies.map(([name, policy]) => ({
      name: label(name),
      text: label(POLICIES[policy]),
      value: policy,
    })),
    ...numbers.map(([name, number, unit]) => ({
      name: label(name),
      text: `${number} ${label(unit)}`,
      value: number,
    })),
  ];
}

function alertRows({ label }: Words, alerts: Whole["contents"]["alerts"]): Row[] {
  const { hidden, pendingMinutes, quietDays, quietHours } = alerts;
  return [
    {
      name: label("alerts_hidden"),
      text: listed(
        label("none"),
        hidden.map((code) => label(`alert_choice_${code}`)),
      ),
      value: hidden,
    },
    {
      name: label("pending_minutes"),
      text: `${pendingMinutes} ${label("minutes")}`,
      value: pendingMinutes,
    },
    { name: label("quiet_hours"), text: label(QUIET_SPANS[quietHours]), value: quietHours },
    { name: label("quiet_days"), text: `${quietDays} ${label("days")}`, value: quietDays },
  ];
}

function catalogRows(words: Words, catalog: CatalogSettings): Row[] {
  const { label } = words;
  return [
    ...MAPPED_COLUMNS.map((column) => {
      const sources = catalog.columns[column];
      const name = label("column_of_feed", { column: columnName(words, column) });
      if (sources === undefined) return { name, text: label("by_default"), value: null };
      const texts = sources.map((source) => sourceText(words, source));
      return { name, text: listed(label("column_empty"), texts), value: sources };
    }),
    ...RULE_GROUPS.map((group) => ({
      name: label(`items_${group}`),
      text: groupText(words, catalog[group]),
      value: catalog[group],
    })),
  ];
}

function sourceText({ label }: Words, source: Source): string {
  switch (source.from) {
    case "product":
      return label(ORIGIN_NAMES[`product_${source.field}`]);
    case "variant":
      return label(ORIGIN_NAMES[`variant_${source.field}`]);
    case "option":
      return `${label("origin_option")} ${source.names.join(" / ")}`;
    case "tag":
      return `${label("origin_tag")} ${source.prefix}`;
    case "metafield":
      return `${label("origin_metafield")} ${source.name}`;
    case "fixed":
      return `${label("origin_fixed")} ${source.value}`;
  }
}

function groupText(words: Words, { conditions, match }: RuleGroup): string {
  const texts = conditions.map((condition) => conditionText(words, condition));
  const all = listed(words.label("none"), texts);
  return texts.length > 1 ? `${words.label(MATCHES[match])}: ${all}` : all;
}

function conditionText({ label }: Words, condition: Condition): string {
  const field = label(FIELDS[condition.field]);
  switch (condition.field) {
    case "price":
    case "stock": {
      const { from, to } = condition;
      const ends = [
        from === null ? "" : `${label("rule_from")} ${from}`,
        to === null ? "" : `${label("rule_to")} ${to}`,
      ];
      return [field, ...ends].filter((part) => part !== "").join(" ");
    }
    case "status":
      return `${field} ${condition.values.map((status) => label(STATUSES[status])).join(" / ")}`;
    case "collection":
    case "tag":
    case "vendor":
    case "type":
      return `${field} ${label(OPERATORS[condition.operator])} ${condition.values.join(" / ")}`;
  }
}

function listed(nothing: string, texts: readonly string[]): string {
  return texts.length === 0 ? nothing : texts.join(", ");
}
