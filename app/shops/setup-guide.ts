import { z } from "zod";

import { parse, type Parsed } from "~/parse";

import { LEG_REASONS, type LegState, type RemedyPage, type Signs } from "./legs";

/** The steps from an installed app to one that is known to work, in their order. */
export const GUIDE_STEPS = ["account", "test", "pixel", "consent", "feed", "order"] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** What a step still lacks, each with a sentence; and the page on which it is done. */
export const STEP_GAPS = {
  account_missing: { step: "account", page: "connection" },
  account_refused: { step: "account", page: "connection" },
  test_missing: { step: "test", page: "connection" },
  pixel_off: { step: "pixel", page: "tracking" },
  pixel_unseen: { step: "pixel", page: "store" },
  consent_open: { step: "consent", page: "privacy" },
  feed_missing: { step: "feed", page: "catalog" },
  feed_coming: { step: "feed", page: "catalog" },
  feed_not_fetched: { step: "feed", page: "catalog" },
  order_missing: { step: "order", page: "store" },
  order_one_sided: { step: "order", page: "conversions" },
} as const satisfies Record<string, { step: GuideStep; page: RemedyPage }>;
export type StepGap = keyof typeof STEP_GAPS;

/** A step with what it lacks; `null` where it is done. */
export type GuideState = { step: GuideStep; gap: StepGap | null };

/** What the guide knows beside the legs. */
export type GuideSigns = {
  /** An order was reported by all sides that the tracking mode has. */
  isOrderMatched: boolean;
};

/** Which steps are done, checked by what the shop and Pinterest show. Steps that a mode leaves out are not there. */
export function guideOf(
  signs: Signs,
  legs: readonly LegState[],
  { isOrderMatched }: GuideSigns,
): GuideState[] {
  return GUIDE_STEPS.flatMap((step) => {
    if (step === "pixel" && toneOf(legs, "browser") === "off") return [];
    return [{ step, gap: gapOf(step, signs, isOrderMatched) }];
  });
}

/** Whether nothing is left to do. */
export function isGuideDone(steps: readonly GuideState[]): boolean {
  return steps.every(({ gap }) => gap === null);
}

function gapOf(step: GuideStep, signs: Signs, isOrderMatched: boolean): StepGap | null {
  const { catalog, connectionState, consent, isProven, mode, pixel, server } = signs;
  switch (step) {
    case "account":
      if (connectionState === "connected") return null;
      return connectionState === "needs_attention" ? "account_refused" : "account_missing";
    case "test":
      return isProven ? null : "test_missing";
    case "pixel":
      if (pixel.state !== "on") return "pixel_off";
      return pixel.seenAt === null && mode !== "browser_only" ? "pixel_unseen" : null;
    case "consent":
      return consent.reviewedAt === null ? "consent_open" : null;
    case "feed":
      if (!catalog.isPublished) return catalog.isReading ? "feed_coming" : "feed_missing";
      return catalog.fetchedAt === null ? "feed_not_fetched" : null;
    case "order":
      if (isOrderMatched) return null;
      return server.hasReported ? "order_one_sided" : "order_missing";
  }
}

function toneOf(legs: readonly LegState[], leg: LegState["leg"]) {
  return legs.find((one) => one.leg === leg)?.tone ?? LEG_REASONS.browser_off.tone;
}

const formSchema = z.object({ intent: z.enum(["dismiss_guide", "show_guide", "review_consent"]) });

/** What a button about the set-up guide asks for. */
export type GuideForm = z.infer<typeof formSchema>;

/** A form of the guide as it is posted. */
export function parseGuideForm(form: FormData): Parsed<GuideForm> {
  return parse(formSchema, Object.fromEntries(form));
}
