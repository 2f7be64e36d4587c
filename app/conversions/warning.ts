/**
 * What a warning says of a parameter.
 *
 * - `missing`: Pinterest would match or report more with it.
 * - `invalid`: it was sent, and Pinterest does not take it as it was.
 * - `unknown_name`: the event's name is none that Pinterest reports under its own.
 * - `other`: words that we do not know.
 */
export const WARNING_KINDS = ["missing", "invalid", "unknown_name", "other"] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** One thing that a warning is about. */
export type WarningTopic = {
  /** Pinterest's name for the parameter; `event` where the warning names none. */
  parameter: string;
  kind: WarningKind;
};

/** How many events were taken with such a warning. */
export type Advice = WarningTopic & { events: number };

/**
 * Every parameter that a warning may name.
 *
 * Source: Pinterest API v5.23, `ConversionEvents`, `ConversionEventsUserData`; 5.31 for `customer_type`.
 */
const PARAMETERS = new Set([
  "event_name",
  "action_source",
  "event_time",
  "event_id",
  "event_source_url",
  "opt_out",
  "partner_name",
  "language",
  "wifi",
  "app_id",
  "app_name",
  "app_version",
  "device_brand",
  "device_carrier",
  "device_model",
  "device_type",
  "os_version",
  "app_info",
  "device_info",
  "user_data",
  "custom_data",
  "currency",
  "value",
  "predicted_ltv",
  "content_ids",
  "contents",
  "num_items",
  "order_id",
  "search_string",
  "content_name",
  "content_category",
  "content_brand",
  "opt_out_type",
  "em",
  "ph",
  "ge",
  "db",
  "fn",
  "ln",
  "ct",
  "st",
  "zp",
  "country",
  "external_id",
  "hashed_maids",
  "click_id",
  "client_ip_address",
  "client_user_agent",
  "partner_id",
  "customer_type",
]);

/** What the words say, the first that fits. */
const KINDS: readonly { words: RegExp; kind: WarningKind }[] = [
  { words: /\bmissing\b/i, kind: "missing" },
  {
    words: /\b(invalid|malformed|not (a )?valid|incorrect|unhashed|not hashed)\b/i,
    kind: "invalid",
  },
];

/**
 * What a `warning_message` is about, each topic once, in the order of the text. Pinterest writes one
 * clause per parameter, `external_id is missing. We highly recommend this on all events; click_id is
 * missing`, or one sentence on the event's name. Every text is about something; an empty one is about
 * nothing.
 *
 * Source: answers of the live API in September 2026.
 */
export function parseWarning(text: string): WarningTopic[] {
  const topics = text.split(/;|\n/).flatMap((clause) => topicOf(clause) ?? []);
  return [...new Map(topics.map((topic) => [`${topic.parameter} ${topic.kind}`, topic])).values()];
}

function topicOf(clause: string): WarningTopic | null {
  if (clause.trim() === "") return null;
  if (/non-standard name/i.test(clause)) return { parameter: "event_name", kind: "unknown_name" };
  const kind = KINDS.find(({ words }) => words.test(clause))?.kind ?? "other";
  return { parameter: parameterOf(clause) ?? "event", kind };
}

/** The parameter at the beginning, else the first that stands anywhere as a word of its own. */
function parameterOf(clause: string): string | undefined {
  const words = clause.toLowerCase().match(/[a-z_]+/g) ?? [];
  return words.find((word, index) => PARAMETERS.has(word) && (index === 0 || isUnmistakable(word)));
}

/** `value`, `st` or `contents` in the middle of a sentence may be an English word. */
function isUnmistakable(name: string): boolean {
  return name.includes("_");
}
