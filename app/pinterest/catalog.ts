import { z } from "zod";

import type { Page } from "./account";

/** The most items that one request may carry. Source: Pinterest API v5.23, `CatalogsRetailBatchRequest`. */
export const ITEMS_PER_BATCH_MAX = 1_000;

/** A feed as Pinterest is told of it. Source: Pinterest API v5.23, `CatalogsRetailFeedsCreateRequest`. */
export type WireFeed = {
  catalog_type: "RETAIL";
  name: string;
  format: "TSV" | "CSV" | "XML";
  /** The whole address of the file, without credentials. */
  location: string;
  /** Country and locale can never be changed afterwards. */
  default_country: string;
  default_locale: string;
  default_currency: string;
  credentials: { username: string; password: string } | null;
  /** `HH:MM`, every day. */
  preferred_processing_schedule: { time: string; timezone: string };
};

/** What of it may change. Source: Pinterest API v5.23, `CatalogsRetailFeedsUpdateRequest`. */
export type WireFeedChange = Omit<WireFeed, "default_country" | "default_locale">;

/** A feed as Pinterest knows it. */
export type RegisteredFeed = { id: string; location: string };

/** Source: Pinterest API v5.23, `CatalogsRetailFeed`; feeds of other kinds stand in the same list. */
export const wireFeedSchema = z
  .object({ id: z.string().regex(/^\d+$/), location: z.string().nullish() })
  .transform(({ id, location }): RegisteredFeed => ({ id, location: location ?? "" }));

/** One fetch of a feed by Pinterest. */
export type ProcessingResult = {
  id: string;
  status: "COMPLETED" | "FAILED" | "PROCESSING";
  createdAt: Date;
  /** `null` until Pinterest has counted. */
  counts: { original: number; ingested: number } | null;
  /** How often each code was found: of the fetch, and of its rows. */
  errors: Readonly<Record<string, number>>;
  warnings: Readonly<Record<string, number>>;
};

/** A code without a number says nothing. */
const countsSchema = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((counts) =>
    Object.fromEntries(
      Object.entries(counts ?? {}).flatMap(([code, count]) =>
        typeof count === "number" && count > 0 ? [[code, count]] : [],
      ),
    ),
  );

const detailsSchema = z.object({ errors: countsSchema, warnings: countsSchema }).nullish();

/**
 * Source: Pinterest API v5.23, `CatalogsFeedProcessingResult`. States that the description does not name were
 * seen, so an unknown one counts as under way.
 */
export const wireProcessingResultSchema = z
  .object({
    id: z.string(),
    status: z.enum(["COMPLETED", "FAILED", "PROCESSING"]).catch("PROCESSING"),
    created_at: z.iso.datetime({ offset: true, local: true }),
    product_counts: z
      .object({ original: z.int().nullish(), ingested: z.int().nullish() })
      .nullish(),
    ingestion_details: detailsSchema,
    validation_details: detailsSchema,
  })
  .transform((wire): ProcessingResult => {
    const { ingestion_details: fetched, product_counts: counts, validation_details: rows } = wire;
    return {
      id: wire.id,
      status: wire.status,
      createdAt: new Date(wire.created_at),
      counts: counts ? { original: counts.original ?? 0, ingested: counts.ingested ?? 0 } : null,
      errors: { ...fetched?.errors, ...rows?.errors },
      warnings: { ...fetched?.warnings, ...rows?.warnings },
    };
  });

/** What Pinterest says of one row. */
export type ReportedIssue = {
  itemId: string | null;
  code: string;
  severity: "error" | "warning";
  /** Pinterest's name of the column; `null` where it names none. */
  attribute: string | null;
  value: string;
};

const issuesSchema = z
  .record(
    z.string(),
    z
      .object({ attribute_name: z.string().nullish(), provided_value: z.string().nullish() })
      .nullish(),
  )
  .nullish();

/** Source: Pinterest API v5.23, `CatalogsItemValidationIssues`. */
const wireItemIssuesSchema = z
  .object({ item_id: z.string().nullish(), errors: issuesSchema, warnings: issuesSchema })
  .transform(({ errors, item_id: itemId, warnings }): ReportedIssue[] => [
    ...issuesOf(itemId ?? null, "error", errors),
    ...issuesOf(itemId ?? null, "warning", warnings),
  ]);

function issuesOf(
  itemId: string | null,
  severity: ReportedIssue["severity"],
  found: z.infer<typeof issuesSchema>,
): ReportedIssue[] {
  return Object.entries(found ?? {}).flatMap(([code, details]) =>
    details
      ? [
          {
            ...{ itemId, code, severity },
            attribute: details.attribute_name ?? null,
            value: (details.provided_value ?? "").slice(0, VALUE_MAX),
          },
        ]
      : [],
  );
}

/** As of our own issues. */
const VALUE_MAX = 200;

/** Source: Pinterest API v5.23, `Paginated`. */
function pageSchema<Wire>(schema: z.ZodType<Wire>) {
  return z
    .object({ items: z.array(schema).nullish(), bookmark: z.string().nullish() })
    .transform(({ bookmark, items }): Page<Wire> => ({
      items: items ?? [],
      bookmark: bookmark || null,
    }));
}

export const wireFeedsSchema = pageSchema(wireFeedSchema);
export const wireProcessingResultsSchema = pageSchema(wireProcessingResultSchema);
export const wireItemIssuesPageSchema = pageSchema(wireItemIssuesSchema);

/** Price and stock of one item. Source: Pinterest API v5.23, `UpdatableItemAttributes`. */
export type WireItemUpdate = {
  operation: "UPDATE";
  item_id: string;
  attributes: {
    price?: string;
    sale_price?: string;
    availability?: string;
    /** Milliseconds since 1970: Pinterest drops what is older than what it knows. */
    last_updated_time: number;
  };
  /** What is named here and has no value is taken from the item. */
  update_mask: readonly ("price" | "sale_price" | "availability" | "last_updated_time")[];
};

/** The body of `items_batch/post`. Source: Pinterest API v5.23, `CatalogsRetailBatchRequest`. */
export type WireItemBatch = {
  catalog_type: "RETAIL";
  country: string;
  language: string;
  items: readonly WireItemUpdate[];
};

/** What Pinterest says of a batch. */
export type ItemBatch = {
  /** `null`: it was left out as a recent duplicate, and there is nothing to ask for. */
  batchId: string | null;
  status: "PROCESSING" | "COMPLETED" | "FAILED";
  items: readonly BatchedItem[];
};

export type BatchedItem = {
  itemId: string;
  /** `null` where the item was taken. */
  error: { code: number | null; attribute: string | null; message: string } | null;
};

/** Longer words of Pinterest's are cut: they are shown in a list. */
const MESSAGE_MAX = 500;

/** Source: Pinterest API v5.23, `CatalogsRetailItemsBatch`. An item with an error was not taken. */
export const wireItemBatchSchema = z
  .object({
    batch_id: z.string().nullish(),
    created_time: z.string().nullish(),
    status: z.enum(["PROCESSING", "COMPLETED", "FAILED"]).catch("PROCESSING"),
    items: z
      .array(
        z.object({
          item_id: z.string().nullish(),
          status: z.string().nullish(),
          errors: z
            .array(
              z.object({
                code: z.int().nullish(),
                attribute: z.string().nullish(),
                message: z.string().nullish(),
              }),
            )
            .nullish(),
        }),
      )
      .nullish(),
  })
  .transform((wire): ItemBatch => ({
    batchId: wire.created_time ? (wire.batch_id ?? null) : null,
    status: wire.status,
    items: (wire.items ?? []).flatMap(({ errors, item_id: itemId, status }): BatchedItem[] => {
      if (!itemId) return [];
      const [first] = errors ?? [];
      if (!first && status !== "FAILURE") return [{ itemId, error: null }];
      const { attribute = null, code = null, message } = first ?? {};
      return [
        { itemId, error: { code, attribute, message: message?.slice(0, MESSAGE_MAX) ?? "" } },
      ];
    }),
  }));
