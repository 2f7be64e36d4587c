import { z } from "zod";

/**
 * The parts of an event by which Pinterest matches a person and measures quality, in the order of the page.
 *
 * Source: Pinterest API v5.23, `QualityComponents`.
 */
export const QUALITY_PARTS = [
  "hashed_email",
  "click_id_epik",
  "ip_address",
  "user_agent",
  "advertiser_external_id",
  "hashed_maid",
  "external_event_id",
  "order_id",
  "order_value",
  "product_id",
  "source_url",
] as const;
export type QualityPart = (typeof QUALITY_PARTS)[number];

/** The words of Pinterest's score. Source: Pinterest API v5.23, `OverallStatusOptions`. */
export const QUALITY_STATUSES = ["needs_improvement", "fair", "good"] as const;
export type QualityStatus = (typeof QUALITY_STATUSES)[number];

/** What Pinterest says of a part in the events of one name. */
export type PartScore = {
  /** How many of a hundred events had it. */
  coverage: number;
  /** Of the event id alone: how many of a hundred came from both sides, as Pinterest counts. */
  overlap: number | null;
  /** Pinterest's own words on what is wrong. */
  issues: readonly string[];
};

/** Pinterest's score of the events that came by one way. */
export type QualityScore = {
  /** `TAG`, `CONVERSIONS_API` and so on. */
  ingestionSource: string;
  /** `WEB`, `OFFLINE` and so on. */
  sourcePlatform: string;
  status: QualityStatus | null;
  /** By part, then by Pinterest's name of the event. */
  parts: Readonly<Partial<Record<QualityPart, Readonly<Record<string, PartScore>>>>>;
};

/** Over how many days Pinterest is asked. Source: Pinterest API v5.23, `LookbackPeriodOptions`. */
export const QUALITY_DAYS = 14;

const wireDetailsSchema = z
  .object({
    coverage: z.number(),
    overlap: z.number().nullish(),
    issues: z.array(z.object({ name: z.string(), reason: z.string() })).nullish(),
  })
  .transform(({ coverage, issues, overlap }): PartScore => ({
    coverage,
    overlap: overlap ?? null,
    issues: (issues ?? []).map(({ name, reason }) => `${name}: ${reason}`),
  }));

const wirePartSchema = z.record(z.string(), wireDetailsSchema);

/** Source: Pinterest API v5.23, `EventQualityScore`. A part that is not known yet is left out. */
export const wireQualitySchema = z.array(
  z
    .object({
      ingestion_source: z.string(),
      source_platform: z.string(),
      overall_status: z.string(),
      quality_components: z.record(z.string(), z.unknown()),
    })
    .transform((wire): QualityScore => ({
      ingestionSource: wire.ingestion_source,
      sourcePlatform: wire.source_platform,
      status: QUALITY_STATUSES.find((known) => known === wire.overall_status.toLowerCase()) ?? null,
      parts: Object.fromEntries(
        QUALITY_PARTS.flatMap((part) => {
          const read = wirePartSchema.safeParse(wire.quality_components[part]);
          return read.success ? [[part, read.data] as const] : [];
        }),
      ),
    })),
);

const partScoreSchema = z.object({
  coverage: z.number(),
  overlap: z.number().nullable(),
  issues: z.array(z.string()),
});

/** Scores as they were stored. */
export const storedQualitySchema = z.array(
  z.object({
    ingestionSource: z.string(),
    sourcePlatform: z.string(),
    status: z.enum(QUALITY_STATUSES).nullable(),
    parts: z.partialRecord(z.enum(QUALITY_PARTS), z.record(z.string(), partScoreSchema)),
  }),
);
