import { z } from "zod";

import { ALERT_CODES, appSettingsSchema, IDENTIFIERS, type AppSettings } from "./app-settings";
import { CHOSEN_EVENT_NAMES } from "./pixel-events";
import { shopSettingsSchema, type ShopSettings } from "./settings";
import type { SettingsChange } from "./settings-form";

/** What a file of settings says it is. Another version is refused rather than guessed at. */
export const SETTINGS_FILE = { format: "pin-relay-settings", version: 1 } as const;

/** Every choice that there is, written out with much white space, takes a third of it. */
export const SETTINGS_FILE_BYTES_MAX = 256 * 1_024;

/** The settings have five levels; what is far deeper was not written by this app. */
export const SETTINGS_FILE_DEPTH_MAX = 16;

const { mode, events, themeEvents, matching, withheld, presumedDenied, graceSeconds } =
  appSettingsSchema.shape;
const { orderTrigger, valueBasis, channels, itemIdFormat, consent } = shopSettingsSchema.shape;

/**
 * A file of settings, whole: every setting that is not bound to one shop. Unknown keys are refused by
 * name. The catalog's part has a door of its own.
 */
export const settingsFileSchema = z.strictObject({
  format: z.literal(SETTINGS_FILE.format),
  version: z.literal(SETTINGS_FILE.version),
  tracking: z.strictObject({ mode, orderTrigger, valueBasis, channels, events, themeEvents }),
  matching: z.strictObject({ itemIdFormat, inBrowser: matching, withheld }),
  privacy: z.strictObject({
    ...consent.shape,
    presumedDenied,
    graceSeconds,
    retention: z.strictObject(appSettingsSchema.shape.retention.shape),
  }),
  alerts: z.strictObject(appSettingsSchema.shape.alerts.shape),
  catalog: z.json(),
});

/** What a file says, without the catalog's part. */
export type SettingsContents = Omit<
  z.infer<typeof settingsFileSchema>,
  "format" | "version" | "catalog"
>;

/** What a shop's file says. Lists that are sets are in one order. */
export function toContents({
  appSettings,
  settings,
}: {
  appSettings: AppSettings;
  settings: ShopSettings;
}): SettingsContents {
  const { alerts, events, graceSeconds, matching, mode, presumedDenied, retention } = appSettings;
  const { channels, consent, itemIdFormat, orderTrigger, valueBasis } = settings;
  return inOrder({
    tracking: {
      ...{ mode, orderTrigger, valueBasis, channels, events },
      themeEvents: appSettings.themeEvents,
    },
    matching: { itemIdFormat, inBrowser: matching, withheld: appSettings.withheld },
    privacy: { ...consent, presumedDenied, graceSeconds, retention },
    alerts,
  });
}

/** The same contents with every set in its own order, and each of its words once. */
export function inOrder({
  alerts,
  matching,
  privacy,
  tracking,
}: SettingsContents): SettingsContents {
  return {
    tracking: {
      ...tracking,
      themeEvents: CHOSEN_EVENT_NAMES.filter((name) => tracking.themeEvents.includes(name)),
    },
    matching: {
      ...matching,
      withheld: IDENTIFIERS.filter((one) => matching.withheld.includes(one)),
    },
    privacy,
    alerts: { ...alerts, hidden: ALERT_CODES.filter((code) => alerts.hidden.includes(code)) },
  };
}

/** What saving the contents changes. An item id that stays is left out, so that no catalog is read for it. */
export function toChange(
  { alerts, matching, privacy, tracking }: SettingsContents,
  now: Pick<ShopSettings, "itemIdFormat">,
): SettingsChange {
  const { channels, events, mode, orderTrigger, themeEvents, valueBasis } = tracking;
  const { graceSeconds, presumedDenied, retention, ...consent } = privacy;
  const { inBrowser, itemIdFormat, withheld } = matching;
  return {
    ...{ orderTrigger, valueBasis, channels, consent },
    ...(itemIdFormat !== now.itemIdFormat && { itemIdFormat }),
    app: {
      ...{ mode, events, themeEvents, matching: inBrowser, withheld },
      ...{ presumedDenied, graceSeconds, retention, alerts },
    },
  };
}

/** Why a file is not taken, by what is wrong with it. */
export const FILE_PROBLEMS = [
  "too_large",
  "not_unicode",
  "byte_order_mark",
  "not_json",
  "too_deep",
  "forbidden_key",
  "wrong_format",
  "unknown_key",
  "missing",
  "wrong_value",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** A problem and the place that has it, e.g. `tracking.mode`; empty where it is the whole file. */
export type FileRefusal = { place: string; problem: FileProblem };

/** More are not told of: whoever mends these sees the next. */
const REFUSALS_MAX = 20;

/** Nobody reads a longer place. */
const PLACE_LENGTH_MAX = 120;

/** Names that mean something else to the language than to a file. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** What a file says. */
export type ReadFile =
  | { kind: "read"; contents: SettingsContents; catalog: unknown }
  | { kind: "refused"; refusals: FileRefusal[] };

/** Reads a file's text as far as the settings go; never throws. */
export function readSettingsFile(text: string): ReadFile {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused([{ place: "", problem: "not_json" }]);
  }
  const shape = shapeProblem(body);
  if (shape) return refused([shape]);
  const format = z.looseObject({ format: z.unknown(), version: z.unknown() }).safeParse(body);
  const isOurs =
    format.success &&
    format.data.format === SETTINGS_FILE.format &&
    format.data.version === SETTINGS_FILE.version;
  if (!isOurs) return refused([{ place: "", problem: "wrong_format" }]);
  const result = settingsFileSchema.safeParse(body);
  if (!result.success) return refused(result.error.issues.flatMap(refusalsOf));
  const { alerts, catalog, matching, privacy, tracking } = result.data;
  return { kind: "read", catalog, contents: inOrder({ alerts, matching, privacy, tracking }) };
}

/** A refusal with as much of it as a merchant can read. */
export function refused(refusals: readonly FileRefusal[]): ReadFile & { kind: "refused" } {
  return {
    kind: "refused",
    refusals: refusals.slice(0, REFUSALS_MAX).map(({ place, problem }) => ({
      place: place.slice(0, PLACE_LENGTH_MAX).toWellFormed(),
      problem,
    })),
  };
}

function refusalsOf(issue: z.core.$ZodIssue): FileRefusal[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ place: [...path, key].join("."), problem: "unknown_key" }));
  }
  const isMissing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return [{ place: path.join("."), problem: isMissing ? "missing" : "wrong_value" }];
}

/** Looks at names and depth before any schema does, without a stack that a file could fill. */
function shapeProblem(body: unknown): FileRefusal | null {
  const open: { value: unknown; path: string; depth: number }[] = [
    { value: body, path: "", depth: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { depth, path, value } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth >= SETTINGS_FILE_DEPTH_MAX) return { place: path, problem: "too_deep" };
    for (const [key, inner] of Object.entries(value)) {
      const place = path === "" ? key : `${path}.${key}`;
      if (FORBIDDEN_KEYS.has(key)) return { place, problem: "forbidden_key" };
      open.push({ value: inner, path: place, depth: depth + 1 });
    }
  }
  return null;
}

/** The same text for the same settings, whatever the order of their keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner)
      ? Object.fromEntries(
          Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : inner,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the page is told of a file. */
export type TransferAnswer<Catalog> =
  /** The merchant: nothing was changed. */
  | { kind: "refused"; refusals: readonly FileRefusal[] }
  | { kind: "nothing_to_change" }
  /** What would change. `token` names exactly this difference. */
  | { kind: "difference"; token: string; now: Compared<Catalog>; next: Compared<Catalog> }
  /** The settings were changed after the difference was shown; nothing was applied. */
  | { kind: "changed_meanwhile"; token: string; now: Compared<Catalog>; next: Compared<Catalog> }
  | { kind: "applied" };

/** One side of a difference. */
export type Compared<Catalog> = { contents: SettingsContents; catalog: Catalog };
