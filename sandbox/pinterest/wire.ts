import { z } from "zod";

/**
 * The parts of a body that the text rules look at. The published schema has been checked before, so
 * this says only what it promises, and keeps every other key.
 */
export const eventSchema = z.looseObject({
  event_name: z.string(),
  action_source: z.string(),
  /** Unix seconds, by the description. */
  event_time: z.number(),
  event_id: z.string(),
  event_source_url: z.string().nullish(),
  language: z.string().nullish(),
  user_data: z.record(z.string(), z.unknown()),
  custom_data: z
    .looseObject({
      currency: z.string().nullish(),
      value: z.string().nullish(),
      predicted_ltv: z.string().nullish(),
      opt_out_type: z.string().nullish(),
      num_items: z.number().optional(),
      order_id: z.string().nullish(),
      contents: z
        .array(
          z.looseObject({
            id: z.string().optional(),
            item_name: z.string().optional(),
            item_price: z.string().optional(),
            quantity: z.number().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

export const bodySchema = z.object({ data: z.array(eventSchema) });

export type WireEvent = z.infer<typeof eventSchema>;

/** One element of an answer's `events`; `null` stands for whatever form of "nothing" is switched on. */
export type EventResult = {
  status: "processed" | "failed";
  errorMessage: string | null;
  warningMessage: string | null;
};
