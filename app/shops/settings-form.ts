import { z } from "zod";

import { parse, type Parsed } from "~/parse";

import {
  ALERT_CODES,
  ALERT_LIMITS,
  appSettingsSchema,
  GRACE_SECONDS_MAX,
  IDENTIFIERS,
  QUIET_HOURS,
  RETENTION,
  type AlertField,
  type AppSettings,
  type RetentionField,
} from "./app-settings";
import {
  credentialsProblems,
  type Connection,
  type CredentialsForm,
  type CredentialsProblems,
  type DisconnectReceipt,
  type TestResult,
} from "./connection";
import { CHOSEN_PIXEL_EVENTS, type ChosenPixelEvent } from "./pixel-events";
import { CHANNELS, shopSettingsSchema, type Channel, type ShopSettings } from "./settings";

/** Settings that replace the stored ones, each whole; what is absent stays. */
export type SettingsChange = Partial<
  Pick<ShopSettings, "orderTrigger" | "valueBasis" | "itemIdFormat" | "channels" | "consent">
> & { app?: Partial<AppSettings> };

/** A page whose fields are settings. */
export const SETTINGS_SECTIONS = ["tracking", "matching", "privacy", "alerts"] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** What was asked for, by the button. */
export type SettingsForm =
  | { intent: "save_connection"; credentials: CredentialsForm }
  | { intent: "save"; section: SettingsSection; change: SettingsChange }
  | { intent: "test" }
  | { intent: "disconnect" }
  | { intent: "rotate_key" };

/** What is wrong with a field of a form, by the field's name. */
export type SettingsProblems = CredentialsProblems &
  Partial<Record<RetentionField | AlertField | "graceSeconds", "outside_limits">>;

/** What the page is told of it. */
export type SettingsAnswer =
  | { kind: "saved" }
  /** The merchant: nothing was saved. */
  | { kind: "refused"; problems: SettingsProblems }
  /** The merchant: nothing was saved; only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] }
  /** `null`: there are no complete credentials to try. */
  | { kind: "tested"; result: TestResult | null }
  | { kind: "disconnected"; receipt: DisconnectReceipt }
  | { kind: "key_rotated" };

/** The limits of every typed number. */
export const NUMBER_LIMITS = {
  ...RETENTION,
  ...ALERT_LIMITS,
  graceSeconds: { min: 0, max: GRACE_SECONDS_MAX },
} as const;

const text = z.string().trim();
const { orderTrigger, valueBasis, itemIdFormat, consent } = shopSettingsSchema.shape;
const { presumedDenied, mode, events, themeEvents, matching } = appSettingsSchema.shape;

const formSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save_connection"),
    ...{ tagId: text, adAccountId: text, conversionToken: text },
  }),
  z.object({
    intent: z.literal("save_tracking"),
    channels: z.array(z.enum(CHANNELS)),
    ...{ mode, orderTrigger, valueBasis, events, themeEvents },
  }),
  z.object({
    intent: z.literal("save_matching"),
    ...{ itemIdFormat, matching },
    identifiers: z.array(z.enum(IDENTIFIERS)),
  }),
  z.object({
    intent: z.literal("save_privacy"),
    ...consent.shape,
    presumedDenied,
    ...{ graceSeconds: text, eventDays: text, deadLetterDays: text, snapshotDays: text },
  }),
  z.object({
    intent: z.literal("save_alerts"),
    alerts: z.array(z.enum(ALERT_CODES)),
    ...{ pendingMinutes: text, quietHours: text, quietDays: text },
  }),
  z.object({ intent: z.literal("test") }),
  z.object({ intent: z.literal("disconnect") }),
  z.object({ intent: z.literal("rotate_key") }),
]);

type Posted = z.infer<typeof formSchema>;
type PostedOf<Intent extends Posted["intent"]> = Extract<Posted, { intent: Intent }>;

type Read = Parsed<SettingsForm> | Extract<SettingsAnswer, { kind: "refused" }>;

/**
 * The form of a page of the settings as it is posted. A box that is not ticked is not posted. A number
 * outside its limits is the merchant's to mend, so it is refused by its field.
 */
export function parseSettingsForm(form: FormData): Read {
  const posted = parse(formSchema, {
    ...Object.fromEntries(form),
    channels: form.getAll("channels[]"),
    events: Object.fromEntries(CHOSEN_PIXEL_EVENTS.map((act) => [act, form.get(eventField(act))])),
    themeEvents: form.getAll("themeEvents[]"),
    identifiers: form.getAll("identifiers[]"),
    alerts: form.getAll("alerts[]"),
  });
  return posted.kind === "parsed" ? read(posted.value) : posted;
}

function read(posted: Posted): Read {
  switch (posted.intent) {
    case "save_connection": {
      const { intent, ...credentials } = posted;
      return { kind: "parsed", value: { intent, credentials } };
    }
    case "save_tracking":
      return saved("tracking", trackingChange(posted));
    case "save_matching":
      return saved("matching", matchingChange(posted));
    case "save_privacy":
      return readPrivacy(posted);
    case "save_alerts":
      return readAlerts(posted);
    case "test":
    case "disconnect":
    case "rotate_key":
      return { kind: "parsed", value: { intent: posted.intent } };
  }
}

function saved(section: SettingsSection, change: SettingsChange): Parsed<SettingsForm> {
  return { kind: "parsed", value: { intent: "save", section, change } };
}

function trackingChange(posted: PostedOf<"save_tracking">): SettingsChange {
  const { events, mode, orderTrigger, themeEvents, valueBasis } = posted;
  const isChosen = (channel: Channel): boolean => posted.channels.includes(channel);
  return {
    orderTrigger,
    valueBasis,
    channels: {
      web: isChosen("web"),
      pos: isChosen("pos"),
      draft: isChosen("draft"),
      subscription: isChosen("subscription"),
      other: isChosen("other"),
    },
    app: { mode, events, themeEvents },
  };
}

function matchingChange(posted: PostedOf<"save_matching">): SettingsChange {
  const { identifiers, itemIdFormat, matching } = posted;
  const withheld = IDENTIFIERS.filter((identifier) => !identifiers.includes(identifier));
  return { itemIdFormat, app: { matching, withheld } };
}

function readPrivacy(posted: PostedOf<"save_privacy">): Read {
  const { presumedDenied, saleOfDataDenied, unknownElsewhere, unknownWhereRequired } = posted;
  const graceSeconds = wholeNumber(posted.graceSeconds);
  const retention = {
    eventDays: wholeNumber(posted.eventDays),
    deadLetterDays: wholeNumber(posted.deadLetterDays),
    snapshotDays: wholeNumber(posted.snapshotDays),
  };
  const problems = problemsOf({ graceSeconds, ...retention });
  if (problems) return { kind: "refused", problems };
  return saved("privacy", {
    consent: { saleOfDataDenied, unknownElsewhere, unknownWhereRequired },
    app: { presumedDenied, graceSeconds, retention },
  });
}

function readAlerts(posted: PostedOf<"save_alerts">): Read {
  const numbers = {
    pendingMinutes: wholeNumber(posted.pendingMinutes),
    quietDays: wholeNumber(posted.quietDays),
  };
  const problems = problemsOf(numbers);
  if (problems) return { kind: "refused", problems };
  const quietHours = QUIET_HOURS.find((hours) => String(hours) === posted.quietHours);
  if (quietHours === undefined) return { kind: "unreadable", fields: ["quietHours"] };
  const hidden = ALERT_CODES.filter((code) => !posted.alerts.includes(code));
  return saved("alerts", { app: { alerts: { hidden, quietHours, ...numbers } } });
}

/** What is no whole number lies outside of every limit. */
function wholeNumber(typed: string): number {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Infinity;
}

type NumberField = keyof typeof NUMBER_LIMITS;

const NUMBER_FIELDS = [
  "graceSeconds",
  "eventDays",
  "deadLetterDays",
  "snapshotDays",
  "pendingMinutes",
  "quietDays",
] as const satisfies NumberField[];

/** Every number that does not fit; `null` where all do. */
function problemsOf(numbers: Partial<Record<NumberField, number>>): SettingsProblems | null {
  const outside = NUMBER_FIELDS.filter((field) => {
    const { max, min } = NUMBER_LIMITS[field];
    const number = numbers[field] ?? min;
    return number < min || number > max;
  });
  if (outside.length === 0) return null;
  return Object.fromEntries(outside.map((field) => [field, "outside_limits"]));
}

/** The form's name of the field that says what an act is reported as. */
export function eventField(act: ChosenPixelEvent): string {
  return `events.${act}`;
}

/** Whether the credentials can be saved, and what is wrong with them. */
export function connectionProblems(
  form: CredentialsForm,
  stored: Connection,
): CredentialsProblems | null {
  const problems = credentialsProblems(form, stored.tokenLastFour !== null);
  return Object.keys(problems).length > 0 ? problems : null;
}
