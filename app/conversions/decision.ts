import { toEventId, type EventId } from "~/ids";
import type { Identifier } from "~/shops/app-settings";
import type { ConsentPolicy, ShopSettings } from "~/shops/settings";
import { earlier } from "~/time";

import {
  consentRequiredBy,
  consentStep,
  decidingRule,
  type ConsentCase,
  type ConsentRecord,
  type ConsentStep,
} from "./consent";
import type { Draft } from "./draft";
import type { ConversionEvent, Personal } from "./event";
import { DEDUPLICATED_AGE_MS_MAX, EVENT_AGE_MS_MAX } from "./event-age";
import {
  hasIdentity,
  mergePersonal,
  mergeUserData,
  withoutWithheld,
  withoutWithheldPersonal,
} from "./identity";
import { SKIP_REASONS, type SkipReason } from "./skip-reason";
import type { ConsentSnapshot } from "./snapshot";
import type { HashedUserData } from "./user-data";

/** Whether an act is reported. */
export type Decision =
  | { kind: "send"; event: ConversionEvent }
  /** Every reason: whoever mends the first should not meet the next. */
  | { kind: "skip"; reasons: readonly [SkipReason, ...SkipReason[]] };

/** Everything that the decision depends on. */
export type Given = {
  draft: Draft;
  personal: Personal;
  /** `null`: the pixel said nothing of this act, or nothing yet. */
  snapshot: ConsentSnapshot | null;
  settings: ShopSettings;
  now: Date;
  isConnected: boolean;
  /** The server sends nothing. Absent: it does. */
  isBrowserOnly?: boolean;
  /** What the shop does not send to match a shopper by. Absent: all is sent. */
  withheld?: readonly Identifier[];
  /** Absent: no pixel is expected to have seen anything. */
  pixel?: { isLive: boolean; presumedDenied: ConsentPolicy };
  /** Countries (`US`) and regions (`US-CA`) where the shop's own policy asks for consent first. */
  consentRequiredIn?: readonly string[];
};

/** Weighs one act up. Pure: the same arguments give the same decision, at any time. */
export function decide(given: Given): Decision {
  const weighed = weigh(given);
  const [first, ...others] = SKIP_REASONS.filter((reason) => AGAINST[reason]?.(weighed));
  if (first !== undefined) return { kind: "skip", reasons: [first, ...others] };
  return { kind: "send", event: toEvent(weighed) };
}

/**
 * Whether a snapshot is expected that is not there, and could make the decision another one. What is
 * skipped whatever the shopper chose has nothing to wait for.
 */
export function awaitsSnapshot(given: Given): boolean {
  if (given.snapshot !== null || !isSnapshotExpected(given)) return false;
  const decision = decide(given);
  return (
    decision.kind === "send" || decision.reasons.every((reason) => MENDED_BY_SNAPSHOT.has(reason))
  );
}

/** What only a snapshot can speak for: the shopper's choice, the browser, and the other pixel's id. */
const MENDED_BY_SNAPSHOT: ReadonlySet<SkipReason> = new Set<SkipReason>([
  "no_identity",
  "consent_unknown",
  "presumed_denied",
  "no_snapshot",
]);

/** What is kept of the part that consent had in a decision. */
export function recordConsent(given: Given): ConsentRecord {
  const { draft, now, snapshot } = given;
  const rule = decidingRule(toConsentCase(given));
  return {
    decidedAt: now.toISOString(),
    source: snapshot === null ? "none" : "snapshot",
    flags: snapshot?.consent ?? {},
    isSaleOptedOut: draft.order?.isSaleOptedOut ?? null,
    place: draft.consentRegion ?? draft.consentCountry,
    requiredBy: requiredBy(given),
    rule: rule?.name ?? null,
    policy: rule?.policy ?? "send",
  };
}

type Weighed = Given & {
  /** Never in the future. */
  occurredAt: Date;
  ageMs: number;
  consent: ConsentStep;
  isDataUseLimited: boolean;
  /** What is sent of it, the pixel's word included; so is `personal`. */
  userData: HashedUserData;
};

function weigh(given: Given): Weighed {
  const { draft, now, snapshot, withheld = [] } = given;
  const occurredAt = earlier(draft.occurredAt, now);
  const consent = consentStep(toConsentCase(given));
  const isDataUseLimited = consent.kind === "send" && consent.isDataUseLimited;
  const userData = mergeUserData(draft.userData, snapshot);
  return {
    ...given,
    personal: withoutWithheldPersonal(mergePersonal(given), withheld),
    userData: withoutWithheld(userData, withheld, isDataUseLimited),
    occurredAt,
    ageMs: now.getTime() - occurredAt.getTime(),
    consent,
    isDataUseLimited,
  };
}

function toConsentCase(given: Given): ConsentCase {
  const { draft, pixel, settings, snapshot } = given;
  return {
    flags: snapshot?.consent ?? null,
    isRequired: requiredBy(given) !== "nobody",
    isSaleOptedOut: draft.order?.isSaleOptedOut === true,
    isSnapshotExpected: isSnapshotExpected(given),
    policies: { ...settings.consent, presumedDenied: pixel?.presumedDenied ?? "send" },
  };
}

function requiredBy({ draft, consentRequiredIn }: Given): ConsentRecord["requiredBy"] {
  const place = { country: draft.consentCountry, region: draft.consentRegion };
  return consentRequiredBy(place, consentRequiredIn);
}

function isSnapshotExpected({ draft, pixel }: Given): boolean {
  const isWebOrder = draft.order?.channel === "web" && draft.order.hasCheckoutToken;
  return isWebOrder && pixel?.isLive === true;
}

/** What speaks against an act, one row per reason that can be found here. */
const AGAINST: Partial<Record<SkipReason, (act: Weighed) => boolean>> = {
  test_order: ({ draft }) => draft.order?.isTest === true,
  cancelled_order: ({ draft }) => draft.order?.isCancelled === true,
  channel_disabled: ({ draft, settings }) =>
    draft.order !== undefined && !settings.channels[draft.order.channel],
  not_paid: ({ draft, settings }) =>
    settings.orderTrigger === "paid" && draft.order?.isPaid === false,
  too_old: ({ ageMs }) => ageMs > EVENT_AGE_MS_MAX,
  no_identity: ({ personal, userData }) => !hasIdentity(userData, personal),
  consent_denied: isSkippedFor("consent_denied"),
  consent_unknown: isSkippedFor("consent_unknown"),
  presumed_denied: isSkippedFor("presumed_denied"),
  no_snapshot: (act) => isSeenByOtherPixel(act) && !act.snapshot?.eventId,
  expired: ({ draft, snapshot, ageMs }) =>
    draft.actionSource === "web" &&
    snapshot?.browserSent === true &&
    ageMs > DEDUPLICATED_AGE_MS_MAX,
  not_connected: ({ isConnected }) => !isConnected,
  browser_only: ({ isBrowserOnly }) => isBrowserOnly === true,
};

function isSkippedFor(reason: SkipReason) {
  return ({ consent }: Weighed) => consent.kind === "skip" && consent.reason === reason;
}

/**
 * In coexistence, whether the other pixel may have reported this order.
 *
 * **Decision:** an order from the till, or a subscription's renewal, passed no checkout; no pixel can
 * have counted it, so it goes under our own id.
 */
function isSeenByOtherPixel({ draft, settings }: Given): boolean {
  if (!settings.coexistence || draft.order === undefined) return false;
  return draft.order.channel === "web" || draft.order.hasCheckoutToken;
}

function toEvent(act: Weighed): ConversionEvent {
  const { eventName, actionSource, language, customData, lineItems, app, device } = act.draft;
  return {
    eventId: sharedEventId(act),
    eventName,
    actionSource,
    occurredAt: act.occurredAt,
    ...(language !== undefined && { language }),
    userData: act.userData,
    customData,
    lineItems,
    ...(app && { app }),
    ...(device && { device }),
    isDataUseLimited: act.isDataUseLimited,
    personal: act.personal,
  };
}

/** The id under which the browser's event goes, so that Pinterest counts both as one. */
function sharedEventId(act: Weighed): EventId {
  const others = isSeenByOtherPixel(act) ? act.snapshot?.eventId : undefined;
  return others ? toEventId(others) : act.draft.eventId;
}
