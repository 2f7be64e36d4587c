import { z } from "zod";

import { parse, type Parsed } from "~/parse";

import {
  appSettingsSchema,
  graceProblem,
  RETENTION,
  type AppSettings,
  type ReportedAs,
  type Retention,
  type RetentionField,
} from "./app-settings";
import {
  credentialsProblems,
  type Connection,
  type CredentialsForm,
  type CredentialsProblems,
  type TestResult,
} from "./connection";
import { CHOSEN_PIXEL_EVENTS, type ChosenEventName, type ChosenPixelEvent } from "./pixel-events";
import { CHANNELS, shopSettingsSchema, type Channel, type ShopSettings } from "./settings";

/** The fields of the settings page, flat, as they stand in the form. */
export type SettingsValues = {
  tagId: string;
  adAccountId: string;
  /** Never filled in by us: the stored token is not shown. */
  conversionToken: string;
  orderTrigger: ShopSettings["orderTrigger"];
  valueBasis: ShopSettings["valueBasis"];
  itemIdFormat: ShopSettings["itemIdFormat"];
  channels: Channel[];
  presumedDenied: AppSettings["presumedDenied"];
  /** A number's text. */
  graceSeconds: string;
  mode: AppSettings["mode"];
  events: Record<ChosenPixelEvent, ReportedAs>;
  themeEvents: ChosenEventName[];
  matching: AppSettings["matching"];
} & ShopSettings["consent"] &
  /** Numbers' texts. */
  Record<RetentionField, string>;

/** The settings that the page replaces, whole. */
export type SettingsChange = Pick<
  ShopSettings,
  "orderTrigger" | "valueBasis" | "itemIdFormat" | "channels" | "consent"
> & { app: AppSettings };

/** What was asked for, by the button. */
export type SettingsForm =
  | { intent: "save"; credentials: CredentialsForm; settings: SettingsChange }
  | { intent: "test" }
  | { intent: "disconnect" }
  | { intent: "rotate_key" };

/** What is wrong with a field of the form, by the field's name. */
export type SettingsProblems = CredentialsProblems &
  Partial<Record<RetentionField, "days_outside_limits">>;

/** What the page is told of it. */
export type SettingsAnswer =
  | { kind: "saved" }
  /** The merchant: nothing was saved. */
  | { kind: "refused"; problems: SettingsProblems }
  /** The merchant: nothing was saved; only a form that is not ours does this. */
  | { kind: "unreadable"; fields: readonly string[] }
  /** `null`: there are no complete credentials to try. */
  | { kind: "tested"; result: TestResult | null }
  | { kind: "disconnected" }
  | { kind: "key_rotated" };

const text = z.string().trim();
const { orderTrigger, valueBasis, itemIdFormat, consent } = shopSettingsSchema.shape;
const { presumedDenied, mode, events, themeEvents, matching } = appSettingsSchema.shape;

const formSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    tagId: text,
    adAccountId: text,
    conversionToken: text,
    orderTrigger,
    valueBasis,
    itemIdFormat,
    channels: z.array(z.enum(CHANNELS)),
    ...consent.shape,
    presumedDenied,
    graceSeconds: text.refine((typed) => graceProblem(typed) === null).transform(Number),
    ...{ mode, events, themeEvents, matching },
    eventDays: text,
    deadLetterDays: text,
    snapshotDays: text,
  }),
  z.object({ intent: z.literal("test") }),
  z.object({ intent: z.literal("disconnect") }),
  z.object({ intent: z.literal("rotate_key") }),
]);

/**
 * The settings page's form as it is posted. A box that is not ticked is not posted. A period outside its
 * limits is the merchant's to mend, so it is refused by its field.
 */
export function parseSettingsForm(
  form: FormData,
): Parsed<SettingsForm> | Extract<SettingsAnswer, { kind: "refused" }> {
  const posted = parse(formSchema, {
    ...Object.fromEntries(form),
    channels: form.getAll("channels[]"),
    events: Object.fromEntries(CHOSEN_PIXEL_EVENTS.map((act) => [act, form.get(eventField(act))])),
    themeEvents: form.getAll("themeEvents[]"),
  });
  if (posted.kind === "unreadable") return posted;
  const { value } = posted;
  if (value.intent !== "save") return { kind: "parsed", value };
  const retention = parseRetention(value);
  if (retention.kind === "refused") return retention;
  return { kind: "parsed", value: toSave(value, retention.value) };
}

/** The form's name of the field that says what an act is reported as. */
export function eventField(act: ChosenPixelEvent): string {
  return `events.${act}`;
}

/** What the form shows before anything is changed. */
export function toSettingsValues(
  connection: Connection,
  { settings, appSettings }: { settings: ShopSettings; appSettings: AppSettings },
): SettingsValues {
  return {
    tagId: connection.tagId ?? "",
    adAccountId: connection.adAccountId ?? "",
    conversionToken: "",
    orderTrigger: settings.orderTrigger,
    valueBasis: settings.valueBasis,
    itemIdFormat: settings.itemIdFormat,
    channels: CHANNELS.filter((channel) => settings.channels[channel]),
    ...settings.consent,
    presumedDenied: appSettings.presumedDenied,
    graceSeconds: String(appSettings.graceSeconds),
    eventDays: String(appSettings.retention.eventDays),
    deadLetterDays: String(appSettings.retention.deadLetterDays),
    snapshotDays: String(appSettings.retention.snapshotDays),
    mode: appSettings.mode,
    events: appSettings.events,
    themeEvents: [...appSettings.themeEvents],
    matching: appSettings.matching,
  };
}

/** What saving does with the credentials. */
export type CredentialsStep =
  /** No token is stored and none was entered: the other settings are saved without a connection. */
  { kind: "leave" } | { kind: "refuse"; problems: CredentialsProblems } | { kind: "save" };

/**
 * Whether the credentials are saved with the rest. A merchant who has not connected yet, or has
 * disconnected, may change other settings: only credentials that were touched have to be complete.
 */
export function credentialsStep(form: CredentialsForm, stored: Connection): CredentialsStep {
  const hasToken = stored.tokenLastFour !== null;
  if (!hasToken && isUntouched(form, stored)) return { kind: "leave" };
  const problems = credentialsProblems(form, hasToken);
  return Object.keys(problems).length > 0 ? { kind: "refuse", problems } : { kind: "save" };
}

function isUntouched(form: CredentialsForm, stored: Connection): boolean {
  return (
    form.tagId === (stored.tagId ?? "") &&
    form.adAccountId === (stored.adAccountId ?? "") &&
    form.conversionToken === ""
  );
}

type Posted = Extract<z.infer<typeof formSchema>, { intent: "save" }>;

function parseRetention(
  posted: Record<RetentionField, string>,
): { kind: "parsed"; value: Retention } | { kind: "refused"; problems: SettingsProblems } {
  const value = {
    eventDays: parseDays(posted.eventDays),
    deadLetterDays: parseDays(posted.deadLetterDays),
    snapshotDays: parseDays(posted.snapshotDays),
  };
  const problems = {
    ...daysProblem("eventDays", value.eventDays),
    ...daysProblem("deadLetterDays", value.deadLetterDays),
    ...daysProblem("snapshotDays", value.snapshotDays),
  };
  return Object.keys(problems).length > 0
    ? { kind: "refused", problems }
    : { kind: "parsed", value };
}

/** What is no whole number lies outside of every limit. */
function parseDays(typed: string): number {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Infinity;
}

function daysProblem(field: RetentionField, days: number): SettingsProblems {
  const { min, max } = RETENTION[field];
  return days < min || days > max ? { [field]: "days_outside_limits" } : {};
}

function toSave(posted: Posted, retention: Retention): SettingsForm {
  const { tagId, adAccountId, conversionToken, orderTrigger, valueBasis, itemIdFormat } = posted;
  const { presumedDenied, graceSeconds, mode, events, themeEvents, matching } = posted;
  const isChosen = (channel: Channel): boolean => posted.channels.includes(channel);
  return {
    intent: "save",
    credentials: { tagId, adAccountId, conversionToken },
    settings: {
      orderTrigger,
      valueBasis,
      itemIdFormat,
      channels: {
        web: isChosen("web"),
        pos: isChosen("pos"),
        draft: isChosen("draft"),
        subscription: isChosen("subscription"),
        other: isChosen("other"),
      },
      consent: {
        unknownWhereRequired: posted.unknownWhereRequired,
        unknownElsewhere: posted.unknownElsewhere,
        saleOfDataDenied: posted.saleOfDataDenied,
      },
      app: { presumedDenied, graceSeconds, retention, mode, events, themeEvents, matching },
    },
  };
}
